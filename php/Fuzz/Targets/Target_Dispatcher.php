<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Targets;

use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * The one door to the targets: translates commands and runtime actions into what they call,
 * asks the mutation policy, and calls. Nothing reaches a target around the policy.
 */
final class Target_Dispatcher {

	/** @var array<string, Target> */
	private array $targets = array();

	/**
	 * @param Target[]             $targets Executors, one per kind.
	 * @param Command_Target       $command Translates `command` and `runtime` targets.
	 * @param Runtime_Action_Target $action Translates `runtime-action` targets.
	 * @param Mutation_Policy      $policy  Decides what may change state.
	 */
	public function __construct(
		array $targets,
		private readonly Command_Target $command,
		private readonly Runtime_Action_Target $action,
		private readonly Mutation_Policy $policy
	) {
		foreach ( $targets as $target ) {
			$this->targets[ $target->kind() ] = $target;
		}
	}

	/**
	 * @param Fuzz_Case   $fuzz_case   What to call.
	 * @param Observation $observation Takes the answer.
	 */
	public function call( Fuzz_Case $fuzz_case, Observation $observation ): void {
		if ( isset( $this->targets[ $fuzz_case->kind ] ) ) {
			$called = $fuzz_case;
		} else {
			$called = match ( $fuzz_case->kind ) {
				'command', 'runtime' => $this->command->translate( $fuzz_case ),
				'runtime-action'     => $this->action->translate( $fuzz_case ),
				default              => 'wp_codebox_fuzz_step_unsupported',
			};
		}
		$skip = $called instanceof Fuzz_Case ? $this->policy->skip_reason( $called ) : $called;
		if ( null !== $skip ) {
			$observation->ended       = Observation::SKIPPED;
			$observation->skip_reason = $skip;
			return;
		}
		$this->targets[ $called->kind ]->call( $called, $observation );
	}
}
