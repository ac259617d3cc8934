<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Artifacts\Artifact_Documents;
use WP_Codebox\Artifacts\Artifact_Error;
use WP_Codebox\Artifacts\Artifact_Services;
use WP_Codebox\Artifacts\Browser_Bundle;
use WP_Codebox\Services;
use WP_Error;

/**
 * Stores the files of a caller as a bundle and gives back references to it.
 */
final class Persist_Browser_Artifact implements Operation {

	private function __construct( private readonly Artifact_Services $artifacts ) {}

	public static function create( Services $services ): self {
		return new self( $services->artifacts() );
	}

	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		return Artifact_Error::guard(
			function () use ( $input, $invocation ): array|WP_Error {
				$store   = $this->artifacts->store_of( $input, $invocation );
				$owner   = get_current_user_id();
				$browser = $this->artifacts->browser_files();
				$files   = $browser->read( $input['files'], static fn( string $id ): string => $store->uploads()->path( $id, $owner ) );
				$browser->check_place( $input, $files );
				$bundle = new Browser_Bundle( $input, $files );
				$stored = $store->persist( $bundle->draft() );
				if ( is_wp_error( $stored ) ) {
					return $stored;
				}
				foreach ( array_filter( array_column( $input['files'], 'upload' ) ) as $upload ) {
					$store->uploads()->discard( $upload, $owner );
				}
				return $bundle->persistence( $stored, ( new Artifact_Documents() )->summary( $stored->reader ) );
			}
		);
	}
}
