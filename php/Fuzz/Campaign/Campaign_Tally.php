<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Campaign;

use WP_Codebox\Fuzz\Findings\Finding_Collector;
use WP_Codebox\Fuzz\Inventory\Inventory;
use WP_Codebox\Fuzz\Oracles\Reading\Broken_Environment;

/**
 * Counts while a campaign runs; bounded however many cases come by.
 */
final class Campaign_Tally {

	private const FAILED_CASES = 500;
	private const CASE_IDS     = 20;
	private const REASONS      = 20;

	/** @var array<string, int> */
	private array $statuses = array(
		'passed'  => 0,
		'failed'  => 0,
		'error'   => 0,
		'skipped' => 0,
	);

	/** @var array<string, array{reason: string, count: int, caseIds: list<string>}> */
	private array $skipped = array();

	/** @var list<array> The first failed cases. */
	private array $failed = array();

	/** @var array<string, int> What the environment took => in how many cases. */
	private array $environment = array();

	/** How many endpoints and abilities there are. */
	public readonly int $targets;

	/** @var array<string, string> Method and route => endpoint, which may have several methods. */
	private array $endpoints = array();

	/** @var array<string, true> Endpoints and abilities that answered. */
	private array $reached = array();

	/** @var array<string, float> Fingerprint => seconds to the first sight. */
	private array $seen_after = array();

	private readonly float $started;

	/**
	 * @param Finding_Collector $findings  Keeps each finding once.
	 * @param Inventory         $inventory What there is to reach.
	 */
	public function __construct( public readonly Finding_Collector $findings, Inventory $inventory ) {
		$this->started = microtime( true );
		$this->targets = count( $inventory->endpoints ) + count( $inventory->abilities );
		foreach ( $inventory->endpoints as $endpoint ) {
			foreach ( $endpoint->methods as $method ) {
				$this->endpoints[ "$method $endpoint->route" ] ??= $endpoint->key();
			}
		}
	}

	/**
	 * @param Case_Outcome $outcome What became of a case.
	 */
	public function count( Case_Outcome $outcome ): void {
		++$this->statuses[ $outcome->status ];
		if ( 'skipped' === $outcome->status ) {
			$reason                     = (string) $outcome->observation->skip_reason;
			$this->skipped[ $reason ] ??= array(
				'reason'  => $reason,
				'count'   => 0,
				'caseIds' => array(),
			);
			++$this->skipped[ $reason ]['count'];
			if ( count( $this->skipped[ $reason ]['caseIds'] ) < self::CASE_IDS ) {
				$this->skipped[ $reason ]['caseIds'][] = $outcome->fuzz_case->id;
			}
		} else {
			$this->reach( $outcome );
		}
		if ( ( 'failed' === $outcome->status || 'error' === $outcome->status ) && count( $this->failed ) < self::FAILED_CASES ) {
			$this->failed[] = $outcome->result;
		}
		foreach ( Broken_Environment::reasons( $outcome->observation ) as $reason ) {
			if ( isset( $this->environment[ $reason ] ) || count( $this->environment ) < self::REASONS ) {
				$this->environment[ $reason ] = ( $this->environment[ $reason ] ?? 0 ) + 1;
			}
		}
		$this->add( $outcome->findings );
	}

	private function reach( Case_Outcome $outcome ): void {
		$fuzz_case = $outcome->fuzz_case;
		// The route is the one that answered: an answer of the router is no answer of the route.
		$target = 'ability' === $fuzz_case->kind ? $fuzz_case->entry : $this->endpoints[ $fuzz_case->method() . ' ' . ( $outcome->observation->route ?? $fuzz_case->entry ) ] ?? null;
		if ( null !== $target ) {
			$this->reached[ $target ] = true;
		}
	}

	/**
	 * @return list<array> Diagnostics: what broke cases and is no defect of the code under test, such as a table that nobody has made.
	 */
	public function environment(): array {
		return array_map(
			static fn( string $reason, int $cases ): array => array(
				'severity' => 'warning',
				'code'     => 'wp_codebox_fuzz_environment',
				'message'  => sprintf( 'Not judged for it: %d cases. %s', $cases, $reason ),
				'metadata' => array( 'cases' => $cases ),
			),
			array_keys( $this->environment ),
			array_values( $this->environment )
		);
	}

	/**
	 * @param list<array> $findings Records; the time of the first sight is kept with each.
	 */
	public function add( array $findings ): void {
		foreach ( $findings as $record ) {
			$this->seen_after[ $record['fingerprint'] ] ??= round( $this->elapsed(), 2 );
			$this->findings->add( $record );
		}
	}

	/** Seconds since the campaign began. */
	public function elapsed(): float {
		return microtime( true ) - $this->started;
	}

	/** @return array{total: int, passed: int, failed: int, error: int, skipped: int} */
	public function summary(): array {
		return array( 'total' => array_sum( $this->statuses ) ) + $this->statuses;
	}

	/** @return array<string, int> */
	public function statuses(): array {
		return $this->statuses;
	}

	/** How many endpoints and abilities answered at least once. */
	public function reached(): int {
		return count( $this->reached );
	}

	/** @return list<array> Records of the first failed cases. */
	public function failed_cases(): array {
		return $this->failed;
	}

	/**
	 * @return list<array> Ranked findings with `secondsToFirst`.
	 */
	public function ranked(): array {
		return array_map( fn( array $record ): array => $record + array( 'secondsToFirst' => $this->seen_after[ $record['fingerprint'] ] ?? 0.0 ), $this->findings->ranked() );
	}

	/** @return array `coverageSummary` of the result. */
	public function coverage(): array {
		$total = array_sum( $this->statuses );
		return array(
			'discovered'     => $this->targets,
			'generated'      => $total,
			'executed'       => $total - $this->statuses['skipped'],
			'skipped'        => $this->statuses['skipped'],
			'untested'       => $this->targets - count( $this->reached ),
			'reached'        => count( $this->reached ),
			'skippedReasons' => array_values( $this->skipped ),
		);
	}
}
