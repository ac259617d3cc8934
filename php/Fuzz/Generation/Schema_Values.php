<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation;

use WP_Codebox\Fuzz\Generation\Keywords\Array_Values;
use WP_Codebox\Fuzz\Generation\Keywords\Boolean_Values;
use WP_Codebox\Fuzz\Generation\Keywords\Combined_Values;
use WP_Codebox\Fuzz\Generation\Keywords\Default_Values;
use WP_Codebox\Fuzz\Generation\Keywords\Enum_Values;
use WP_Codebox\Fuzz\Generation\Keywords\Format_Values;
use WP_Codebox\Fuzz\Generation\Keywords\Integer_Boundary_Values;
use WP_Codebox\Fuzz\Generation\Keywords\Null_Values;
use WP_Codebox\Fuzz\Generation\Keywords\Object_Values;
use WP_Codebox\Fuzz\Generation\Keywords\Pattern_Values;
use WP_Codebox\Fuzz\Generation\Keywords\String_Length_Values;
use WP_Codebox\Fuzz\Generation\Keywords\Text_Values;
use WP_Codebox\Fuzz\Generation\Keywords\Type_Values;

/**
 * Values for any schema that WordPress knows: one valid instance, and mutations of it one place at a time.
 */
final class Schema_Values {

	/** Deeper schemas repeat themselves. */
	private const DEPTH = 4;

	/** @var list<Keyword_Values> In the order in which their values are tried. */
	private readonly array $keywords;

	private int $depth = 0;

	/**
	 * @param Value_Table    $table The boundary values.
	 * @param Keyword_Values $names Values by the name of the parameter.
	 */
	public function __construct( Value_Table $table, Keyword_Values $names ) {
		$this->keywords = array(
			new Default_Values(),
			new Enum_Values(),
			new Combined_Values(),
			$names,
			new Pattern_Values(),
			new Format_Values( $table ),
			new Boolean_Values(),
			new Integer_Boundary_Values( $table ),
			new Array_Values(),
			new Object_Values(),
			new Text_Values( $table ),
			new String_Length_Values(),
			new Null_Values(),
			new Type_Values( $table ),
		);
	}

	/**
	 * @param array  $schema Any schema.
	 * @param string $name   Name of the parameter or property.
	 * @return mixed The first harmless value that WordPress accepts, else the first one; null when none was found.
	 */
	public function instance( array $schema, string $name ): mixed {
		$first = null;
		foreach ( $this->candidates( $schema, $name ) as $candidate ) {
			if ( Generated_Value::INVALID !== $candidate->kind && array() === $candidate->path && $this->accepts( $schema, $candidate->value ) ) {
				if ( self::is_harmless( $candidate->value ) ) {
					return $candidate->value;
				}
				$first ??= $candidate->value;
			}
		}
		return $first;
	}

	/**
	 * Whether a value is fit for a control case: nothing in it that a parser could stumble over.
	 *
	 * @param mixed $value Any value.
	 */
	public static function is_harmless( mixed $value ): bool {
		return match ( true ) {
			is_array( $value )  => array() === array_filter( $value, static fn( mixed $item ): bool => ! self::is_harmless( $item ) ),
			is_string( $value ) => 1 === preg_match( '~^[\w.:@/#+ -]+$~u', $value ) && ! str_contains( $value, '../' ),
			is_int( $value )    => $value >= 0,
			default             => null !== $value,
		};
	}

	/**
	 * @param array  $schema Any schema.
	 * @param string $name   Name of the parameter or property.
	 * @return list<Generated_Value> Different values, each with the kind that WordPress gives it.
	 */
	public function all( array $schema, string $name ): array {
		return array_map( fn( Generated_Value $value ): Generated_Value => $this->judged( $schema, $value ), $this->unjudged( $schema, $name ) );
	}

	/**
	 * As all(), without asking WordPress: the kinds are what the makers of the values meant. A plan holds hundreds of
	 * values and uses a few at a time, so it judges those that it uses.
	 *
	 * @param array  $schema Any schema.
	 * @param string $name   Name of the parameter or property.
	 * @return list<Generated_Value> Different values.
	 */
	public function unjudged( array $schema, string $name ): array {
		$values = array();
		foreach ( $this->candidates( $schema, $name ) as $candidate ) {
			$key = json_encode( $candidate->value, JSON_PARTIAL_OUTPUT_ON_ERROR ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- an identity, no output.
			// What the name suggests is tried first, also where the schema lists it.
			if ( ! isset( $values[ $key ] ) || 'name' === $candidate->keyword ) {
				$values[ $key ] = $candidate;
			}
		}
		return array_values( $values );
	}

	/**
	 * Whether WordPress accepts a value, as far as it can say.
	 *
	 * @param array $schema Any schema.
	 * @param mixed $value  Any value.
	 */
	public function accepts( array $schema, mixed $value ): bool {
		return false !== $this->verdict( $schema, $value );
	}

	/**
	 * @param array $schema Any schema.
	 * @param mixed $value  Any value.
	 * @return bool|null Whether WordPress accepts the value; null where it cannot say: no type, or a schema that it stumbles over.
	 */
	public function verdict( array $schema, mixed $value ): ?bool {
		if ( ! isset( $schema['type'] ) && ! isset( $schema['anyOf'] ) && ! isset( $schema['oneOf'] ) ) {
			return null;
		}
		// Plugins declare schemas that make WordPress warn for every value; that tells nothing of this one.
		set_error_handler( static fn(): bool => true ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions
		try {
			return ! is_wp_error( rest_validate_value_from_schema( $value, $schema, 'value' ) );
		} catch ( \Throwable ) {
			return null;
		} finally {
			restore_error_handler();
		}
	}

	/**
	 * @return iterable<Generated_Value>
	 */
	private function candidates( array $schema, string $name ): iterable {
		if ( $this->depth >= self::DEPTH ) {
			return;
		}
		++$this->depth;
		try {
			foreach ( $this->keywords as $keyword ) {
				yield from $keyword->values( self::with_type_list( $schema ), $name, $this );
			}
		} finally {
			--$this->depth;
		}
	}

	/**
	 * @param array           $schema    Schema of the value.
	 * @param Generated_Value $candidate A value of unjudged().
	 * @return Generated_Value The same with the kind that WordPress gives it.
	 */
	public function judged( array $schema, Generated_Value $candidate ): Generated_Value {
		if ( ! $this->accepts( $schema, $candidate->value ) ) {
			$kind = Generated_Value::INVALID;
		} else {
			$kind = Generated_Value::INVALID === $candidate->kind ? Generated_Value::BOUNDARY : $candidate->kind;
		}
		return new Generated_Value( $candidate->value, $candidate->keyword, $kind, $candidate->path );
	}

	private static function with_type_list( array $schema ): array {
		$types = array_values( array_filter( (array) ( $schema['type'] ?? array() ), 'is_string' ) );
		if ( ! $types ) {
			$types = match ( true ) {
				isset( $schema['properties'] ) => array( 'object' ),
				isset( $schema['items'] )      => array( 'array' ),
				default                        => array(),
			};
		}
		return array( 'type' => $types ) + $schema;
	}
}
