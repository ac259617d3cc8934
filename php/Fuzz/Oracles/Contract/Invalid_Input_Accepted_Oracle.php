<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Contract;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Answer;
use WP_Codebox\Fuzz\Oracles\Reading\Input_Values;
use WP_Codebox\Fuzz\Oracles\Reading\Quiet_Validation;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Input that the declaration forbids, and that went through.
 */
final class Invalid_Input_Accepted_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'contract.invalid-input-accepted';
	protected const SIGNALS     = Signals::INPUT;
	protected const SEVERITY    = Finding::LOW;
	protected const EXPLANATION = 'The request succeeded although a declared argument had, after WordPress\'s own coercion and the declared sanitizer, a value that its declaration forbids. The commonest cause: a sanitize_callback without a validate_callback switches core\'s validation off, so enum, minimum and pattern are decoration. A value that the sanitizer turned into an allowed one is accepted rightly, and so are one that it turned into null or the default, and an allowed one that it turned into something else.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( 'rest' !== $fuzz_case->kind || null === $observation->params || ! Answer::succeeded( $observation ) ) {
			return;
		}
		$sent = Input_Values::of( $fuzz_case )->parameters();
		foreach ( $context->endpoint['args'] ?? array() as $name => $declared ) {
			if ( ! is_array( $declared ) || empty( $declared['type'] ) || ! array_key_exists( $name, $sent ) || ! array_key_exists( $name, $observation->params ) || self::leaves_it_to_the_callback( $declared ) ) {
				continue;
			}
			if ( null === $observation->params[ $name ] || ( $declared['default'] ?? null ) === $observation->params[ $name ] ) {
				// The sanitizer took it for absent.
				continue;
			}
			$refusal = Quiet_Validation::refusal( $observation->params[ $name ], $declared, (string) $name );
			// A sanitizer may turn what is allowed into what the callback likes to work with.
			if ( null !== $refusal && null !== Quiet_Validation::refusal( $sent[ $name ], $declared, (string) $name ) ) {
				yield $this->finding( sprintf( 'Accepted what the declaration of %s forbids: %s', $name, $refusal ), (string) $name, array( 'argument' => $name, 'value' => mb_strcut( (string) wp_json_encode( $observation->params[ $name ] ), 0, 200 ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
			}
		}
	}

	/**
	 * Null for both callbacks switches core's own validation off on purpose, as core does where `title` may be a text or an object.
	 *
	 * @param array $declared The argument.
	 */
	private static function leaves_it_to_the_callback( array $declared ): bool {
		return array_key_exists( 'validate_callback', $declared ) && null === $declared['validate_callback'] && array_key_exists( 'sanitize_callback', $declared ) && null === $declared['sanitize_callback'];
	}
}
