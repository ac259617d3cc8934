<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Campaign;

use WP_Codebox\Fuzz\Envelope\Content_Digest;
use WP_Codebox\Fuzz\Run\Case_Judge;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Proves over wp-content, batch by batch, that cases left files alone. What raw PHP functions write cannot be refused and
 * is not put back; it is said, with the case that did it, which is found by running halves of the batch again.
 */
final class Watched_Lanes implements Case_Lanes {

	/** The walk may take this part of the time. */
	private const SHARE = 0.02;

	/** Batches that are halved; a plugin that writes a log does it in each. */
	private const SEARCHES = 3;

	private const NAMED = 20;

	/** @var array<string, array> What Content_Digest took last. */
	private array $known;

	/** @var list<Fuzz_Case> What ran since. */
	private array $batch = array();
	private float $looked;
	private float $cost = 0.0;

	/** @var list<array> */
	private array $diagnostics = array();

	/**
	 * @param Case_Lanes     $lanes  Run the cases.
	 * @param Content_Digest $digest Of what has to stay as it is.
	 */
	public function __construct( private readonly Case_Lanes $lanes, private readonly Content_Digest $digest ) {
		$this->known  = $this->take();
		$this->looked = microtime( true );
	}

	public function run( array $cases ): iterable {
		array_push( $this->batch, ...$cases );
		yield from $this->lanes->run( $cases );
		if ( microtime( true ) - $this->looked >= $this->cost / self::SHARE ) {
			$this->look();
		}
	}

	public function run_fresh( array $cases ): array {
		array_push( $this->batch, ...$cases );
		return $this->lanes->run_fresh( $cases );
	}

	public function close(): void {
		$this->lanes->close();
	}

	/**
	 * Looks a last time.
	 *
	 * @return list<array> Diagnostics of the run: which files cases changed, and which case did.
	 */
	public function diagnostics(): array {
		$this->look();
		$this->lanes->close();
		return $this->diagnostics;
	}

	private function look(): void {
		$changes     = $this->changes();
		$batch       = $this->batch;
		$this->batch = array();
		if ( $changes ) {
			$found               = count( $this->diagnostics ) < self::SEARCHES ? $this->search( $batch ) : null;
			$this->diagnostics[] = Case_Judge::diagnostic(
				'warning',
				'wp_codebox_fuzz_files_changed',
				sprintf( '%d files below wp-content changed while cases ran; %s.', count( $changes ), null === $found ? 'no single case showed it again' : "$found->id did it" ),
				array( 'changes' => array_slice( $changes, 0, self::NAMED ) ) + ( null === $found ? array( 'cases' => array_slice( array_column( $batch, 'id' ), 0, self::NAMED ) ) : array( 'replay' => $found->to_array() ) )
			);
			$this->diagnostics = array_slice( $this->diagnostics, 0, self::NAMED );
			$this->known       = $this->take();
		}
		$this->looked = microtime( true );
	}

	/**
	 * @param list<Fuzz_Case> $batch Cases, one of which may have done it.
	 * @return Fuzz_Case|null The case that does it again by itself.
	 */
	private function search( array $batch ): ?Fuzz_Case {
		if ( ! $batch ) {
			return null;
		}
		$this->known = $this->take();
		foreach ( array_chunk( $batch, max( 1, intdiv( count( $batch ) + 1, 2 ) ) ) as $half ) {
			foreach ( $this->lanes->run( $half ) as $unused ) {
				continue;
			}
			if ( $this->changes() ) {
				return 1 === count( $half ) ? $half[0] : $this->search( $half );
			}
		}
		return null;
	}

	/** @return list<array{path: string, change: string}> Since the last look. */
	private function changes(): array {
		return $this->digest->changes( $this->known, $this->take() );
	}

	private function take(): array {
		$started    = microtime( true );
		$taken      = $this->digest->take();
		$this->cost = microtime( true ) - $started;
		return $taken;
	}
}
