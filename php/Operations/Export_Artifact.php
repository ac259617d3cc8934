<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Artifacts\Artifact_Error;
use WP_Codebox\Artifacts\Artifact_Services;
use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Services;
use WP_Error;

/**
 * Writes a verified bundle as a reproducible zip.
 */
final class Export_Artifact implements Operation {

	private function __construct( private readonly Artifact_Services $artifacts ) {}

	public static function create( Services $services ): self {
		return new self( $services->artifacts() );
	}

	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		return Artifact_Error::guard(
			function () use ( $input, $invocation ): array|WP_Error {
				if ( ! $invocation->is_operator() ) {
					throw Artifact_Error::of( 'wp_codebox_artifact_host_path_refused', 'output', array( 'field' => 'output' ) );
				}
				$store  = $this->artifacts->store_of( $input, $invocation );
				$bundle = $store->find( $input['artifact_id'] );
				$verification = $store->verify( $input['artifact_id'] );
				if ( is_wp_error( $bundle ) || is_wp_error( $verification ) ) {
					return is_wp_error( $bundle ) ? $bundle : $verification;
				}
				$verification->require_valid();
				return array(
					'schema'      => Contracts::get( 'artifacts/schemas' )['ARTIFACT_EXPORT_SCHEMA'],
					'success'     => true,
					'artifact_id' => $input['artifact_id'],
					'output'      => $input['output'],
				) + $this->artifacts->exporter()->to_file( $bundle, $input['output'] );
			}
		);
	}
}
