<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

/**
 * Waits between two looks for something that nobody announces: the longer it takes, the seldomer it looks, and it is never
 * seen later than a quarter of the time that it took.
 */
final class Patience {

	private const SHORTEST = 500;
	private const LONGEST  = 20000;

	private readonly float $since;

	public function __construct() {
		$this->since = microtime( true );
	}

	public function wait(): void {
		usleep( min( self::LONGEST, max( self::SHORTEST, (int) ( ( microtime( true ) - $this->since ) * 1e6 / 4 ) ) ) );
	}
}
