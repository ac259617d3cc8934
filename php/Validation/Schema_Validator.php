<?php

declare( strict_types=1 );

namespace WP_Codebox\Validation;

/**
 * Judges a value by a lowered JSON Schema, strictly: `"1"` is no integer and `"a,b"` no list,
 * as `rest_validate_value_from_schema()` would have it. Ajv and this class agree on every vector
 * in tests/vectors/validation.
 *
 * PHP has one empty array, so `array()` fits both `object` and `array`.
 */
final class Schema_Validator {

	/** Deeper input is refused; `json_encode()` would refuse to write the answer. */
	public const MAX_DEPTH = 128;

	/**
	 * @param mixed  $value  Decoded JSON, objects as arrays.
	 * @param array  $schema Lowered schema.
	 * @param string $path   Path of the value.
	 * @return Violation|null The first violation, or null when the value fits.
	 */
	public function first_violation( mixed $value, array $schema, string $path = '' ): ?Violation {
		return $this->unusable( $value, $path, 1 ) ?? $this->judge( $value, $schema, $path );
	}

	/**
	 * Finds what no schema speaks of: nesting beyond the limit, strings that are not UTF-8, values that are not JSON.
	 *
	 * @param mixed  $value Any value.
	 * @param string $path  Its path.
	 * @param int    $depth Its depth.
	 */
	private function unusable( mixed $value, string $path, int $depth ): ?Violation {
		if ( is_string( $value ) ) {
			return preg_match( '//u', $value ) ? null : new Violation( $path, 'encoding', 'is not valid UTF-8', 'wp_codebox_invalid_encoding' );
		}
		if ( ! is_array( $value ) && ! $value instanceof \stdClass ) {
			$is_json = null === $value || ( is_scalar( $value ) && ( ! is_float( $value ) || is_finite( $value ) ) );
			return $is_json ? null : new Violation( $path, 'type', 'is no JSON value' );
		}
		if ( $depth > self::MAX_DEPTH ) {
			return new Violation( self::shortened( $path ), 'depth', 'is nested more than ' . self::MAX_DEPTH . ' levels deep', 'wp_codebox_input_too_deep' );
		}
		foreach ( (array) $value as $key => $item ) {
			if ( is_string( $key ) && ! preg_match( '//u', $key ) ) {
				return new Violation( $path, 'encoding', 'has a key that is not valid UTF-8', 'wp_codebox_invalid_encoding' );
			}
			$found = $this->unusable( $item, self::child( $path, $key ), $depth + 1 );
			if ( null !== $found ) {
				return $found;
			}
		}
		return null;
	}

	private function judge( mixed $value, array $schema, string $path ): ?Violation {
		if ( $value instanceof \stdClass ) {
			$value = (array) $value;
		}
		foreach ( array( 'anyOf', 'oneOf' ) as $keyword ) {
			if ( isset( $schema[ $keyword ] ) ) {
				return $this->judge_branches( $value, $schema[ $keyword ], $keyword, $path );
			}
		}
		$types = (array) ( $schema['type'] ?? array() );
		if ( $types && ! array_filter( $types, static fn( string $type ): bool => self::is_of_type( $value, $type ) ) ) {
			return new Violation( $path, 'type', 'has to be of type ' . implode( ' or ', $types ) );
		}
		if ( isset( $schema['enum'] ) && ! $this->is_in_enum( $value, $schema['enum'] ) ) {
			return new Violation( $path, 'enum', $this->enum_reason( $schema['enum'] ) );
		}
		return match ( true ) {
			is_string( $value )                    => $this->judge_string( $value, $schema, $path ),
			is_int( $value ) || is_float( $value ) => $this->judge_number( $value, $schema, $path ),
			is_array( $value )                     => $this->judge_container( $value, $types, $schema, $path ),
			default                                => null,
		};
	}

	private function judge_container( array $value, array $types, array $schema, string $path ): ?Violation {
		$as_object = in_array( 'object', $types, true ) && ( array() === $value || ! array_is_list( $value ) || ! in_array( 'array', $types, true ) );
		return $as_object ? $this->judge_object( $value, $schema, $path ) : $this->judge_list( $value, $schema, $path );
	}

