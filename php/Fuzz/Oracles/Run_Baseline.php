<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles;

use WP_Codebox\Fuzz\Oracles\Cost\Slow_Oracle;
use WP_Codebox\Fuzz\Oracles\Reading\Answer_Size;
use WP_Codebox\Fuzz\Oracles\Reading\Sql_Text;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * What a run showed so far, bounded: the median time, query counts by size.
 */
final class Run_Baseline {

	private const DURATIONS = 512;
	private const SIZES     = 6;

	/** @var list<int> */
	private array $durations = array();

	private int $samples = 0;

	private int $median = 0;

	/** @var array<string, int> */
	private array $slow = array();

	/** @var array<string, list<array{size: int, repeats: array<string, int>}>> */
	private array $sizes = array();

	/**
	 * Counts a case that ran, after it was judged.
	 *
	 * @param string      $target      Route with its method, or ability.
	 * @param Fuzz_Case   $fuzz_case   What ran.
	 * @param Observation $observation What was seen.
	 */
	public function note( string $target, Fuzz_Case $fuzz_case, Observation $observation ): void {
		if ( Observation::RETURNED !== $observation->ended ) {
			return;
		}
		if ( $this->median > 0 && Slow_Oracle::is_slow( $observation->nanoseconds, $this->median ) ) {
			$this->slow[ $target ] = ( $this->slow[ $target ] ?? 0 ) + 1;
		}
		$this->durations[ $this->samples % self::DURATIONS ] = $observation->nanoseconds;
		++$this->samples;
		if ( 0 === $this->samples % 16 ) {
			$sorted = $this->durations;
			sort( $sorted );
			$this->median = $sorted[ intdiv( count( $sorted ), 2 ) ];
		}
		if ( count( $this->sizes[ $target ] ?? array() ) < self::SIZES && null === $observation->error_code ) {
			$size = Answer_Size::of( $fuzz_case, $observation );
			if ( ! in_array( $size, array_column( $this->sizes[ $target ] ?? array(), 'size' ), true ) ) {
				$this->sizes[ $target ][] = array(
					'size'    => $size,
					'repeats' => $this->repeats( $observation ),
				);
			}
		}
	}

	/**
	 * @param string $target As for note().
	 * @return array{median_nanoseconds: int, samples: int, slow: int, sizes: list<array{size: int, repeats: array<string, int>}>} For Oracle_Context::$baseline.
	 */
	public function for_target( string $target ): array {
		return array(
			'median_nanoseconds' => $this->median,
			'samples'            => $this->samples,
			'slow'               => $this->slow[ $target ] ?? 0,
			'sizes'              => $this->sizes[ $target ] ?? array(),
		);
	}

	/**
	 * @return array<string, int> Hash of a statement's shape => how often it ran.
	 */
	private function repeats( Observation $observation ): array {
		$repeats = array();
		foreach ( $observation->queries as $query ) {
			if ( 'SELECT' === $query['verb'] ) {
				$key             = md5( ( new Sql_Text( $query['sql'] ) )->shape() );
				$repeats[ $key ] = ( $repeats[ $key ] ?? 0 ) + 1;
			}
		}
		return $repeats;
	}
}
