<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Targets;

use WP_Codebox\Fuzz\Envelope\Object_State;
use WP_REST_Server;

/**
 * Gives every case a REST server of its own, with the routes that were registered for its user.
 *
 * Some plugins decide permission when they register a route, so there is one server per user. A case
 * gets a copy: what it registers, and what a Throwable leaves on the stack of dispatches, goes with it.
 */
final class Rest_Server {

	/** What a controller makes once and may keep: WP_REST_Controller::$schema, which takes longer than most answers. */
	private const MEMORIES = array( "\0*\0schema" );

	/** @var array<int, WP_REST_Server> User id → server that nobody has dispatched to. */
	private array $built = array();

	/** @var array<int, WP_REST_Server> User id → what its cases get a clone of. */
	private array $patterns = array();

	/** @var array<int, list<object>> User id → what answers the routes of that pattern. */
	private array $controllers = array();

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
		$user    = get_current_user_id();
		$pattern = $this->pattern( $user );
		$states  = array_map( static fn( object $controller ): Object_State => new Object_State( $controller, self::MEMORIES ), $this->controllers[ $user ] );
		try {
			// phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited -- Restored below.
			$GLOBALS['wp_rest_server'] = clone $pattern;
			return $with( $GLOBALS['wp_rest_server'] );
		} finally {
			$GLOBALS['wp_rest_server'] = $before; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
			foreach ( $states as $state ) {
				$state->restore();
			}
		}
	}

	/** @param int $user User id. */
	private function pattern( int $user ): WP_REST_Server {
		$server  = $this->built[ $user ] ?? $this->build();
		$pattern = $this->patterns[ $user ] ?? null;
		if ( $pattern instanceof Case_Server && $pattern->is_of( $server ) ) {
			return $pattern;
		}
		$this->controllers[ $user ] = self::controllers_of( $server );
		return $this->patterns[ $user ] = Case_Server::of( $server ); // phpcs:ignore Squiz.PHP.DisallowMultipleAssignments
	}

	/**
	 * Clones of a server share the objects behind its routes, and some remember what they did: the widgets of core are
	 * retrieved once for each controller.
	 *
	 * @param WP_REST_Server $server Built, with its routes.
	 * @return list<object>
	 */
	private static function controllers_of( WP_REST_Server $server ): array {
		$found = array();
		foreach ( $server->get_routes() as $handlers ) {
			foreach ( $handlers as $handler ) {
				foreach ( array( $handler['callback'] ?? null, $handler['permission_callback'] ?? null ) as $callback ) {
					$owner = is_array( $callback ) ? $callback[0] ?? null : null;
					if ( is_object( $owner ) ) {
						$found[ spl_object_id( $owner ) ] = $owner;
					}
				}
			}
		}
		return array_values( $found );
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
