<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Decoys;

/**
 * The address of a user who has published nothing; the user and administrators see it.
 */
final class Hidden_Email_Decoy implements Placed_Decoy {

	private readonly Decoy_User $user;

	public function __construct() {
		$this->user = new Decoy_User();
	}

	public function kind(): string {
		return 'hidden-email';
	}

	public function minimum_role(): string {
		return 'administrator';
	}

	public function place( int $id ): void {
		$this->user->place( $id );
	}

	public function seed( string $marker ): array {
		$id = $this->user->add( 'codebox-decoy-email', $marker . '@example.org' );
		return array(
			'id'    => $id,
			'owner' => $id,
		);
	}

	public function remove(): void {
		$this->user->remove();
	}
}
