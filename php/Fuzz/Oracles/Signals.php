<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles;

use WP_Codebox\Fuzz\Oracles\Reading\Input_Values;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * What there is to judge in a case, as bits. Most cases show little, and an oracle that judges by what is not there need
 * not be asked.
 */
final class Signals {

	/** In every case: for oracles that judge by the answer, the declaration or the time. */
	public const ALWAYS = 1;
	/** A statement that changes rows. */
	public const WRITES = 2;
	/** Any statement. */
	public const STATEMENTS = 4;
	/** Anything in Observation::$events. */
	public const EVENTS = 8;
	/** A PHP error or a notice of WordPress. */
	public const COMPLAINTS = 16;
	/** The callback did not return. */
	public const END = 32;
	/** Something was printed. */
	public const OUTPUT = 64;
	/** The generator put markers into the input. */
	public const MARKERS = 128;
	/** An error code, or a status of 400 and above. */
	public const ERROR = 256;
	/** The run planted decoys. */
	public const DECOYS = 512;
	/** Another user than before. */
	public const USER = 1024;
	/** An ability was called. */
	public const ABILITY = 2048;
	/** Parameters were sent. */
	public const INPUT = 4096;
	/** The answer has a Location header. */
	public const LOCATION = 8192;

	private const CHANGING = array(
		'INSERT'  => true,
		'UPDATE'  => true,
		'DELETE'  => true,
		'REPLACE' => true,
	);

	/**
	 * @param Fuzz_Case      $fuzz_case   What ran.
	 * @param Observation    $observation What was seen.
	 * @param Oracle_Context $context     What is known about the target and the run.
	 * @return int The signals that are there.
	 */
	public static function of( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): int {
		return self::ALWAYS
			| ( array() === $observation->queries ? 0 : self::STATEMENTS | self::writes( $observation ) )
			| ( array() === $observation->events ? 0 : self::EVENTS )
			| ( array() === $observation->php_errors ? 0 : self::COMPLAINTS )
			| ( Observation::RETURNED === $observation->ended ? 0 : self::END )
			| ( '' === $observation->output ? 0 : self::OUTPUT )
			| ( array() === $fuzz_case->markers ? 0 : self::MARKERS )
			| ( null === $observation->error_code && ( $observation->status ?? 0 ) < 400 ? 0 : self::ERROR )
			| ( array() === $context->decoys ? 0 : self::DECOYS )
			| ( $observation->user_after === $observation->user_before ? 0 : self::USER )
			| ( null === $context->ability ? 0 : self::ABILITY )
			| ( array() === Input_Values::of( $fuzz_case )->parameters() ? 0 : self::INPUT )
			| ( isset( $observation->headers['location'] ) ? self::LOCATION : 0 );
	}

	private static function writes( Observation $observation ): int {
		foreach ( $observation->queries as $query ) {
			if ( isset( self::CHANGING[ $query['verb'] ] ) ) {
				return self::WRITES;
			}
		}
		return 0;
	}
}
