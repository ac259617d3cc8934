<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Artifacts\Artifact_Error;
use WP_Codebox\Artifacts\Artifact_Services;
use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Services;
use WP_Error;

/**
 * Removes a stored bundle.
 */
final class Discard_Artifact implements Operation {

	private function __construct( private readonly Artifact_Services $artifacts ) {}

	public static function create( Services $services ): self {
		return new self( $services->artifacts() );
	}

	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		return Artifact_Error::guard(
			function () use ( $input, $invocation ): array|WP_Error {
				$gone = $this->artifacts->store_of( $input, $invocation )->discard( $input['artifact_id'] );
				return is_wp_error( $gone ) ? $gone : array(
					'schema'      => Contracts::get( 'artifacts/schemas' )['ARTIFACT_DISCARD_SCHEMA'],
					'success'     => true,
					'artifact_id' => $input['artifact_id'],
				);
			}
		);
	}
}
