<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

use WP_Codebox\Validation\Schema_Validator;

/**
 * Judges an answer by what its case expects: `status` (a number or a list), `body` (what the answer
 * has to contain) and `schema` (what it has to fit).
 */
final class Expectations {

	/**
	 * @param Schema_Validator $validator Judges by schema.
	 */
	public function __construct( private readonly Schema_Validator $validator ) {}

	/**
	 * @param array       $expect      As declared.
	 * @param Observation $observation What was seen.
	 * @return string|null A sentence about the first expectation that was missed.
	 * @throws \InvalidArgumentException When the expectation itself makes no sense.
	 */
	public function missed( array $expect, Observation $observation ): ?string {
		if ( isset( $expect['status'] ) && ! in_array( $observation->status, array_map( 'intval', (array) $expect['status'] ), true ) ) {
			return sprintf( 'Expected the status %s, got %s.', implode( ' or ', (array) $expect['status'] ), $observation->status ?? 'none' );
		}
		if ( ! array_key_exists( 'body', $expect ) && ! isset( $expect['schema'] ) ) {
			return isset( $expect['status'] ) ? null : $this->is_sound( $observation );
		}
		$answer = self::plain( $observation->data );
		if ( array_key_exists( 'body', $expect ) ) {
			$path = $this->difference( $expect['body'], $answer, 'body' );
			if ( null !== $path ) {
				return "Expected another value at $path.";
			}
		}
		return isset( $expect['schema'] ) ? $this->schema_violation( $answer, (array) $expect['schema'] ) : null;
	}

	private function is_sound( Observation $observation ): ?string {
		return null !== $observation->status && $observation->status >= 500 ? sprintf( 'The answer has the status %d.', $observation->status ) : null;
	}

	private function schema_violation( mixed $answer, array $schema ): ?string {
		// A pattern that is no regular expression warns, and a schema that is none throws a TypeError.
		set_error_handler( // phpcs:ignore WordPress.PHP.DevelopmentFunctions
			static function ( int $severity, string $message ): never {
				throw new \InvalidArgumentException( 'expect.schema is no usable JSON Schema: ' . $message );
			}
		);
		try {
			$violation = $this->validator->first_violation( $answer, $schema, 'body' );
		} catch ( \TypeError $error ) {
			throw new \InvalidArgumentException( 'expect.schema is no usable JSON Schema: ' . $error->getMessage() );
		} finally {
			restore_error_handler();
		}
		return null === $violation ? null : 'The answer does not fit the expected schema: ' . $violation->sentence();
	}

	/**
	 * @param mixed  $expected What has to be there; an object may have more fields, a list not.
	 * @param mixed  $actual   What is there.
	 * @param string $path     Where.
	 * @return string|null Path of the first difference.
	 */
	private function difference( mixed $expected, mixed $actual, string $path ): ?string {
		if ( ! is_array( $expected ) ) {
			$is_equal = $expected === $actual || ( is_numeric( $expected ) && ! is_string( $expected ) && ! is_string( $actual ) && is_numeric( $actual ) && (float) $expected === (float) $actual );
			return $is_equal ? null : $path;
		}
		if ( ! is_array( $actual ) || ( array_is_list( $expected ) && count( $expected ) !== count( $actual ) && array() !== $expected ) ) {
			return $path;
		}
		foreach ( $expected as $name => $value ) {
			$below = is_int( $name ) ? "{$path}[$name]" : "$path.$name";
			if ( ! array_key_exists( $name, $actual ) ) {
				return $below;
			}
			$found = $this->difference( $value, $actual[ $name ], $below );
			if ( null !== $found ) {
				return $found;
			}
		}
		return null;
	}

	/**
	 * The answer as JSON has it. A text that holds JSON, as HTTP answers do, is read.
	 *
	 * @param mixed $data Answer of the target.
	 */
	private static function plain( mixed $data ): mixed {
		if ( is_string( $data ) ) {
			return json_decode( $data, true ) ?? $data;
		}
		return is_scalar( $data ) || null === $data ? $data : json_decode( (string) wp_json_encode( $data, JSON_PRESERVE_ZERO_FRACTION ), true );
	}
}
