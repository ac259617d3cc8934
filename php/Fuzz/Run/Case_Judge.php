<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Decides the status of a case from what was seen and what it expects.
 */
final class Case_Judge {

	private const PHP_ERRORS = 20;

	/**
	 * @param Expectations $expectations Judges `expect`.
	 */
	public function __construct( private readonly Expectations $expectations ) {}

	/**
	 * @param Fuzz_Case   $fuzz_case   What ran.
	 * @param Observation $observation What was seen.
	 * @param bool        $with_expect False for a step, whose case holds the expectations.
	 */
	public function judge( Fuzz_Case $fuzz_case, Observation $observation, bool $with_expect = true ): Verdict {
		$verdict = $this->unanswered( $fuzz_case, $observation )
			?? $this->in_steps( $fuzz_case, $observation )
			?? ( $with_expect && $fuzz_case->expect ? $this->against_expectations( $fuzz_case, $observation ) : null )
			?? $this->by_answer( $fuzz_case, $observation );
		return new Verdict( $verdict->status, $verdict->outcome, array( ...$verdict->diagnostics, ...$this->php_errors( $fuzz_case, $observation ) ) );
	}

	private function unanswered( Fuzz_Case $fuzz_case, Observation $observation ): ?Verdict {
		switch ( $observation->ended ) {
			case Observation::RETURNED:
				return null;
			case Observation::SKIPPED:
				return new Verdict( Status_Rule::SKIPPED, Verdict::SKIPPED, array( self::skipped( $fuzz_case, (string) $observation->skip_reason ) ) );
			case Observation::INVALID:
				return $this->one( Status_Rule::ERROR, Verdict::INVALID, $fuzz_case, (string) $observation->error_code, (string) $observation->error_message );
			case Observation::UNREACHABLE:
				return $this->one( Status_Rule::FAILED, Verdict::UNREACHABLE, $fuzz_case, (string) $observation->error_code, (string) $observation->error_message );
			default:
				return $this->crashed( $fuzz_case, $observation );
		}
	}

	private function crashed( Fuzz_Case $fuzz_case, Observation $observation ): Verdict {
		$thrown  = $observation->throwable;
		$frame   = $thrown['frames'][0] ?? null;
		$message = null === $thrown
			? sprintf( 'The case ended by %s.', $observation->ended )
			: sprintf( '%s: %s', $thrown['class'], $thrown['message'] );
		return $this->one(
			Status_Rule::FAILED,
			Observation::TIMEOUT === $observation->ended ? Verdict::TIMED_OUT : Verdict::CRASHED,
			$fuzz_case,
			'wp_codebox_fuzz_step_exception',
			$message,
			array( 'ended' => $observation->ended ) + ( null === $frame ? array() : array_intersect_key( $frame, array_flip( array( 'file', 'line' ) ) ) )
		);
	}

	private function in_steps( Fuzz_Case $fuzz_case, Observation $observation ): ?Verdict {
		$counts      = array();
		$diagnostics = array();
		foreach ( $observation->steps as $step ) {
			$counts[ $step['status'] ] = ( $counts[ $step['status'] ] ?? 0 ) + 1;
			if ( Status_Rule::PASSED !== $step['status'] ) {
				foreach ( $this->judge( $fuzz_case, $step['observation'], false )->diagnostics as $diagnostic ) {
					$diagnostic['metadata'] = array(
						'phase'   => $step['phase'],
						'command' => $step['command'],
					) + $diagnostic['metadata'];
					$diagnostics[]          = $diagnostic;
				}
			}
		}
		if ( ! $observation->steps ) {
			return null;
		}
		$status = Status_Rule::of( $counts );
		if ( Status_Rule::PASSED === $status ) {
			return null;
		}
		$outcome = match ( $status ) {
			Status_Rule::ERROR   => Verdict::INVALID,
			Status_Rule::SKIPPED => Verdict::SKIPPED,
			default              => Verdict::CRASHED,
		};
		return new Verdict( $status, $outcome, $diagnostics );
	}

	private function against_expectations( Fuzz_Case $fuzz_case, Observation $observation ): Verdict {
		try {
			$missed = $this->expectations->missed( $fuzz_case->expect, $observation );
		} catch ( \InvalidArgumentException $mistake ) {
			return $this->one( Status_Rule::ERROR, Verdict::INVALID, $fuzz_case, 'wp_codebox_fuzz_expectation_invalid', $mistake->getMessage() );
		}
		return null === $missed
			? new Verdict( Status_Rule::PASSED, $this->outcome( $observation ) )
			: $this->one( Status_Rule::FAILED, $this->outcome( $observation ), $fuzz_case, 'wp_codebox_fuzz_expectation_failed', $missed );
	}

