<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Runs;

use WP_Codebox\Errors\Errors;
use WP_Codebox\Fuzz\Generation\Suite_Generation;
use WP_Codebox\Runs\Run_Kind;
use WP_Error;

/**
 * Generating a suite as a run of the registry: one batch, whose answer is the suite.
 */
final class Generation_Run implements Run_Kind {

	public const ID = 'fuzz-suite-generation';

	/**
	 * @param Suite_Generation $generation Makes suites.
	 */
	public function __construct( private readonly Suite_Generation $generation ) {}

	public function id(): string {
		return self::ID;
	}

	public function plan( array $input ): array|WP_Error {
		$code = $this->generation->code( $input );
		return is_wp_error( $code ) ? $code : array( array() );
	}

	public function work( array $input, array $payload, \Closure $alive ): array|WP_Error {
		return $this->generation->suite( $input );
	}

	public function finish( array $input, iterable $results, string $run_id ): array|WP_Error {
		foreach ( $results as $result ) {
			return isset( $result['error'] ) ? new WP_Error( $result['error']['code'], $result['error']['message'] ) : array( 'result' => $result );
		}
		return Errors::make( 'wp_codebox_run_storage_failed', 'the suite is gone' );
	}
}
