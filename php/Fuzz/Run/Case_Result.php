<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * What became of one case. Immutable; to_array() is its form in `fuzz-suite-result/v1`.
 */
final class Case_Result {

	/**
	 * @param Fuzz_Case        $fuzz_case   What ran, or should have.
	 * @param Verdict          $verdict     What became of it.
	 * @param Observation|null $observation What was seen; null when nothing ran.
	 * @param list<array>      $findings    Findings as records with their fingerprint.
	 * @param float            $started     Unix time.
	 */
	public function __construct(
		public readonly Fuzz_Case $fuzz_case,
		public readonly Verdict $verdict,
		public readonly ?Observation $observation,
		public readonly array $findings,
		private readonly float $started
	) {}

	/**
	 * @param string $suite_id Id of the suite, for the replay record.
	 * @return array<string, mixed>
	 */
	public function to_array( string $suite_id ): array {
		$fuzz_case = $this->fuzz_case;
		$verdict   = $this->verdict;
		$target    = array(
			'kind' => $fuzz_case->kind,
			'id'   => $fuzz_case->entry,
		);
		$record    = array(
			'id'      => $fuzz_case->id,
			'status'  => $verdict->status,
			'success' => Status_Rule::PASSED === $verdict->status,
			'outcome' => $verdict->outcome,
		);
		if ( '' !== $fuzz_case->kind ) {
			$record['target'] = $target;
		}
		if ( Status_Rule::SKIPPED === $verdict->status ) {
			$record['skipReason'] = $verdict->diagnostics[0]['code'];
		}
		if ( $verdict->diagnostics ) {
			$record['diagnostics'] = $verdict->diagnostics;
		}
		if ( $this->findings ) {
			$record['findings'] = array_values( array_unique( array_column( $this->findings, 'fingerprint' ) ) );
		}
		if ( null !== $this->observation ) {
			$record['timing'] = array(
				'startedAt'  => gmdate( 'Y-m-d\TH:i:s', (int) $this->started ) . sprintf( '.%03dZ', (int) ( fmod( $this->started, 1 ) * 1000 ) ),
				'durationMs' => round( $this->observation->nanoseconds / 1e6, 3 ),
			);
		}
		$record['metadata'] = array(
			'outcome'      => $verdict->outcome,
			'observations' => null === $this->observation ? array() : self::observations( $this->observation ),
			'replay'       => array(
				'suiteId'   => $suite_id,
				'caseId'    => $fuzz_case->id,
				'caseIndex' => $fuzz_case->index,
				'target'    => $target,
			) + ( $fuzz_case->input ? array( 'input' => $fuzz_case->input ) : array() ) + ( null === $fuzz_case->role ? array() : array( 'role' => $fuzz_case->role ) ) + ( $fuzz_case->steps ? array( 'steps' => $fuzz_case->steps ) : array() ),
		);
		return $record;
	}

	/**
	 * @param Observation $observation What was seen.
	 * @return list<array> One record per step, or one for the case.
	 */
	private static function observations( Observation $observation ): array {
		if ( ! $observation->steps ) {
			return Observation::SKIPPED === $observation->ended ? array() : array( self::brief( $observation ) );
		}
		return array_map(
			static fn( array $step ): array => array(
				'phase'   => $step['phase'],
				'command' => $step['command'],
				'status'  => $step['status'],
			) + array( 'answer' => self::brief( $step['observation'] ) ),
			$observation->steps
		);
	}

	private static function brief( Observation $observation ): array {
		$brief = array( 'ended' => $observation->ended );
		foreach ( array( 'status', 'route', 'error_code' ) as $name ) {
			if ( null !== $observation->{$name} ) {
				$brief[ $name ] = $observation->{$name};
			}
		}
		if ( 0 < $observation->query_count ) {
			$brief['queries'] = $observation->query_count;
		}
		if ( $observation->events ) {
			$brief['events'] = array_count_values( array_column( $observation->events, 'type' ) );
		}
		if ( '' !== $observation->output ) {
			$brief['output_bytes'] = strlen( $observation->output );
		}
		return $brief;
	}
}
