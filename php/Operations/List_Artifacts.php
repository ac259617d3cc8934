<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Artifacts\Artifact_Documents;
use WP_Codebox\Artifacts\Artifact_Error;
use WP_Codebox\Artifacts\Artifact_Services;
use WP_Codebox\Artifacts\Artifact_Store;
use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Services;
use WP_Error;

/**
 * The bundles of a store, newest first.
 */
final class List_Artifacts implements Operation {

	private function __construct( private readonly Artifact_Services $artifacts ) {}

	public static function create( Services $services ): self {
		return new self( $services->artifacts() );
	}

	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		return Artifact_Error::guard(
			function () use ( $input, $invocation ): array|WP_Error {
				$store = $this->artifacts->store_of( $input, $invocation );
				$ids   = $store->ids();
				$bytes = $store->usage();
				if ( is_wp_error( $ids ) || is_wp_error( $bytes ) ) {
					return is_wp_error( $ids ) ? $ids : $bytes;
				}
				return array(
					'schema'    => Contracts::get( 'artifacts/schemas' )['ARTIFACT_LIST_SCHEMA'],
					'success'   => true,
					'root'      => 'artifact-store',
					'total'     => count( $ids ),
					'bytes'     => $bytes,
					'artifacts' => $this->summaries( $store, array_slice( $ids, $input['offset'] ?? 0, $input['limit'] ?? 100 ) ),
				);
			}
		);
	}

	/**
	 * @param Artifact_Store $store The store.
	 * @param string[]       $ids   Bundles.
	 * @return list<array>
	 */
	private function summaries( Artifact_Store $store, array $ids ): array {
		$summaries = array();
		foreach ( $ids as $id ) {
			$bundle  = $store->find( $id );
			$summary = is_wp_error( $bundle ) ? $bundle : Artifact_Error::guard( static fn(): array => ( new Artifact_Documents() )->summary( $bundle ) );
			// One that was discarded meanwhile is not there; one that is damaged is, and says so.
			if ( is_array( $summary ) ) {
				$summaries[] = $summary;
			} elseif ( ! is_wp_error( $bundle ) && is_dir( $bundle->directory ) ) {
				$summaries[] = ( new Artifact_Documents() )->damaged( $id, $summary );
			}
		}
		return $summaries;
	}
}
