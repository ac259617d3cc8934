<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

/**
 * Counts while a suite runs; bounded however many cases come by.
 */
final class Suite_Tally {

	private const CASE_IDS = 20;
	private const FINDINGS = 5000;

	/** @var array<string, int> Number of cases by status. */
	private array $counts = array(
		Status_Rule::PASSED  => 0,
		Status_Rule::FAILED  => 0,
		Status_Rule::ERROR   => 0,
		Status_Rule::SKIPPED => 0,
	);

	/** @var array<string, array{reason: string, count: int, caseIds: list<string>}> */
	private array $skipped = array();

	/** @var array<string, array> Findings by fingerprint. */
	private array $findings = array();

	/**
	 * @param Case_Result $result What became of a case.
	 */
	public function count( Case_Result $result ): void {
		$this->count_record(
			array(
				'id'         => $result->fuzz_case->id,
				'status'     => $result->verdict->status,
				'skipReason' => $result->verdict->diagnostics[0]['code'] ?? '',
			),
			$result->findings
		);
	}

	/**
	 * The same for a case that another process ran.
	 *
	 * @param array{id: string, status: string, skipReason?: string} $record   As in the result document.
	 * @param list<array>                                            $findings `fuzzFinding` records.
	 */
	public function count_record( array $record, array $findings ): void {
		++$this->counts[ $record['status'] ];
		if ( Status_Rule::SKIPPED === $record['status'] ) {
			$reason                      = $record['skipReason'] ?? '';
			$this->skipped[ $reason ]  ??= array(
				'reason'  => $reason,
				'count'   => 0,
				'caseIds' => array(),
			);
			$this->note( $this->skipped[ $reason ], $record['id'] );
		}
		foreach ( $findings as $finding ) {
			$key = $finding['fingerprint'];
			if ( isset( $this->findings[ $key ] ) || count( $this->findings ) < self::FINDINGS ) {
				$this->findings[ $key ] ??= $finding + array(
					'count'   => 0,
					'caseIds' => array(),
				);
				$this->note( $this->findings[ $key ], $record['id'] );
			}
		}
	}

	/** @return array{total: int, passed: int, failed: int, error: int, skipped: int} */
	public function summary(): array {
		return array( 'total' => array_sum( $this->counts ) ) + $this->counts;
	}

	/** @return array<string, int> */
	public function counts(): array {
		return $this->counts;
	}

	/** @return list<string> Why cases were skipped. */
	public function skip_reasons(): array {
		return array_keys( $this->skipped );
	}

	/** @return list<array> Each finding once, with how often and in which cases it was seen. */
	public function findings(): array {
		return array_values( $this->findings );
	}

	/** @return array `coverageSummary` of the result. */
	public function coverage(): array {
		$total   = array_sum( $this->counts );
		$skipped = $this->counts[ Status_Rule::SKIPPED ];
		return array(
			'discovered'     => $total,
			'generated'      => $total,
			'executed'       => $total - $skipped,
			'skipped'        => $skipped,
			'untested'       => 0,
			'skippedReasons' => array_values( $this->skipped ),
		);
	}

	private function note( array &$record, string $case_id ): void {
		++$record['count'];
		if ( count( $record['caseIds'] ) < self::CASE_IDS && ! in_array( $case_id, $record['caseIds'], true ) ) {
			$record['caseIds'][] = $case_id;
		}
	}
}
