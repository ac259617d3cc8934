<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Reading;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A decoy of a plugin's post type has no metas, and a plugin writes some with every row that it makes: that it misses
 * them says nothing of it.
 */
final class Bare_Decoy {

	/** How PHP says that something is not there. */
	private const ABSENCE = '/Undefined (array key|property|index|offset)|(array offset|property ".*"|member function .*) on (value of type )?(null|bool|false)|(null|false) given|Passing null to/';

	/**
	 * @param Finding        $finding     As its oracle made it.
	 * @param Fuzz_Case      $fuzz_case   What ran.
	 * @param Observation    $observation What was seen.
	 * @param Oracle_Context $context     Knows the decoys.
	 * @return bool Whether it may be nothing but what a decoy lacks.
	 */
	public static function explains( Finding $finding, Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): bool {
		$misses = 'contract.response-schema' === $finding->oracle || ( in_array( $finding->oracle, array( 'crash.php-error', 'crash.throwable' ), true ) && 1 === preg_match( self::ABSENCE, $finding->message ) );
		if ( ! $misses ) {
			return false;
		}
		$sent = Input_Values::of( $fuzz_case )->strings;
		foreach ( $context->decoys as $marker => $decoy ) {
			if ( true === ( $decoy['bare'] ?? null ) && ( in_array( (string) $decoy['id'], $sent, true ) || str_contains( Answer::text( $observation ), (string) $marker ) ) ) {
				return true;
			}
		}
		return false;
	}
}
