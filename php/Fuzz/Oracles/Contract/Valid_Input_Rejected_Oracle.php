<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Contract;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Input_Values;
use WP_Codebox\Fuzz\Oracles\Reading\Quiet_Validation;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Input that the declaration names, and that was refused.
 */
final class Valid_Input_Rejected_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'contract.valid-input-rejected';
	protected const SIGNALS     = Signals::ERROR;
	protected const SEVERITY    = Finding::LOW;
	protected const EXPLANATION = 'A declared argument was refused as invalid although the value sent is one of its declared enum, or its declared default: a client that follows the declaration cannot use it. Other values that fit the schema may be refused for reasons that a schema cannot say and are not judged.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( ! in_array( $observation->error_code, array( 'rest_invalid_param', 'ability_invalid_input' ), true ) ) {
			return;
		}
		$sent    = Input_Values::of( $fuzz_case )->parameters();
		$declared = null !== $context->ability ? ( $context->ability['input_schema']['properties'] ?? array() ) : ( $context->endpoint['args'] ?? array() );
		$refused  = is_array( $observation->data ) ? array_keys( (array) ( $observation->data['data']['params'] ?? array() ) ) : array();
		foreach ( $refused as $name ) {
			$schema = $declared[ $name ] ?? null;
			if ( ! is_array( $schema ) || ! array_key_exists( $name, $sent ) || null !== Quiet_Validation::refusal( $sent[ $name ], $schema, (string) $name ) ) {
				continue;
			}
			$is_named = in_array( $sent[ $name ], (array) ( $schema['enum'] ?? array() ), true ) || ( array_key_exists( 'default', $schema ) && $schema['default'] === $sent[ $name ] );
			if ( $is_named ) {
				yield $this->finding( sprintf( 'Refused a value of %s that its declaration names.', $name ), (string) $name, array( 'argument' => $name, 'value' => $sent[ $name ] ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
			}
		}
	}
}
