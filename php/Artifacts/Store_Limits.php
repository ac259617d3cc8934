<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

use WP_Codebox\Contracts\Contracts;

/**
 * How much the site keeps, and for how long.
 */
final class Store_Limits {

	/** Most bytes of all bundles. */
	public function store_bytes(): int {
		$bytes = defined( 'WP_CODEBOX_ARTIFACTS_QUOTA' ) ? (int) constant( 'WP_CODEBOX_ARTIFACTS_QUOTA' ) : Contracts::get( 'artifacts/limits' )['storeBytes'];
		/**
		 * Filters the quota of the artifact store.
		 *
		 * @param int $bytes Most bytes of all bundles of this site.
		 */
		return max( 0, (int) apply_filters( 'wp_codebox_artifacts_quota', $bytes ) );
	}

	/** Days that a bundle stays; 0 keeps all. */
	public function retention_days(): int {
		$days = defined( 'WP_CODEBOX_ARTIFACTS_RETENTION_DAYS' ) ? (int) constant( 'WP_CODEBOX_ARTIFACTS_RETENTION_DAYS' ) : Contracts::get( 'artifacts/limits' )['retentionDays'];
		/**
		 * Filters how long bundles stay.
		 *
		 * @param int $days Days; 0 keeps all.
		 */
		return max( 0, (int) apply_filters( 'wp_codebox_artifacts_retention_days', $days ) );
	}
}
