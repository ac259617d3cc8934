<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Artifacts\Artifact_Error;
use WP_Codebox\Artifacts\Artifact_Services;
use WP_Codebox\Artifacts\Import_Result;
use WP_Codebox\Services;
use WP_Error;

/**
 * Takes in a bundle from a directory, a zip or an upload.
 */
final class Import_Artifact_Bundle implements Operation {

	private function __construct( private readonly Artifact_Services $artifacts ) {}

	public static function create( Services $services ): self {
		return new self( $services->artifacts() );
	}

	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		return Artifact_Error::guard(
			function () use ( $input, $invocation ): array {
				$stored = $this->artifacts->importer()->import( $input, $this->artifacts->store_of( $input, $invocation ), $invocation );
				return Import_Result::of( 'import-artifact-bundle', $stored, $input );
			}
		);
	}
}
