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
	 * @param mixed  $value  Decoded answer.
	 * @param array  $schema Its schema.
	 * @param string $where  Path so far.
	 * @param int    $depth  Levels above it.
	 * @return iterable<string, string> Path => what is wrong.
	 */
	public static function mismatches( mixed $value, array $schema, string $where = '', int $depth = 0 ): iterable {
		if ( $depth > self::DEPTH || isset( $schema['oneOf'] ) || isset( $schema['anyOf'] ) ) {
			return;
		}
		$types = (array) ( $schema['type'] ?? array() );
		$value = $value instanceof \stdClass ? (array) $value : ( $value instanceof \JsonSerializable ? json_decode( (string) wp_json_encode( $value ), true ) : $value );
		if ( array() !== $types && array() === array_filter( $types, static fn( mixed $type ): bool => self::is( $value, $type ) ) ) {
			yield ltrim( $where, '.' ) => sprintf( '%s where %s is declared', get_debug_type( $value ), implode( ' or ', array_filter( $types, 'is_string' ) ) );
			return;
		}
		if ( is_array( $schema['enum'] ?? null ) && is_scalar( $value ) && ! in_array( $value, $schema['enum'], true ) ) {
			yield ltrim( $where, '.' ) => 'a value outside the declared enum';
		}
		if ( ! is_array( $value ) || array() === $value ) {
			return;
		}
		if ( is_array( $schema['items'] ?? null ) && array_is_list( $value ) ) {
			foreach ( array_slice( $value, 0, 20 ) as $item ) {
				yield from self::mismatches( $item, $schema['items'], $where . '[]', $depth + 1 );
			}
		}
		if ( is_array( $schema['properties'] ?? null ) ) {
			foreach ( $value as $name => $item ) {
				if ( is_array( $schema['properties'][ $name ] ?? null ) && ! in_array( $name, self::ADDED, true ) ) {
					yield from self::mismatches( $item, $schema['properties'][ $name ], $where . '.' . $name, $depth + 1 );
				}
			}
		}
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
