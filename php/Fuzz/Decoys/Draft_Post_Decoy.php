<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Decoys;

/**
 * A draft; whoever may edit posts of others sees it.
 */
final class Draft_Post_Decoy extends Post_Decoy {

	public function kind(): string {
		return 'draft';
	}

	protected function status(): string {
		return 'draft';
	}

	protected function capability(): string {
		return 'edit_others_posts';
	}
}
