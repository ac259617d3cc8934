<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Browser\Task_Contracts;
use WP_Codebox\Services;
use WP_Error;

/**
 * Makes a task contract that the browser carries out.
 */
final class Create_Browser_Task_Contract implements Operation {

	/**
	 * @param Task_Contracts $task_contracts Does it.
	 */
	public function __construct( private readonly Task_Contracts $task_contracts ) {}

	/**
	 * @param Services $services Composition root.
	 */
	public static function create( Services $services ): self {
		return new self( $services->browser()->task_contracts() );
	}

	/**
	 * @param array      $input      Valid input.
	 * @param Invocation $invocation Who calls.
	 */
	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		unset( $invocation );
		return $this->task_contracts->create( $input );
	}
}
