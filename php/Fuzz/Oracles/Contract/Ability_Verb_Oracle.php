<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Contract;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A read-only ability whose input does not fit a query string.
 */
final class Ability_Verb_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'contract.ability-verb';
	protected const SIGNALS     = Signals::ABILITY;
	protected const SEVERITY    = Finding::LOW;
	protected const EXPLANATION = 'WordPress serves a read-only ability by GET, with the input in the query string, where numbers, booleans and null turn into text and an empty list disappears. An input with objects inside, or lists of objects, does not survive the way.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		$ability = $context->ability ?? array();
		if ( true !== ( $ability['annotations']['readonly'] ?? null ) ) {
			return;
		}
		foreach ( (array) ( $ability['input_schema']['properties'] ?? array() ) as $name => $schema ) {
			$types = (array) ( is_array( $schema ) ? $schema['type'] ?? array() : array() );
			$items = (array) ( is_array( $schema ) ? $schema['items']['type'] ?? array() : array() );
			if ( in_array( 'object', $types, true ) || in_array( 'object', $items, true ) ) {
				yield $this->finding( sprintf( 'The input of a read-only ability travels in a query string, and %s holds an object.', $name ), (string) $name );
			}
		}
	}
}
