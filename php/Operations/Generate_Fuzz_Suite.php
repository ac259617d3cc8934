<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Fuzz\Generation\Suite_Generation;
use WP_Codebox\Services;
use WP_Error;

/**
 * `wp-codebox/generate-fuzz-suite`: answers a suite that `wp-codebox/run-fuzz-suite` takes.
 */
final class Generate_Fuzz_Suite implements Operation {

	private function __construct( private readonly Suite_Generation $generation ) {}

	public static function create( Services $services ): self {
		return new self( $services->fuzz()->generation() );
	}

	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		return $this->generation->suite( $input );
	}
}
