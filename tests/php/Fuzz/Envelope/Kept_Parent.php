<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Envelope;

/** The parent of Kept_Object, with a private property of the same name. */
abstract class Kept_Parent {

	private string $hidden = 'of the parent';

	protected function scribble_here(): void {
		$this->hidden = 'changed in the parent';
	}
}
