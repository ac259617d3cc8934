<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Findings;

use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Run\Case_Judge;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Run\Status_Rule;
use WP_Codebox\Fuzz\Run\Verdict;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Asks every oracle about a case, attributes what they find to a place in the code under test, and
 * gives it its fingerprint.
 */
final class Findings_Collector {

	private const RANKS = array(
		Finding::INFO   => 0,
		Finding::LOW    => 1,
		Finding::MEDIUM => 2,
		Finding::HIGH   => 3,
	);

	/**
	 * @param Oracle[]        $oracles  May be empty.
	 * @param Target_Contexts $contexts What is known about a target.
	 * @param Code_Under_Test $code     Whose findings count.
	 * @param string          $fail_on  Severity from which a finding fails its case.
	 */
	public function __construct(
		private readonly array $oracles,
		private readonly Target_Contexts $contexts,
		private readonly Code_Under_Test $code,
		private readonly string $fail_on = Finding::MEDIUM
	) {}

	/**
	 * @param Fuzz_Case   $fuzz_case   What ran.
	 * @param Observation $observation What was seen.
	 * @return list<array> `fuzzFinding` records of the contract.
	 */
	public function collect( Fuzz_Case $fuzz_case, Observation $observation ): array {
		if ( ! $this->oracles || Observation::SKIPPED === $observation->ended ) {
			return array();
		}
		$context = $this->contexts->of( $fuzz_case, $observation, $this->code );
		$records = array();
		foreach ( $this->oracles as $oracle ) {
			foreach ( $oracle->judge( $fuzz_case, $observation, $context ) as $finding ) {
				$record                            = $this->record( $this->attributed( $finding, $context ), $fuzz_case, $observation );
				$records[ $record['fingerprint'] ] = $record;
			}
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

	/**
	 * A finding points at the first frame inside the code under test, else at the callback, else at the registration.
	 *
	 * @param Finding        $finding What an oracle found.
	 * @param Oracle_Context $context What is known about the target.
	 */
	private function attributed( Finding $finding, Oracle_Context $context ): Finding {
		if ( null !== $finding->location ) {
			return $finding;
		}
		$declared = $context->endpoint['callback'] ?? $context->ability;
		$location = $context->owner( $finding->frames )
			?? ( isset( $declared['file'], $declared['line'] ) ? array(
'file' => $declared['file'],
'line' => $declared['line'],
) : null );
		return new Finding( $finding->oracle, $finding->severity, $finding->message, $finding->shape, $location, $finding->evidence, $finding->is_proof, $finding->frames );
	}

	private function record( Finding $finding, Fuzz_Case $fuzz_case, Observation $observation ): array {
		$target = $observation->route ?? $fuzz_case->entry;
		$nonce  = isset( $fuzz_case->input['headers'] ) && array_intersect( array( 'x-wp-nonce', 'x_wp_nonce' ), array_map( 'strtolower', array_keys( $fuzz_case->input['headers'] ) ) );
		return array(
			'fingerprint' => Fingerprint::of( $finding, $fuzz_case->method() . ' ' . $target, null === $finding->location ? null : $this->code->root_of( $finding->location['file'] ), $fuzz_case->role, (bool) $nonce ),
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
			'replay'      => array(
				'caseId'    => $fuzz_case->id,
				'caseIndex' => $fuzz_case->index,
				'input'     => $fuzz_case->input,
				'role'      => $fuzz_case->role,
			),
		);
	}
}
