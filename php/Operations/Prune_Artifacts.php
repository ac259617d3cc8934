<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Artifacts\Artifact_Error;
use WP_Codebox\Artifacts\Artifact_Services;
use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Services;
use WP_Error;

/**
 * Removes what is older than the retention and what nobody finishes.
 */
final class Prune_Artifacts implements Operation {

	private function __construct( private readonly Artifact_Services $artifacts ) {}

	public static function create( Services $services ): self {
		return new self( $services->artifacts() );
	}

	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		return Artifact_Error::guard(
			function () use ( $input, $invocation ): array|WP_Error {
				$dry_run = $input['dry_run'] ?? false;
				$pruned  = $this->artifacts->store_of( $input, $invocation )->prune( $input['older_than_days'] ?? null, $dry_run );
				return is_wp_error( $pruned ) ? $pruned : array(
					'schema'  => Contracts::get( 'artifacts/schemas' )['ARTIFACT_PRUNE_SCHEMA'],
					'success' => true,
					'dry_run' => $dry_run,
				) + $pruned;
			}
		);
	}
}
