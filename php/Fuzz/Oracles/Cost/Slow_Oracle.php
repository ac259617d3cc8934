<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Cost;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Much slower than the rest of the run.
 */
final class Slow_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'cost.slow';
	protected const SEVERITY    = Finding::LOW;
	protected const EXPLANATION = 'The case took more than 50 times the median of the run\'s own cases and more than half a second. Outbound requests that were answered by the envelope cost nothing and do not count; what waits by calling sleep does. Needs at least 20 cases, and two earlier slow ones of the same target, before it speaks.';

	private const SAMPLES = 20;
	/** A busy machine makes one case slow, not the same target again and again. */
	private const BEFORE  = 2;
	private const TIMES   = 50;
	/** Half a second, in nanoseconds. */
	private const FLOOR = 500_000_000;

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		$median = (int) ( $context->baseline['median_nanoseconds'] ?? 0 );
		if ( Observation::RETURNED === $observation->ended && ( $context->baseline['samples'] ?? 0 ) >= self::SAMPLES && self::is_slow( $observation->nanoseconds, $median ) && ( $context->baseline['slow'] ?? 0 ) >= self::BEFORE ) {
			yield $this->finding( sprintf( 'Took %.2f s; the median of the run is %.4f s.', $observation->nanoseconds / 1e9, $median / 1e9 ), 'slow', array( 'nanoseconds' => $observation->nanoseconds, 'median' => $median ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
		}
	}

	/**
	 * @param int $nanoseconds Of a case.
	 * @param int $median      Of the run.
	 */
	public static function is_slow( int $nanoseconds, int $median ): bool {
		return $nanoseconds > max( self::TIMES * $median, self::FLOOR );
	}
}
