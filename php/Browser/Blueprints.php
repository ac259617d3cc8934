<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

use WP_Codebox\Errors\Errors;
use WP_Error;

/**
 * Hands out the blueprint that a reference stands for. Whoever calls has been asked for the capability.
 */
final class Blueprints {

	/**
	 * @param Prepared_Sites    $sites     Where prepared sites are kept.
	 * @param Session_Documents $documents Documents of a site.
	 */
	public function __construct(
		private readonly Prepared_Sites $sites,
		private readonly Session_Documents $documents
	) {}

	/**
	 * @param string $ref `prepared:<cache_key>:<input_hash>`.
	 * @return array|WP_Error browser-blueprint-hydration/v1; wp_codebox_browser_blueprint_ref_missing, _cache_miss.
	 */
	public function hydrate( string $ref ): array|WP_Error {
		if ( 1 !== preg_match( '/^prepared:([A-Za-z0-9_.-]{1,64}):([0-9a-f]{64})$/D', $ref, $parts ) ) {
			return Errors::make( 'wp_codebox_browser_blueprint_ref_missing', $ref, array( 'field' => 'ref' ) );
		}
		$site = $this->sites->find( Prepared_Site::id_of( $parts[1], $parts[2] ) );
		if ( null === $site ) {
			return Errors::make( 'wp_codebox_browser_blueprint_ref_cache_miss', $ref, array( 'schema' => $this->documents->schema( 'BROWSER_BLUEPRINT_REF_MISS_SCHEMA' ) ) );
		}
		return array(
			'schema'        => $this->documents->schema( 'BROWSER_BLUEPRINT_HYDRATION_SCHEMA' ),
			'success'       => true,
			'blueprint_ref' => $this->documents->blueprint_ref( $site ),
			'blueprint'     => $site->blueprint,
			'provenance'    => array(
				'source'     => 'prepared-runtime-cache',
				'created_at' => Session_Documents::date( $site->created ),
			),
		);
	}
}
