<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Contract;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A declared sanitizer that nobody calls.
 */
final class Sanitizer_Not_Run_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'contract.sanitizer-not-run';
	protected const SEVERITY    = Finding::MEDIUM;
	protected const EXPLANATION = 'A sanitize_callback or validate_callback stands where WordPress never looks: in an ability\'s schema, or below the properties or items of a REST argument. The author believes that the value is clean.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		foreach ( array( 'input_schema' => $context->ability['input_schema'] ?? null ) + ( $context->endpoint['args'] ?? array() ) as $name => $schema ) {
			if ( ! is_array( $schema ) || ( 'input_schema' !== $name && ! isset( $schema['properties'] ) && ! isset( $schema['items'] ) ) ) {
				continue;
			}
			foreach ( $this->dead( $schema, 'input_schema' === $name && null !== $context->ability, '' ) as $where => $keyword ) {
				yield $this->finding( sprintf( '%s of %s never runs.', $keyword, ltrim( $name . $where, '.' ) ), $name . $where . ' ' . $keyword );
			}
		}
	}

	/**
	 * @param array  $schema  Schema or argument.
	 * @param bool   $is_dead Whether WordPress looks for callbacks at this level.
	 * @param string $where   Path so far.
	 * @return iterable<string, string> Path => keyword.
	 */
	private function dead( array $schema, bool $is_dead, string $where ): iterable {
		foreach ( array( 'sanitize_callback', 'validate_callback' ) as $keyword ) {
			if ( $is_dead && ! empty( $schema[ $keyword ] ) ) {
				yield $where => $keyword;
			}
		}
		foreach ( is_array( $schema['properties'] ?? null ) ? $schema['properties'] : array() as $name => $property ) {
			if ( is_array( $property ) ) {
				yield from $this->dead( $property, true, $where . '.' . $name );
			}
		}
		if ( is_array( $schema['items'] ?? null ) ) {
			yield from $this->dead( $schema['items'], true, $where . '[]' );
		}
	}
}
