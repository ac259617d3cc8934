<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Decoys;

/**
 * A published post behind a password that nobody knows. Its title is public, so the secret is not in it.
 */
final class Password_Post_Decoy extends Post_Decoy {

	public function kind(): string {
		return 'password-protected-post';
	}

	protected function status(): string {
		return 'publish';
	}

	protected function capability(): string {
		return 'edit_others_posts';
	}

	protected function password(): string {
		return wp_generate_password( 24, false );
	}

	protected function title( string $marker ): string {
		return 'Protected';
	}
}
