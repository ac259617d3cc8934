<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Artifacts\Artifact_Error;
use WP_Codebox\Artifacts\Artifact_Services;
use WP_Codebox\Services;
use WP_Error;

/**
 * Whether a stored bundle is what was written.
 */
final class Verify_Artifact implements Operation {

	private function __construct( private readonly Artifact_Services $artifacts ) {}

	public static function create( Services $services ): self {
		return new self( $services->artifacts() );
	}

	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		return Artifact_Error::guard(
			function () use ( $input, $invocation ): array|WP_Error {
				$verification = $this->artifacts->store_of( $input, $invocation )->verify( $input['artifact_id'] );
				return is_wp_error( $verification ) ? $verification : $verification->to_array();
			}
		);
	}
}
