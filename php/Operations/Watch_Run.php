<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Errors\Errors;
use WP_Codebox\Runs\Run_Registry;
use WP_Codebox\Services;
use WP_Error;

/**
 * Handler; see src-shared/operations/runs.ts.
 */
final class Watch_Run implements Operation {

	private const PAUSE    = 500_000;
	private const SECONDS  = 20.0;
	private const OPERATOR = 86400.0;

	/**
	 * @param Run_Registry $registry Runs.
	 */
	public function __construct( private readonly Run_Registry $registry ) {}

	public static function create( Services $services ): self {
		return new self( $services->runs()->registry() );
	}

	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		$until = microtime( true ) + (float) ( $input['time'] ?? ( $invocation->is_operator() ? self::OPERATOR : self::SECONDS ) );
		while ( true ) {
			$run = $this->registry->get( $input['run_id'] );
			if ( is_wp_error( $run ) || Run_Registry::is_final( $run['state'] ) ) {
				return $run;
			}
			if ( null !== $invocation->progress ) {
				( $invocation->progress )( sprintf( '%s %s %d/%d batches', $run['id'], $run['state'], $run['progress']['done'] + $run['progress']['failed'], $run['progress']['batches'] ) );
			}
			if ( microtime( true ) >= $until ) {
				return Errors::make( 'wp_codebox_run_not_finished', "{$run['id']} is {$run['state']}" );
			}
			usleep( self::PAUSE );
		}
	}
}
