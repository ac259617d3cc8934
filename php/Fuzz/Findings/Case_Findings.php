<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Findings;

use WP_Codebox\Fuzz\Inventory\Code_Under_Test;
use WP_Codebox\Fuzz\Oracles\Oracle_Panel;
use WP_Codebox\Fuzz\Oracles\Run_Baseline;
use WP_Codebox\Fuzz\Run\Case_Judge;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Run\Status_Rule;
use WP_Codebox\Fuzz\Run\Verdict;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Has a case judged by the oracles and writes what they find as records of the contract, each with its
 * fingerprint and what a replay needs.
 */
final class Case_Findings {

	private const RANKS = array(
		Finding::INFO   => 0,
		Finding::LOW    => 1,
		Finding::MEDIUM => 2,
		Finding::HIGH   => 3,
	);

	/**
	 * @param Oracle_Panel    $panel    Judges.
	 * @param Target_Contexts $contexts What is known about a target.
	 * @param Code_Under_Test $code     Whose findings count.
	 * @param Run_Baseline    $baseline What the run showed so far.
	 * @param string          $fail_on  Severity from which a finding fails its case.
	 */
	public function __construct(
		private readonly Oracle_Panel $panel,
		private readonly Target_Contexts $contexts,
		private readonly Code_Under_Test $code,
		private readonly Run_Baseline $baseline,
		private readonly string $fail_on = Finding::MEDIUM
	) {}

	/**
	 * @param Fuzz_Case   $fuzz_case   What ran.
	 * @param Observation $observation What was seen.
	 * @return list<array> `fuzzFinding` records of the contract.
	 */
	public function collect( Fuzz_Case $fuzz_case, Observation $observation ): array {
		if ( Observation::SKIPPED === $observation->ended ) {
			return array();
		}
		$target   = self::target( $fuzz_case, $observation );
		$findings = $this->panel->judge( $fuzz_case, $observation, $this->contexts->of( $fuzz_case, $observation, $this->code, $this->baseline->for_target( $target ) ) );
		$this->baseline->note( $target, $fuzz_case, $observation );
		$records = array();
		foreach ( $findings as $finding ) {
			$record                            = $this->record( $finding, $fuzz_case, $observation );
			$records[ $record['fingerprint'] ] = $record;
		}
		return array_values( $records );
	}

	/**
	 * What the oracles say of the same case as several people saw it.
	 *
	 * @param list<array{role: string, case: Fuzz_Case, observation: Observation}> $members One per role and user.
	 * @return list<array> `fuzzFinding` records of the contract.
	 */
	public function compare( array $members ): array {
		if ( count( $members ) < 2 ) {
			return array();
		}
		$by_case = array_column( array_map( static fn( array $member ): array => array( $member['case']->id, $member ), $members ), 1, 0 );
		$context = $this->contexts->of( $members[0]['case'], $members[0]['observation'], $this->code, array() );
		$records = array();
		foreach ( $this->panel->judge_group( $members, $context ) as $said ) {
			$member                            = $by_case[ $said['case'] ];
			$record                            = $this->record( $said['finding'], $member['case'], $member['observation'] );
			$records[ $record['fingerprint'] ] = $record;
		}
		return array_values( $records );
	}

	/**
	 * @param Verdict     $verdict  What the answer says.
	 * @param list<array> $findings What the oracles say.
	 * @return Verdict Failed when a finding is grave enough.
	 */
	public function weigh( Verdict $verdict, array $findings ): Verdict {
		$grave = array_filter( $findings, fn( array $finding ): bool => self::RANKS[ $finding['severity'] ] >= self::RANKS[ $this->fail_on ] );
		if ( ! $grave || Status_Rule::PASSED !== $verdict->status ) {
			return $verdict;
		}
		$diagnostics = array_map(
			static fn( array $finding ): array => Case_Judge::diagnostic( 'error', 'wp_codebox_fuzz_finding', $finding['message'], array_intersect_key( $finding, array_flip( array( 'fingerprint', 'oracle', 'severity', 'location' ) ) ) ),
			array_values( $grave )
		);
		return new Verdict( Status_Rule::FAILED, $verdict->outcome, array( ...$diagnostics, ...$verdict->diagnostics ) );
	}

	private function record( Finding $finding, Fuzz_Case $fuzz_case, Observation $observation ): array {
		$target = self::target( $fuzz_case, $observation );
		$nonce  = isset( $fuzz_case->input['headers'] ) && array_intersect( array( 'x-wp-nonce', 'x_wp_nonce' ), array_map( 'strtolower', array_keys( $fuzz_case->input['headers'] ) ) );
		return array(
			'fingerprint' => Fingerprint::of( $finding, $target, null === $finding->location ? null : $this->code->root_of( $finding->location['file'] ), $fuzz_case->role, (bool) $nonce ),
			'oracle'      => $finding->oracle,
			'severity'    => $finding->severity,
			'message'     => $finding->message,
			'location'    => $finding->location,
			'proof'       => $finding->is_proof,
			'evidence'    => $finding->evidence,
			'target'      => array(
				'kind' => $fuzz_case->kind,
				'id'   => $target,
			),
			'replay'      => $fuzz_case->to_array(),
		);
	}

	/** The route with its method, or what else was called. */
	private static function target( Fuzz_Case $fuzz_case, Observation $observation ): string {
		return in_array( $fuzz_case->kind, array( 'rest', 'http' ), true ) ? $fuzz_case->method() . ' ' . ( $observation->route ?? $fuzz_case->entry ) : $fuzz_case->entry;
	}
}
