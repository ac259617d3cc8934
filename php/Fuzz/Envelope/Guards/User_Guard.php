<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Guards;

use WP_Codebox\Fuzz\Envelope\Hooked_Guard;
use WP_Codebox\Fuzz\Envelope\Role_Users;
use WP_Codebox\Fuzz\Run\Frames;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Runs a case as a user of its role, and notes when the case becomes somebody else or opens a session.
 */
final class User_Guard implements Hooked_Guard {

	private int $before               = 0;
	private ?Observation $observation = null;

	public function __construct( private readonly Role_Users $users ) {}

	public function hooks(): array {
		return array(
			'set_current_user'     => array( 'note_switch', 0 ),
			'update_user_metadata' => array( 'note_session', 3 ),
			'add_user_metadata'    => array( 'note_session', 3 ),
		);
	}

	public function open( Fuzz_Case $fuzz_case, Observation $observation ): void {
		$this->before = get_current_user_id();
		if ( null !== $fuzz_case->role ) {
			$wanted = $this->users->user_for( $fuzz_case->role );
			if ( $wanted !== $this->before ) {
				wp_set_current_user( $wanted );
			}
		}
		$this->observation        = $observation;
		$observation->user_before = get_current_user_id();
	}

	public function note_switch(): void {
		$this->observation?->record( 'user_switched', array( 'to' => get_current_user_id() ), Frames::here() );
	}

	/**
	 * @param mixed $check   Passed through.
	 * @param mixed $user_id Whose metadata.
	 * @param mixed $key     Metadata key.
	 */
	public function note_session( mixed $check, mixed $user_id, mixed $key ): mixed {
		if ( 'session_tokens' === $key ) {
			$this->observation?->record( 'session_token', array( 'user' => (int) $user_id ), Frames::here() );
		}
		return $check;
	}

	public function close(): void {
		$observation       = $this->observation;
		$this->observation = null;
		if ( null === $observation ) {
			return;
		}
		$observation->user_after = get_current_user_id();
		if ( $observation->user_after !== $observation->user_before ) {
			$observation->record(
				'user_changed',
				array(
					'from' => $observation->user_before,
					'to'   => $observation->user_after,
				)
			);
		}
		if ( get_current_user_id() !== $this->before ) {
			wp_set_current_user( $this->before );
		}
	}
}
