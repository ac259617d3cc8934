<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Targets;

use WP_REST_Server;

/**
 * Gives every case a REST server of its own, with the routes that were registered for its user.
 *
 * Some plugins decide permission when they register a route, so there is one server per user. A case
 * gets a copy: what it registers, and what a Throwable leaves on the stack of dispatches, goes with it.
 */
final class Rest_Server {

	/** @var array<int, WP_REST_Server> User id → server that nobody has dispatched to. */
	private array $built = array();

	/** @var array<int, WP_REST_Server> User id → what its cases get a clone of. */
	private array $patterns = array();

	/** Takes the server that this process has already, which was built for the current user. */
	public function __construct() {
		$present = $GLOBALS['wp_rest_server'] ?? null;
		if ( $present instanceof WP_REST_Server ) {
			$this->built[ get_current_user_id() ] = $present;
		}
	}

	/**
	 * @template T
	 * @param \Closure(WP_REST_Server):T $with What to do while the copy is the site's server.
	 * @return T
	 */
	public function with( \Closure $with ): mixed {
		$before  = $GLOBALS['wp_rest_server'] ?? null;
		$pattern = $this->pattern( get_current_user_id() );
		try {
			// phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited -- Restored below.
			$GLOBALS['wp_rest_server'] = clone $pattern;
			return $with( $GLOBALS['wp_rest_server'] );
		} finally {
			$GLOBALS['wp_rest_server'] = $before; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
		}
	}

	/** @param int $user User id. */
	private function pattern( int $user ): WP_REST_Server {
		$server  = $this->built[ $user ] ?? $this->build();
		$pattern = $this->patterns[ $user ] ?? null;
		if ( $pattern instanceof Case_Server && $pattern->is_of( $server ) ) {
			return $pattern;
		}
		return $this->patterns[ $user ] = Case_Server::of( $server ); // phpcs:ignore Squiz.PHP.DisallowMultipleAssignments
	}

	private function build(): WP_REST_Server {
		$before = $GLOBALS['wp_rest_server'] ?? null;
		try {
			$GLOBALS['wp_rest_server'] = null; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited -- Makes core build a new one.
			return $this->built[ get_current_user_id() ] = rest_get_server(); // phpcs:ignore Squiz.PHP.DisallowMultipleAssignments
		} finally {
			$GLOBALS['wp_rest_server'] = $before; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
		}
	}
}
