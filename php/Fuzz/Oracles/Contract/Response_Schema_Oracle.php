<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Contract;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Answer;
use WP_Codebox\Fuzz\Oracles\Reading\Declared_Type;
use WP_Codebox\Fuzz\Oracles\Reading\Input_Values;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * An answer that its own schema does not allow.
 */
final class Response_Schema_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'contract.response-schema';
	protected const SEVERITY    = Finding::LOW;
	protected const EXPLANATION = 'A successful answer (each item of a list) has a field of another type than the route\'s public schema declares, or a value outside its enum; or an ability returned what its output schema refuses. Missing fields, empty lists where an object is declared (PHP cannot tell them apart), formats and answers to DELETE are not judged.';

	private const ITEMS = 20;

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( 'ability_invalid_output' === $observation->error_code ) {
			yield $this->finding( 'The ability returns what its output schema refuses: ' . mb_strcut( (string) $observation->error_message, 0, 300 ), 'output', array() );
			return;
		}
		$schema = $context->endpoint['schema'] ?? null;
		if ( ! is_array( $schema ) || 'rest' !== $fuzz_case->kind || ! Answer::succeeded( $observation ) || ! is_array( $observation->data ) || ! in_array( $fuzz_case->method(), array( 'GET', 'POST', 'PUT', 'PATCH' ), true ) || $this->is_wrapped( $fuzz_case ) ) {
			return;
		}
		$is_list = array_is_list( $observation->data ) && 'array' !== ( $schema['type'] ?? 'object' );
		$items   = $is_list || $this->is_map( $observation->data, $schema ) ? array_slice( array_values( $observation->data ), 0, self::ITEMS ) : array( $observation->data );
		foreach ( $items as $item ) {
			foreach ( Declared_Type::mismatches( $item, $schema ) as $where => $what ) {
				yield $this->finding( sprintf( '%s in the answer: %s.', $where, $what ), $where . ': ' . $what, array( 'field' => $where ) );
				return;
			}
		}
	}

	private function is_wrapped( Fuzz_Case $fuzz_case ): bool {
		$sent = Input_Values::of( $fuzz_case )->parameters();
		return isset( $sent['_envelope'] ) || isset( $sent['_jsonp'] );
	}

	/** Collections of post types, statuses and taxonomies are objects keyed by name. */
	private function is_map( array $data, array $schema ): bool {
		$properties = is_array( $schema['properties'] ?? null ) ? $schema['properties'] : array();
		foreach ( $data as $item ) {
			if ( ! is_array( $item ) || 2 > count( array_intersect_key( $item, $properties ) ) ) {
				return false;
			}
		}
		return array() !== $data && array() !== $properties;
	}
}
