<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Reading;

use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Follows the markers of a case into a text: where each arrived, and how much of the value around it survived unchanged.
 */
final class Marker_Trace {

	/** More arrivals than that in one text say nothing new. */
	private const LIMIT = 20;

	private readonly Input_Values $values;

	public function __construct( Fuzz_Case $fuzz_case ) {
		$this->values = Input_Values::of( $fuzz_case );
	}

	/**
	 * @param string $text The text at the sink.
	 * @return list<array{marker: string, start: int, end: int, fragment: string}> `start` to `end` is what survived of the value; it holds the marker.
	 */
	public function arrivals( string $text ): array {
		$arrivals = array();
		foreach ( $this->values->markers as $marker ) {
			$at = stripos( $text, $marker );
			for ( $left = self::LIMIT; false !== $at && $left > 0; --$left ) {
				$arrivals[] = $this->widen( $text, $marker, $at );
				$at         = stripos( $text, $marker, $at + strlen( $marker ) );
			}
		}
		return $arrivals;
	}

	/**
	 * @return array{marker: string, start: int, end: int, fragment: string}
	 */
	private function widen( string $text, string $marker, int $at ): array {
		$start = $at;
		$end   = $at + strlen( $marker );
		foreach ( $this->values->with( $marker ) as $value ) {
			$in    = (int) stripos( $value, $marker );
			$left  = 0;
			$right = 0;
			while ( $in - $left > 0 && $at - $left > 0 && $text[ $at - $left - 1 ] === $value[ $in - $left - 1 ] ) {
				++$left;
			}
			$behind = $in + strlen( $marker );
			$after  = $at + strlen( $marker );
			while ( isset( $value[ $behind + $right ], $text[ $after + $right ] ) && $text[ $after + $right ] === $value[ $behind + $right ] ) {
				++$right;
			}
			$start = min( $start, $at - $left );
			$end   = max( $end, $after + $right );
		}
		return array(
			'marker'   => $marker,
			'start'    => $start,
			'end'      => $end,
			'fragment' => substr( $text, $start, $end - $start ),
		);
	}
}
