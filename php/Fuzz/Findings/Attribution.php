<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Findings;

use WP_Codebox\Fuzz\Oracles\Oracle_Context;

/**
 * Gives a finding its place in the code under test: the first frame inside it, else the definition of the callback,
 * else the registration. What has no such place is the environment.
 */
final class Attribution {

	/** Findings that say something of who is let in: the permission callback is the place to look at. */
	private const OF_PERMISSION = array( 'access.missing-permission', 'access.same-as-administrator', 'access.same-role' );

	/** Findings in an answer: on a route that is another's, whoever adds fields to it is the place to look at. */
	private const OF_ANSWER = '/^(disclosure\.|access\.(decoy-leaked|same-as-administrator|same-role)$)/';

	/**
	 * @param Finding        $finding As an oracle made it.
	 * @param Oracle_Context $context Knows the code under test and the declared target.
	 * @return Finding|null With a location; null when it belongs to the environment.
	 */
	public function attribute( Finding $finding, Oracle_Context $context ): ?Finding {
		$location = $finding->location ?? $this->own_line( $finding, $context ) ?? $this->declared( $finding, $context );
		if ( null === $location && null !== $context->is_under_test ) {
			return null;
		}
		return new Finding( $finding->oracle, $finding->severity, $finding->message, $finding->shape, $location, $finding->evidence, $finding->is_proof, $finding->frames );
	}

	/**
	 * @return array{file: string, line: int}|null
	 */
	private function own_line( Finding $finding, Oracle_Context $context ): ?array {
		$owner = $context->owner( $finding->frames );
		if ( null !== $owner || null !== $context->is_under_test || array() === $finding->frames ) {
			return $owner;
		}
		return array(
			'file' => $finding->frames[0]['file'],
			'line' => $finding->frames[0]['line'],
		);
	}

	/**
	 * @return array{file: string, line: int}|null The declared place that belongs to the code under test.
	 */
	private function declared( Finding $finding, Oracle_Context $context ): ?array {
		$places = array( $context->endpoint['callback'] ?? null, $context->endpoint['permission'] ?? null, $context->ability, $context->endpoint['registration'] ?? null );
		if ( in_array( $finding->oracle, self::OF_PERMISSION, true ) ) {
			$places = array( $places[1], $places[0], $places[2], $places[3] );
		}
		if ( 1 === preg_match( self::OF_ANSWER, $finding->oracle ) ) {
			$places = array( ...$places, ...$context->endpoint['fields'] ?? array() );
		}
		foreach ( $places as $place ) {
			if ( isset( $place['file'], $place['line'] ) && ( null === $context->is_under_test || $context->covers( $place['file'] ) ) ) {
				return array(
					'file' => $place['file'],
					'line' => (int) $place['line'],
				);
			}
		}
		return null;
	}
}
