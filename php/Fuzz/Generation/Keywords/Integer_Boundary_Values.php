<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation\Keywords;

use WP_Codebox\Fuzz\Generation\Generated_Value;
use WP_Codebox\Fuzz\Generation\Keyword_Values;
use WP_Codebox\Fuzz\Generation\Schema_Values;
use WP_Codebox\Fuzz\Generation\Value_Table;

/**
 * `minimum`, `maximum`, both exclusive forms and `multipleOf`, for integers and numbers.
 */
final class Integer_Boundary_Values implements Keyword_Values {

	/**
	 * @param Value_Table $table The boundary values.
	 */
	public function __construct( private readonly Value_Table $table ) {}

	public function values( array $schema, string $name, Schema_Values $inner ): iterable {
		$is_integer = in_array( 'integer', $schema['type'], true );
		if ( ! $is_integer && ! in_array( 'number', $schema['type'], true ) ) {
			return;
		}
		$step = self::number( $schema, 'multipleOf' );
		$unit = $is_integer ? 1 : 0.5;
		foreach ( array( array( 'minimum', 1 ), array( 'maximum', -1 ) ) as list( $keyword, $inwards ) ) {
			$bound = self::number( $schema, $keyword );
			if ( null !== $bound ) {
				$bound = $is_integer && is_float( $bound ) && floor( $bound ) === $bound && abs( $bound ) < PHP_INT_MAX ? (int) $bound : $bound;
				yield from self::aligned( $bound, $inwards, $step, $keyword );
				yield new Generated_Value( $bound, $keyword, Generated_Value::BOUNDARY );
				yield new Generated_Value( $bound + $inwards * $unit, $keyword, Generated_Value::VALID );
				yield new Generated_Value( $bound - $inwards * $unit, $keyword, Generated_Value::INVALID );
			}
		}
		if ( null !== $step ) {
			foreach ( array( 1, 0, -1, 7 ) as $factor ) {
				yield new Generated_Value( $step * $factor, 'multipleOf', Generated_Value::VALID );
			}
			yield new Generated_Value( $is_integer ? $step + 1 : $step * 1.5, 'multipleOf', Generated_Value::INVALID );
		}
		foreach ( $this->table->part( $is_integer ? 'integers' : 'numbers' ) as $value ) {
			yield new Generated_Value( $value, 'range', Generated_Value::BOUNDARY );
		}
		yield new Generated_Value( '9223372036854775808', 'range', Generated_Value::BOUNDARY );
	}

	/**
	 * The two multiples nearest to a bound on its inner side.
	 *
	 * @return iterable<Generated_Value>
	 */
	private static function aligned( int|float $bound, int $inwards, int|float|null $step, string $keyword ): iterable {
		if ( null === $step || 0 == $step ) { // phpcs:ignore Universal.Operators.StrictComparisons, WordPress.PHP.StrictComparisons.LooseComparison -- 0 and 0.0.
			return;
		}
		$factor = 1 === $inwards ? ceil( $bound / $step ) : floor( $bound / $step );
		foreach ( array( 0, $inwards ) as $more ) {
			$value = ( $factor + $more ) * $step;
			yield new Generated_Value( is_int( $step ) && abs( $value ) < PHP_INT_MAX ? (int) $value : $value, $keyword, Generated_Value::BOUNDARY );
		}
	}

	private static function number( array $schema, string $keyword ): int|float|null {
		return isset( $schema[ $keyword ] ) && is_numeric( $schema[ $keyword ] ) ? $schema[ $keyword ] + 0 : null;
	}
}
