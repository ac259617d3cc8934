<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Reading;

/**
 * Compares what was answered with the types and enums that a schema declares, strictly: a client sees JSON.
 */
final class Declared_Type {

	/** What REST adds beside the declared fields. */
	private const ADDED = array( '_links', '_embedded' );

	private const DEPTH = 6;

	/**
	 * @param mixed $value  Decoded answer.
	 * @param array $schema Its schema.
	 * @return array<string, string> Path => what is wrong.
	 */
	public static function mismatches( mixed $value, array $schema ): array {
		$found = array();
		foreach ( self::below( $value, $schema, 0 ) as $where => $what ) {
			$found[ ltrim( (string) $where, '.' ) ] = $what;
		}
		return $found;
	}

	/**
	 * Most values fit, so a path is put together only on the way back from one that does not.
	 *
	 * @param mixed $value  Decoded answer, or part of one.
	 * @param array $schema Its schema.
	 * @param int   $depth  Levels above it.
	 * @return array<string, string> Path from here => what is wrong.
	 */
	private static function below( mixed $value, array $schema, int $depth ): array {
		if ( $depth > self::DEPTH || isset( $schema['oneOf'] ) || isset( $schema['anyOf'] ) ) {
			return array();
		}
		if ( is_object( $value ) ) {
			$value = $value instanceof \stdClass ? (array) $value : ( $value instanceof \JsonSerializable ? json_decode( (string) wp_json_encode( $value ), true ) : $value );
		}
		$types = (array) ( $schema['type'] ?? array() );
		if ( array() !== $types && ! self::is_any( $value, $types ) ) {
			return array( '' => sprintf( '%s where %s is declared', get_debug_type( $value ), implode( ' or ', array_filter( $types, 'is_string' ) ) ) );
		}
		$found = array();
		if ( is_array( $schema['enum'] ?? null ) && is_scalar( $value ) && ! in_array( $value, $schema['enum'], true ) ) {
			$found[''] = 'a value outside the declared enum';
		}
		if ( ! is_array( $value ) || array() === $value ) {
			return $found;
		}
		if ( is_array( $schema['items'] ?? null ) && array_is_list( $value ) ) {
			foreach ( array_slice( $value, 0, 20 ) as $item ) {
				foreach ( self::below( $item, $schema['items'], $depth + 1 ) as $where => $what ) {
					$found[ '[]' . $where ] ??= $what;
				}
			}
		}
		if ( is_array( $schema['properties'] ?? null ) ) {
			foreach ( $value as $name => $item ) {
				if ( is_array( $schema['properties'][ $name ] ?? null ) && ! in_array( $name, self::ADDED, true ) ) {
					foreach ( self::below( $item, $schema['properties'][ $name ], $depth + 1 ) as $where => $what ) {
						$found[ '.' . $name . $where ] = $what;
					}
				}
			}
		}
		return $found;
	}

	/**
	 * @param mixed $value Decoded answer.
	 * @param array $types Declared types.
	 */
	private static function is_any( mixed $value, array $types ): bool {
		foreach ( $types as $type ) {
			if ( self::is( $value, $type ) ) {
				return true;
			}
		}
		return false;
	}

	private static function is( mixed $value, mixed $type ): bool {
		return match ( $type ) {
			'null'    => null === $value,
			'boolean' => is_bool( $value ),
			'integer' => is_int( $value ) || ( is_float( $value ) && floor( $value ) === $value ),
			'number'  => is_int( $value ) || is_float( $value ),
			'string'  => is_string( $value ),
			'array'   => is_array( $value ) && array_is_list( $value ),
			'object'  => is_array( $value ) && ( array() === $value || ! array_is_list( $value ) ),
			default   => true,
		};
	}
}
