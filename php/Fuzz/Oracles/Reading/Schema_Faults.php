<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Reading;

/**
 * What WordPress lets pass in a schema and Ajv does not, and the other way round.
 */
final class Schema_Faults {

	private const TYPES = array( 'string', 'number', 'integer', 'boolean', 'object', 'array', 'null' );

	/**
	 * @param array  $schema Schema, or part of one.
	 * @param string $where  Path so far.
	 * @return iterable<string, string> Path => fault.
	 */
	public static function of( array $schema, string $where = '' ): iterable {
		foreach ( self::at( $schema ) as $fault ) {
			yield ltrim( $where, '.' ) => $fault;
		}
		foreach ( array( 'properties', 'patternProperties' ) as $keyword ) {
			foreach ( is_array( $schema[ $keyword ] ?? null ) ? $schema[ $keyword ] : array() as $name => $inner ) {
				if ( is_array( $inner ) ) {
					yield from self::of( $inner, $where . '.' . $name );
				}
			}
		}
		foreach ( array( 'items', 'additionalProperties' ) as $keyword ) {
			if ( is_array( $schema[ $keyword ] ?? null ) && array() !== $schema[ $keyword ] ) {
				yield from self::of( $schema[ $keyword ], $where . ( 'items' === $keyword ? '[]' : '.*' ) );
			}
		}
		foreach ( array( 'anyOf', 'oneOf' ) as $keyword ) {
			foreach ( is_array( $schema[ $keyword ] ?? null ) ? $schema[ $keyword ] : array() as $inner ) {
				if ( is_array( $inner ) ) {
					yield from self::of( $inner, $where );
				}
			}
		}
	}

	/**
	 * @return iterable<string>
	 */
	private static function at( array $schema ): iterable {
		$types = (array) ( $schema['type'] ?? array() );
		foreach ( $types as $type ) {
			if ( ! in_array( $type, self::TYPES, true ) ) {
				yield sprintf( 'JSON Schema has no type %s', is_string( $type ) ? $type : get_debug_type( $type ) );
			}
		}
		yield from self::required( $schema );
		if ( in_array( 'array', $types, true ) && ! isset( $schema['items'] ) ) {
			yield 'a list without items';
		}
		if ( isset( $schema['properties'] ) && ( ! is_array( $schema['properties'] ) || ( array() !== $schema['properties'] && array_is_list( $schema['properties'] ) ) ) ) {
			yield $schema['properties'] instanceof \stdClass ? 'properties is a PHP object, which WordPress cannot read' : 'properties has to be an object';
		}
		if ( array_key_exists( 'enum', $schema ) && ( ! is_array( $schema['enum'] ) || array() === $schema['enum'] || ! array_is_list( $schema['enum'] ) ) ) {
			yield 'enum has to be a list of values';
		}
		if ( isset( $schema['pattern'] ) && ( ! is_string( $schema['pattern'] ) || false === preg_match( '#' . str_replace( '#', '\\#', $schema['pattern'] ) . '#u', '' ) ) ) {
			yield 'pattern is no regular expression';
		}
	}

	/**
	 * @return iterable<string>
	 */
	private static function required( array $schema ): iterable {
		if ( ! array_key_exists( 'required', $schema ) ) {
			return;
		}
		if ( ! is_array( $schema['required'] ) ) {
			yield 'required has to be a list of names beside properties, not ' . get_debug_type( $schema['required'] );
		} elseif ( ! array_is_list( $schema['required'] ) || array_filter( $schema['required'], 'is_string' ) !== $schema['required'] ) {
			yield 'required has to be a list of names';
		} elseif ( is_array( $schema['properties'] ?? null ) && false === ( $schema['additionalProperties'] ?? true ) && array() !== array_diff( $schema['required'], array_keys( $schema['properties'] ) ) ) {
			yield 'required names a property that is not allowed';
		}
	}
}
