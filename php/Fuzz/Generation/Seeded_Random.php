<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation;

use Random\Engine\Xoshiro256StarStar;

/**
 * Reproducible choices: xoshiro256** seeded with the SHA-256 of its parts, 31 bits of each 64-bit output,
 * bounded by rejection. PHP specifies the engine's bytes, so 32-bit PHP (WASM) chooses the same.
 */
final class Seeded_Random {

	private const RANGE = 0x7FFFFFFF;

	private readonly Xoshiro256StarStar $engine;

	/**
	 * @param string ...$parts What the choices depend on, e.g. version, seed, digest, case number.
	 */
	public function __construct( string ...$parts ) {
		$this->engine = new Xoshiro256StarStar( hash( 'sha256', implode( "\0", $parts ), true ) );
	}

	/**
	 * @param int $count 1 to 2^31 - 1.
	 * @return int 0 to $count - 1, each as likely.
	 */
	public function below( int $count ): int {
		$limit = self::RANGE - self::RANGE % $count;
		do {
			$number = unpack( 'V', $this->engine->generate() )[1] & self::RANGE;
		} while ( $number >= $limit );
		return $number % $count;
	}

	/**
	 * @param int $percent 0 to 100.
	 */
	public function chance( int $percent ): bool {
		return $this->below( 100 ) < $percent;
	}

	/**
	 * @param array $values A list of at least one.
	 * @return mixed One of them.
	 */
	public function pick( array $values ): mixed {
		return $values[ $this->below( count( $values ) ) ];
	}

	/**
	 * @template T
	 * @param list<T> $values Any.
	 * @return list<T> In another order (Fisher-Yates).
	 */
	public function shuffle( array $values ): array {
		for ( $last = count( $values ) - 1; $last > 0; $last-- ) {
			$other = $this->below( $last + 1 );
			list( $values[ $last ], $values[ $other ] ) = array( $values[ $other ], $values[ $last ] );
		}
		return $values;
	}
}
