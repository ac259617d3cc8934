<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Artifacts\Artifact_Error;
use WP_Codebox\Artifacts\Artifact_Services;
use WP_Codebox\Artifacts\Import_Result;
use WP_Codebox\Services;
use WP_Error;

/**
 * Takes in a bundle again, from a source or from a reference to what is stored.
 */
final class Reimport_Artifact_Bundle implements Operation {

	private function __construct( private readonly Artifact_Services $artifacts ) {}

	public static function create( Services $services ): self {
		return new self( $services->artifacts() );
	}

	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		return Artifact_Error::guard(
			function () use ( $input, $invocation ): array {
				$store  = $this->artifacts->store_of( $input, $invocation );
				$stored = $this->artifacts->importer()->reimport( $input, $store, $invocation );
				return Import_Result::of( 'reimport-artifact-bundle', $stored, $input );
			}
		);
	}
}
