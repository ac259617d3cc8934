<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Contract;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Schema_Faults;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * An ability schema that clients cannot use.
 */
final class Ability_Schema_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'contract.ability-schema';
	protected const SIGNALS     = Signals::ABILITY;
	protected const SEVERITY    = Finding::LOW;
	protected const EXPLANATION = 'WordPress reads a dialect of JSON Schema; the client library and every AI tool read it with Ajv. Reported: required as anything but a list of declared names, a list without items, a type that JSON Schema has not, properties that are a list, an enum that is empty, a pattern that is no regular expression.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		foreach ( array( 'input_schema', 'output_schema' ) as $which ) {
			$schema = $context->ability[ $which ] ?? array();
			if ( ! is_array( $schema ) || array() === $schema ) {
				continue;
			}
			foreach ( Schema_Faults::of( $schema ) as $where => $fault ) {
				yield $this->finding( sprintf( '%s of the %s: %s.', '' === $where ? 'The root' : $where, str_replace( '_', ' ', $which ), $fault ), $which . ' ' . $where . ': ' . $fault );
			}
		}
	}
}
