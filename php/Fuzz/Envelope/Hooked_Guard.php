<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope;

/**
 * A guard that listens to hooks of WordPress.
 *
 * The envelope hangs them in once for a run, after everybody else, and not anew for each case; so each of these methods
 * has to let pass what it gets while no case is running.
 */
interface Hooked_Guard extends Case_Guard {

	/**
	 * @return array<string, array{0: string, 1: int}> Method and number of arguments by hook.
	 */
	public function hooks(): array;
}
