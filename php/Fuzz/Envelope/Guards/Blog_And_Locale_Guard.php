<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Guards;

use WP_Codebox\Fuzz\Envelope\Case_Guard;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Goes back to the site of the network and to the locale that a case was started in.
 */
final class Blog_And_Locale_Guard implements Case_Guard {

	private int $blog_id = 0;

	public function open( Fuzz_Case $fuzz_case, Observation $observation ): void {
		$this->blog_id = get_current_blog_id();
	}

	public function close(): void {
		if ( is_multisite() && get_current_blog_id() !== $this->blog_id ) {
			switch_to_blog( $this->blog_id );
		}
		if ( is_locale_switched() ) {
			restore_current_locale();
		}
	}
}
