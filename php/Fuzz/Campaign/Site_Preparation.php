<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Campaign;

use WP_Codebox\Fuzz\Decoys\Decoys;
use WP_Codebox\Fuzz\Decoys\Role_Accounts;
use WP_Codebox\Fuzz\Run\Worker_Command;
use WP_Codebox\Fuzz\Run\Worker_Processes;

/**
 * What is done to the site before the first case and taken back after the last one.
 *
 * Decoys and users of the roles are planted where mutations are allowed, and removed. Readiness stays (plugins make tables then, which no
 * transaction holds), so it is done on sites for testing only: environment type `local` or `development`.
 */
final class Site_Preparation {

	/** Seconds for the admin pages and scheduled events of the code under test. */
	private const SECONDS = 60.0;

	private ?Decoys $decoys = null;

	private readonly Role_Accounts $accounts;

	/**
	 * @param array<string, string> $selection plugin, theme, namespace, ability.
	 * @param bool                  $mutations Whether the run may write at all.
	 */
	public function __construct( private readonly array $selection, private readonly bool $mutations ) {
		$this->accounts = new Role_Accounts();
	}

	/**
	 * @param list<string>|null $roles Roles by name; null means all.
	 */
	public function prepare( ?array $roles ): void {
		$this->populate( $roles );
		$is_for_testing = in_array( wp_get_environment_type(), array( 'local', 'development' ), true );
		if ( ! $this->mutations || ! $is_for_testing || ! $this->selection || ! Worker_Processes::are_possible() ) {
			return;
		}
		$process = Worker_Processes::open(
			Worker_Command::of(
				Worker_Command::READINESS,
				array(
					'selection' => $this->selection,
					'roles'     => $roles,
				)
			)
		);
		$process->receive( self::SECONDS );
		$process->kill();
		// The other process wrote; what this one read before is stale.
		wp_cache_flush();
	}

	/**
	 * Gives every role a user.
	 *
	 * @param list<string>|null $roles Roles by name; null means all.
	 */
	public function populate( ?array $roles ): void {
		if ( $this->mutations ) {
			$this->clear_on_signal();
			$this->accounts->add( $roles );
		}
	}

	/**
	 * @param string             $seed Seed of the run.
	 * @param array<string, int> $ids  Where decoys were before, see Decoys.
	 * @return array<string, array> Marker => {kind, minimum_role, id, owner}.
	 */
	public function plant( string $seed, array $ids = array() ): array {
		if ( ! $this->mutations ) {
			return array();
		}
		$this->decoys = Decoys::of_this_site();
		return $this->decoys->seed( $seed, $ids );
	}

	/** Takes the decoys and the users away. */
	public function clear(): void {
		$this->accounts->remove();
		$this->decoys?->remove();
		$this->decoys = null;
	}

	/** Ctrl-C ends the process at once, without its `finally`. */
	private function clear_on_signal(): void {
		if ( ! function_exists( 'pcntl_signal' ) ) {
			return;
		}
		pcntl_async_signals( true );
		foreach ( array( SIGINT, SIGTERM, SIGHUP ) as $signal ) {
			pcntl_signal(
				$signal,
				function () use ( $signal ): void {
					$this->clear();
					exit( 128 + $signal ); // phpcs:ignore WordPress.Security.EscapeOutput -- An exit status.
				}
			);
		}
	}
}
