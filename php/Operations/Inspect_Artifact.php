<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Artifacts\Artifact_Documents;
use WP_Codebox\Artifacts\Artifact_Error;
use WP_Codebox\Artifacts\Artifact_Services;
use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Services;
use WP_Error;

/**
 * A stored bundle together with its verification.
 */
final class Inspect_Artifact implements Operation {

	private function __construct( private readonly Artifact_Services $artifacts ) {}

	public static function create( Services $services ): self {
		return new self( $services->artifacts() );
	}

	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		return Artifact_Error::guard(
			function () use ( $input, $invocation ): array|WP_Error {
				$store        = $this->artifacts->store_of( $input, $invocation );
				$bundle       = $store->find( $input['artifact_id'] );
				$verification = $store->verify( $input['artifact_id'] );
				if ( is_wp_error( $bundle ) || is_wp_error( $verification ) ) {
					return is_wp_error( $bundle ) ? $bundle : $verification;
				}
				return array(
					'schema'       => Contracts::get( 'artifacts/schemas' )['ARTIFACT_INSPECTION_SCHEMA'],
					'success'      => $verification->is_valid(),
					'status'       => $verification->is_valid() ? 'passed' : 'failed',
					'artifact'     => $verification->is_valid() ? ( new Artifact_Documents() )->whole( $bundle ) : array( 'id' => $input['artifact_id'] ),
					'verification' => $verification->to_array(),
				);
			}
		);
	}
}
