<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Artifacts\Artifact_Error;
use WP_Codebox\Artifacts\Artifact_Services;
use WP_Codebox\Artifacts\Browser_Bundle;
use WP_Codebox\Services;
use WP_Error;

/**
 * Checks a bundle and describes it; stores nothing.
 */
final class Normalize_Browser_Artifact_Bundle implements Operation {

	private function __construct( private readonly Artifact_Services $artifacts ) {}

	public static function create( Services $services ): self {
		return new self( $services->artifacts() );
	}

	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		return Artifact_Error::guard(
			function () use ( $input ): array {
				if ( '' === trim( $input['schema_id'] ) ) {
					throw Artifact_Error::of( 'wp_codebox_browser_artifact_schema_missing', 'schema_id' );
				}
				$browser = $this->artifacts->browser_files();
				$files   = $browser->read( $input['files'], null );
				$browser->check_place( $input, $files );
				return ( new Browser_Bundle( $input, $files ) )->normalization();
			}
		);
	}
}
