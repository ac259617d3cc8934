<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Fuzz\Generation\Suite_Generation;
use WP_Codebox\Fuzz\Runs\Generation_Run;
use WP_Codebox\Runs\Run_Registry;
use WP_Codebox\Services;
use WP_Error;

/**
 * `wp-codebox/generate-fuzz-suite`: answers a suite that `wp-codebox/run-fuzz-suite` takes.
 */
final class Generate_Fuzz_Suite implements Operation {

	private function __construct( private readonly Suite_Generation $generation, private readonly Run_Registry $runs ) {}

	public static function create( Services $services ): self {
		return new self( $services->fuzz()->generation(), $services->runs()->registry() );
	}

	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		$selection = array_diff_key( $input, array( 'async' => 1 ) );
		return true === ( $input['async'] ?? false ) ? $this->runs->start( Generation_Run::ID, $selection ) : $this->generation->suite( $selection );
	}
}
