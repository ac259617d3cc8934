<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Campaign;

use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A process per role. Reads of several roles run side by side; a case that may write runs alone, for it
 * holds locks until it is rolled back.
 */
final class Worker_Lanes implements Case_Lanes {

	/** @var array<string, Lane> */
	private array $lanes = array();

	/** @var list<Lane> Fresh processes that load WordPress while others work. */
	private array $spares = array();

	/**
	 * @param \Closure():Lane $open  Makes a lane.
	 * @param int             $width How many lanes read, or load WordPress, at once.
	 */
	public function __construct( private readonly \Closure $open, private readonly int $width = 2 ) {}

	public function run( array $cases ): iterable {
		$queues = array();
		foreach ( $cases as $fuzz_case ) {
			$queues[ (string) $fuzz_case->role ][] = $fuzz_case;
		}
		foreach ( array_keys( $queues ) as $role ) {
			$this->lanes[ $role ] ??= ( $this->open )();
			$this->lanes[ $role ]->start();
		}
		while ( $queues || $this->busy() ) {
			$this->fill( $queues );
			foreach ( $this->busy() as $lane ) {
				$outcome = $lane->take( 1 === count( $this->busy() ) ? 0.25 : 0.002 );
				if ( null !== $outcome ) {
					yield $outcome;
				}
			}
		}
	}

	public function run_fresh( array $cases ): array {
		$lane     = $this->fresh();
		$outcomes = array();
		try {
			foreach ( $cases as $fuzz_case ) {
				$lane->give( $fuzz_case );
				do {
					$outcome = $lane->take( 1.0 );
				} while ( null === $outcome );
				$outcomes[] = $outcome;
			}
		} finally {
			$lane->close();
		}
		return $outcomes;
	}

	public function close(): void {
		foreach ( array( ...array_values( $this->lanes ), ...$this->spares ) as $lane ) {
			$lane->close();
		}
		$this->lanes  = array();
		$this->spares = array();
	}

	/** A process that has run nothing; others are started for the calls that follow. */
	private function fresh(): Lane {
		for ( $missing = $this->width - count( $this->spares ); $missing > 0; $missing-- ) {
			$lane = ( $this->open )();
			$lane->start();
			$this->spares[] = $lane;
		}
		return array_shift( $this->spares );
	}

	/**
	 * Hands out what may run now.
	 *
	 * @param array<string, list<Fuzz_Case>> $queues Cases by role; what is handed out is taken off.
	 */
	private function fill( array &$queues ): void {
		foreach ( array_keys( $queues ) as $role ) {
			$busy = count( $this->busy() );
			$lane = $this->lanes[ $role ];
			if ( $busy >= $this->width || $lane->is_busy() ) {
				continue;
			}
			if ( $busy > 0 && ( $queues[ $role ][0]->is_mutating() || $this->writes() ) ) {
				continue;
			}
			$lane->give( array_shift( $queues[ $role ] ) );
			if ( ! $queues[ $role ] ) {
				unset( $queues[ $role ] );
			}
		}
	}

	/** Whether a case that may write is under way. */
	private function writes(): bool {
		foreach ( $this->busy() as $lane ) {
			if ( $lane->running()->is_mutating() ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * @return list<Lane>
	 */
	private function busy(): array {
		return array_values( array_filter( $this->lanes, static fn( Lane $lane ): bool => $lane->is_busy() ) );
	}
}
