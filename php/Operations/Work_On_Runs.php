<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Runs\Run_Registry;
use WP_Codebox\Runs\Run_Worker;
use WP_Codebox\Services;
use WP_Error;

/**
 * Handler; see src-shared/operations/runs.ts.
 */
final class Work_On_Runs implements Operation {

	private const SECONDS = 20.0;

	/**
	 * @param Run_Worker   $worker   Works.
	 * @param Run_Registry $registry Says what is left.
	 */
	public function __construct( private readonly Run_Worker $worker, private readonly Run_Registry $registry ) {}

	public static function create( Services $services ): self {
		return new self( $services->runs()->worker(), $services->runs()->registry() );
	}

	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		$batches = $this->worker->work( (float) ( $input['time'] ?? self::SECONDS ), $invocation->progress );
		return array(
			'schema'  => 'wp-codebox/run-work-result/v1',
			'success' => true,
			'batches' => $batches,
			'open'    => count( $this->registry->open_runs() ),
		);
	}
}