	private function by_answer( Fuzz_Case $fuzz_case, Observation $observation ): Verdict {
		$outcome = $this->outcome( $observation );
		if ( Verdict::SERVER_ERROR !== $outcome ) {
			return new Verdict( Status_Rule::PASSED, $outcome );
		}
		$code = 'ability' === $fuzz_case->kind && null === $observation->status ? 'wp_codebox_fuzz_ability_failed' : "wp_codebox_fuzz_{$this->family( $fuzz_case )}_request_failed";
		$text = null === $observation->error_code
			? sprintf( 'The answer has the status %d.', $observation->status )
			: sprintf( '%s: %s', $observation->error_code, $observation->error_message );
		return $this->one( Status_Rule::FAILED, $outcome, $fuzz_case, $code, $text, array_filter( array(
'status'     => $observation->status,
'error_code' => $observation->error_code,
) ) );
	}

	private function family( Fuzz_Case $fuzz_case ): string {
		return in_array( $fuzz_case->kind, array( 'http', 'ability' ), true ) ? $fuzz_case->kind : 'rest';
	}

	private function outcome( Observation $observation ): string {
		return match ( true ) {
			Rejection::is_one( $observation ) => Verdict::REJECTED,
			null !== $observation->status     => $observation->status >= 500 ? Verdict::SERVER_ERROR : ( $observation->status >= 400 ? Verdict::CLIENT_ERROR : Verdict::ACCEPTED ),
			null !== $observation->error_code => Verdict::SERVER_ERROR,
			default                           => Verdict::ACCEPTED,
		};
	}

	private function php_errors( Fuzz_Case $fuzz_case, Observation $observation ): array {
		$diagnostics = array();
		foreach ( array_slice( $observation->php_errors, 0, self::PHP_ERRORS ) as $error ) {
			$frame         = $error['frames'][0] ?? array();
			$diagnostics[] = self::diagnostic(
				'warning',
				'wp_codebox_fuzz_php_error',
				sprintf( 'PHP %s: %s', $error['severity'], $error['message'] ),
				array(
					'case_id'  => $fuzz_case->id,
					'severity' => $error['severity'],
				) + array_intersect_key( $frame, array_flip( array( 'file', 'line' ) ) )
			);
		}
		return $diagnostics;
	}

	/**
	 * @param Fuzz_Case $fuzz_case What did not run.
	 * @param string    $code      Documented skip code.
	 * @return array Diagnostic.
	 */
	public static function skipped( Fuzz_Case $fuzz_case, string $code ): array {
		$action = $fuzz_case->input['type'] ?? null;
		return self::diagnostic(
			'warning',
			$code,
			Contracts::get( 'fuzz/skip-codes' )[ $code ] ?? 'The case was not executed.',
			array_filter(
				array(
					'case_id'     => $fuzz_case->id,
					'command'     => in_array( $fuzz_case->kind, array( 'command', 'runtime' ), true ) ? $fuzz_case->entry : null,
					'target_kind' => $fuzz_case->kind,
					'target_id'   => $fuzz_case->entry,
					'action'      => is_string( $action ) ? $action : null,
					'reason'      => preg_replace( '/^wp_codebox_fuzz_(suite_)?/', '', $code ),
				)
			)
		);
	}

	private function one( string $status, string $outcome, Fuzz_Case $fuzz_case, string $code, string $message, array $metadata = array() ): Verdict {
		return new Verdict( $status, $outcome, array( self::diagnostic( 'error', $code, $message, array( 'case_id' => $fuzz_case->id ) + $metadata ) ) );
	}

	/**
	 * @param string $severity `error`, `warning` or `info`.
	 * @param string $code     What happened, for a machine.
	 * @param string $message  What happened, for a person.
	 * @param array  $metadata JSON values.
	 * @return array Diagnostic of a case or a suite.
	 */
	public static function diagnostic( string $severity, string $code, string $message, array $metadata = array() ): array {
		return array(
			'severity' => $severity,
			'code'     => $code,
			'message'  => $message,
			'metadata' => $metadata,
		);
	}
}
