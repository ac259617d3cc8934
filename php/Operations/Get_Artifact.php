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
 * A stored bundle with its documents.
 */
final class Get_Artifact implements Operation {

	private function __construct( private readonly Artifact_Services $artifacts ) {}

	public static function create( Services $services ): self {
		return new self( $services->artifacts() );
	}

	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		return Artifact_Error::guard(
			function () use ( $input, $invocation ): array|WP_Error {
				$bundle = $this->artifacts->store_of( $input, $invocation )->find( $input['artifact_id'] );
				return is_wp_error( $bundle ) ? $bundle : array(
					'schema'   => Contracts::get( 'artifacts/schemas' )['ARTIFACT_SCHEMA'],
					'success'  => true,
					'artifact' => ( new Artifact_Documents() )->whole( $bundle ),
				);
			}
		);
	}
}
