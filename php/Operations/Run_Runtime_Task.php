<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Services;
use WP_Codebox\Task\Runtime_Task_Runner;
use WP_Error;

/**
 * Runs a task on the target that it names.
 */
final class Run_Runtime_Task implements Operation {

	/**
	 * @param Runtime_Task_Runner $runner Finds the provider and runs it.
	 */
	public function __construct( private readonly Runtime_Task_Runner $runner ) {}

	/**
	 * @param Services $services Composition root.
	 */
	public static function create( Services $services ): self {
		return new self( $services->tasks()->runtime_tasks() );
	}

	/**
	 * @param array      $input      A runtime-task-request/v1.
	 * @param Invocation $invocation Who calls.
	 * @return array|WP_Error A runtime-task-result/v1.
	 */
	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		unset( $invocation );
		return $this->runner->run( $input );
	}
}
