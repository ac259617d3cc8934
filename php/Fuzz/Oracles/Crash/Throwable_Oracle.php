<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Crash;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Message_Shape;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * An exception or error that nobody caught.
 */
final class Throwable_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'crash.throwable';
	protected const SIGNALS     = Signals::END;
	protected const SEVERITY    = Finding::HIGH;
	protected const EXPLANATION = 'The code under test let a Throwable escape: a visitor gets a blank page or a 500. The first frame inside the code under test owns it.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( Observation::THREW !== $observation->ended || null === $observation->throwable ) {
			return;
		}
		$thrown = $observation->throwable;
		yield $this->finding(
			sprintf( 'Uncaught %s: %s', $thrown['class'], mb_strcut( (string) $thrown['message'], 0, 300 ) ),
			// PHP's own words tell defects apart; what code throws on purpose often quotes the value, and its place tells enough.
			$thrown['class'] . ( is_a( $thrown['class'], \Error::class, true ) ? ': ' . Message_Shape::of( (string) $thrown['message'] ) : '' ),
			array( 'class' => $thrown['class'] ),
			$thrown['frames'] ?? array()
		);
	}
}