	private function judge_object( array $value, array $schema, string $path ): ?Violation {
		foreach ( $schema['required'] ?? array() as $name ) {
			if ( ! array_key_exists( $name, $value ) ) {
				return new Violation( self::child( $path, $name ), 'required', 'is required' );
			}
		}
		$properties = $schema['properties'] ?? array();
		foreach ( $value as $name => $item ) {
			$sub = $properties[ $name ] ?? $this->pattern_schema( (string) $name, $schema ) ?? $schema['additionalProperties'] ?? true;
			if ( false === $sub ) {
				return new Violation( self::child( $path, $name ), 'additionalProperties', 'is not a known field' . $this->suggestion( (string) $name, array_keys( $properties ) ) );
			}
			$found = is_array( $sub ) ? $this->judge( $item, $sub, self::child( $path, $name ) ) : null;
			if ( null !== $found ) {
				return $found;
			}
		}
		return $this->judge_count( count( $value ), $schema, 'minProperties', 'maxProperties', 'fields', $path );
	}

	private function judge_list( array $value, array $schema, string $path ): ?Violation {
		$found = $this->judge_count( count( $value ), $schema, 'minItems', 'maxItems', 'items', $path );
		if ( null !== $found ) {
			return $found;
		}
		foreach ( $value as $index => $item ) {
			$found = isset( $schema['items'] ) ? $this->judge( $item, $schema['items'], self::child( $path, $index ) ) : null;
			if ( null !== $found ) {
				return $found;
			}
		}
		if ( ! empty( $schema['uniqueItems'] ) && count( array_unique( array_map( 'serialize', $value ) ) ) < count( $value ) ) {
			return new Violation( $path, 'uniqueItems', 'has the same item twice' );
		}
		return null;
	}

	private function judge_string( string $value, array $schema, string $path ): ?Violation {
		$found = $this->judge_count( mb_strlen( $value, 'UTF-8' ), $schema, 'minLength', 'maxLength', 'characters', $path );
		if ( null !== $found ) {
			return $found;
		}
		if ( isset( $schema['pattern'] ) && ! rest_validate_json_schema_pattern( $schema['pattern'], $value ) ) {
			return new Violation( $path, 'pattern', 'has to match ' . $schema['pattern'] );
		}
		if ( isset( $schema['format'] ) ) {
			// Core knows the formats; its answer is all that is taken from it.
			$answer = rest_validate_value_from_schema( $value, array(
'type'   => 'string',
'format' => $schema['format'],
), $path );
			return is_wp_error( $answer ) ? new Violation( $path, 'format', 'is no valid ' . $schema['format'] ) : null;
		}
		return null;
	}

	private function judge_number( int|float $value, array $schema, string $path ): ?Violation {
		$exclusive_minimum = true === ( $schema['exclusiveMinimum'] ?? false );
		$exclusive_maximum = true === ( $schema['exclusiveMaximum'] ?? false );
		if ( isset( $schema['minimum'] ) && ( $value < $schema['minimum'] || ( $exclusive_minimum && $value == $schema['minimum'] ) ) ) { // phpcs:ignore Universal.Operators.StrictComparisons, WordPress.PHP.StrictComparisons.LooseComparison
			return new Violation( $path, 'minimum', ( $exclusive_minimum ? 'has to be more than ' : 'has to be at least ' ) . $schema['minimum'] );
		}
		if ( isset( $schema['maximum'] ) && ( $value > $schema['maximum'] || ( $exclusive_maximum && $value == $schema['maximum'] ) ) ) { // phpcs:ignore Universal.Operators.StrictComparisons, WordPress.PHP.StrictComparisons.LooseComparison
			return new Violation( $path, 'maximum', ( $exclusive_maximum ? 'has to be less than ' : 'has to be at most ' ) . $schema['maximum'] );
		}
		if ( isset( $schema['multipleOf'] ) && abs( fmod( (float) $value, (float) $schema['multipleOf'] ) ) > 1e-9 ) {
			return new Violation( $path, 'multipleOf', 'has to be a multiple of ' . $schema['multipleOf'] );
		}
		return null;
	}

