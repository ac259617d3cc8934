<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

use WP_Codebox\Errors\Errors;
use WP_Error;

/**
 * Reads how a caller names a contained site: by id, by cache key and input hash, or by the handle of an earlier answer.
 */
final class Contained_Site_Reference {

	/**
	 * @param array $input Valid input.
	 * @return array{site_id: string, source_digest: ?string}|WP_Error wp_codebox_browser_contained_site_ref_missing, _ref_invalid.
	 */
	public function read( array $input ): array|WP_Error {
		$handle = $input['contained_site'] ?? array();
		$source = $handle['recovery']['input'] ?? array();
		$named  = array_filter(
			array(
				$input['site_id'] ?? null,
				$this->derived( $input['cache_key'] ?? null, $input['input_hash'] ?? null ),
				$handle['site_id'] ?? null,
				$this->derived( $source['cache_key'] ?? null, $source['input_hash'] ?? null ),
			),
			'is_string'
		);
		if ( ! $named ) {
			return Errors::make( 'wp_codebox_browser_contained_site_ref_missing', 'nothing of that is there', array( 'field' => 'site_id' ) );
		}
		if ( count( array_unique( $named ) ) > 1 ) {
			return Errors::make( 'wp_codebox_browser_contained_site_ref_invalid', implode( ', ', array_unique( $named ) ), array( 'field' => 'site_id' ) );
		}
		$digest = $input['source_digest'] ?? $handle['source_digest']['value'] ?? null;
		return array(
			'site_id'       => reset( $named ),
			'source_digest' => is_string( $digest ) ? $digest : null,
		);
	}

	private function derived( mixed $cache_key, mixed $input_hash ): ?string {
		return is_string( $cache_key ) && is_string( $input_hash ) ? Prepared_Site::id_of( $cache_key, $input_hash ) : null;
	}
}
