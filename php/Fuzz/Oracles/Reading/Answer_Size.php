<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Reading;

use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * How much a case asked for or got: what cost may grow with.
 */
final class Answer_Size {

	/**
	 * @param Fuzz_Case   $fuzz_case   What ran.
	 * @param Observation $observation What was seen.
	 * @return int Items of the answer, or of the longest list in the input when that is longer.
	 */
	public static function of( Fuzz_Case $fuzz_case, Observation $observation ): int {
		$size = self::items( $observation->data );
		foreach ( Input_Values::of( $fuzz_case )->parameters() as $value ) {
			$size = max( $size, is_array( $value ) && array_is_list( $value ) ? count( $value ) : 0 );
		}
		return $size;
	}

	/**
	 * @param mixed $data Decoded answer.
	 * @return int Length of the list that it is, or of the longest list right below it.
	 */
	public static function items( mixed $data ): int {
		if ( ! is_array( $data ) ) {
			return 0;
		}
		if ( array_is_list( $data ) ) {
			return count( $data );
		}
		return array_reduce( $data, static fn( int $most, mixed $value ): int => max( $most, is_array( $value ) && array_is_list( $value ) ? count( $value ) : 0 ), 0 );
	}
}
