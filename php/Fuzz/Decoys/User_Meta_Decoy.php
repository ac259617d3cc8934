<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Decoys;

/**
 * A secret in the metadata of a user, under a protected key as plugins use for tokens.
 */
final class User_Meta_Decoy implements Placed_Decoy {

	private readonly Decoy_User $user;

	public function __construct() {
		$this->user = new Decoy_User();
	}

	public function kind(): string {
		return 'user-meta';
	}

	public function minimum_role(): string {
		return 'administrator';
	}

	public function place( int $id ): void {
		$this->user->place( $id );
	}

	public function seed( string $marker ): array {
		$id = $this->user->add( 'codebox-decoy-meta', 'codebox-decoy-meta@example.org' );
		$this->user->add_meta( '_codebox_decoy_token', $marker );
		return array(
			'id'    => $id,
			'owner' => $id,
		);
	}

	public function remove(): void {
		$this->user->remove();
	}
}
