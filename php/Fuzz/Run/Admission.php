<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Fuzz\Suite\Fuzz_Suite;
use WP_Codebox\Fuzz\Suite\Required_Capabilities;
use WP_Codebox\Fuzz\Suite\Runner_Mode;

/**
 * Decides before anything runs whether this runner takes a suite at all.
 */
final class Admission {

	/**
	 * @param Fuzz_Suite $suite The suite.
	 * @return array|null The suite's diagnostic when nothing may run; its code is the skip reason of every case.
	 */
	public function refusal( Fuzz_Suite $suite ): ?array {
		$missing = $this->missing( $suite );
		if ( ! Runner_Mode::is_here( $suite->runner_mode ) ) {
			$execution = Contracts::get( 'fuzz/runtime-backed-execution' );
			return Case_Judge::diagnostic(
				'error',
				$execution['failure_code'],
				sprintf( 'The suite asks for the runner mode "%s", and only %s is here.', $suite->runner_mode, Runner_Mode::IN_PROCESS ),
				array(
					'requested_runner_mode'    => $suite->runner_mode,
					'available_runner_mode'    => Runner_Mode::IN_PROCESS,
					'missing_capabilities'     => $missing,
					'runtime_backed_execution' => $execution,
					'required_support'         => array(
						'cli'                      => $execution['public_runtime_backed_path'],
						'typescript_public_facade' => $execution['supported_public_facade'],
						'episode_methods'          => $execution['required_episode_methods'],
					),
				)
			);
		}
		if ( $suite->require_coverage && $missing ) {
			return Case_Judge::diagnostic(
				'error',
				'wp_codebox_fuzz_suite_required_runner_capabilities_unsupported',
				'The suite requires coverage, and this runner lacks ' . implode( ', ', $missing ) . '.',
				array(
					'missing_capabilities' => $missing,
					'runner_mode'          => Runner_Mode::IN_PROCESS,
				)
			);
		}
		return null;
	}

	/**
	 * @param Fuzz_Suite $suite The suite.
	 * @return array `fuzz-runner-capabilities/v1` of this runner with what the suite misses.
	 */
	public function capabilities( Fuzz_Suite $suite ): array {
		return array( 'unsupportedRequiredCapabilities' => $this->missing( $suite ) ) + Contracts::get( 'fuzz/runner-capabilities' );
	}

	/**
	 * @param Fuzz_Suite $suite The suite.
	 * @return list<string> Required capabilities that this runner lacks, in the order of the suite.
	 */
	private function missing( Fuzz_Suite $suite ): array {
		return array_values( array_diff( $suite->required, Required_Capabilities::strings( Contracts::get( 'fuzz/runner-capabilities' ) ) ) );
	}
}
