<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Runs\Run_Registry;
use WP_Codebox\Services;
use WP_Error;

/**
 * Handler; see src-shared/operations/runs.ts.
 */
final class Resume_Run implements Operation {

	/**
	 * @param Run_Registry $registry Runs.
	 */
	public function __construct( private readonly Run_Registry $registry ) {}

	public static function create( Services $services ): self {
		return new self( $services->runs()->registry() );
	}

	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		return $this->registry->resume( $input['run_id'] );
	}
}