	private function judge_branches( mixed $value, array $branches, string $keyword, string $path ): ?Violation {
		$violations = array();
		$matches    = 0;
		foreach ( $branches as $branch ) {
			$found = $this->judge( $value, $branch, $path );
			if ( null === $found ) {
				++$matches;
			} else {
				$violations[] = $found;
			}
		}
		if ( 1 === $matches || ( $matches > 1 && 'anyOf' === $keyword ) ) {
			return null;
		}
		if ( $matches > 1 ) {
			return new Violation( $path, 'oneOf', 'fits more than one of its alternatives' );
		}
		// The branch that got furthest says most about what the caller meant.
		usort( $violations, static fn( Violation $a, Violation $b ): int => strlen( $b->path ) <=> strlen( $a->path ) );
		return $violations[0]->path === $path
			? new Violation( $path, $keyword, 'fits none of its alternatives: ' . implode( '; ', array_unique( array_map( static fn( Violation $violation ): string => $violation->reason, $violations ) ) ) )
			: $violations[0];
	}

	private function judge_count( int $count, array $schema, string $minimum, string $maximum, string $unit, string $path ): ?Violation {
		if ( isset( $schema[ $minimum ] ) && $count < $schema[ $minimum ] ) {
			return new Violation( $path, $minimum, "has to have at least {$schema[ $minimum ]} $unit" );
		}
		if ( isset( $schema[ $maximum ] ) && $count > $schema[ $maximum ] ) {
			return new Violation( $path, $maximum, "may have at most {$schema[ $maximum ]} $unit" );
		}
		return null;
	}

	private function pattern_schema( string $name, array $schema ): ?array {
		foreach ( $schema['patternProperties'] ?? array() as $pattern => $sub ) {
			if ( rest_validate_json_schema_pattern( (string) $pattern, $name ) ) {
				return $sub;
			}
		}
		return null;
	}

	private function is_in_enum( mixed $value, array $enum ): bool {
		foreach ( $enum as $allowed ) {
			if ( $value === $allowed || ( is_float( $value ) && is_int( $allowed ) && $value === (float) $allowed ) ) {
				return true;
			}
		}
		return false;
	}

	private function enum_reason( array $enum ): string {
		return 'has to be ' . ( 1 < count( $enum ) ? 'one of ' : '' ) . implode( ', ', array_map( static fn( mixed $value ): string => is_string( $value ) ? $value : (string) wp_json_encode( $value ), $enum ) );
	}

	/**
	 * @param string   $name  What the caller wrote.
	 * @param string[] $known What there is.
	 */
	private function suggestion( string $name, array $known ): string {
		foreach ( $known as $candidate ) {
			if ( levenshtein( strtolower( $name ), strtolower( (string) $candidate ) ) <= 2 ) {
				return " (did you mean $candidate?)";
			}
		}
		return '';
	}

	private static function is_of_type( mixed $value, string $type ): bool {
		return match ( $type ) {
			'null'    => null === $value,
			'boolean' => is_bool( $value ),
			'integer' => is_int( $value ) || ( is_float( $value ) && floor( $value ) === $value && is_finite( $value ) ),
			'number'  => is_int( $value ) || ( is_float( $value ) && is_finite( $value ) ),
			'string'  => is_string( $value ),
			'array'   => is_array( $value ) && array_is_list( $value ),
			'object'  => is_array( $value ) && ( array() === $value || ! array_is_list( $value ) ),
			default   => false,
		};
	}

	private static function child( string $path, int|string $key ): string {
		if ( is_int( $key ) ) {
			return $path . '[' . $key . ']';
		}
		return '' === $path ? $key : $path . '.' . $key;
	}

	private static function shortened( string $path ): string {
		return strlen( $path ) > 120 ? substr( $path, 0, 100 ) . '…' : $path;
	}
}
