<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Decoys;

/**
 * A private post.
 */
final class Private_Post_Decoy extends Post_Decoy {

	public function kind(): string {
		return 'private-post';
	}

	protected function status(): string {
		return 'private';
	}

	protected function capability(): string {
		return 'read_private_posts';
	}
}
