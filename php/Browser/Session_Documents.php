<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

use WP_Codebox\Contracts\Contracts;
use WP_Error;

/**
 * Writes the documents of a prepared site: references, lease, handle and boot configuration.
 * None of them holds the blueprint.
 */
final class Session_Documents {

	/**
	 * @param Remote_Boot $boot What starts a self-hosted preview.
	 */
	public function __construct( private readonly Remote_Boot $boot ) {}

	/**
	 * @param Prepared_Site $site The site.
	 * @param bool          $kept Whether its database stays in the browser.
	 * @return array|WP_Error browser-preview-boot-config/v1; an error of the preview's configuration.
	 */
	public function preview_boot( Prepared_Site $site, bool $kept = false ): array|WP_Error {
		$config = $this->boot->config( $site->session_id );
		if ( is_wp_error( $config ) ) {
			return $config;
		}
		$boot = array(
			'schema'        => $this->schema( 'BROWSER_PREVIEW_BOOT_CONFIG_SCHEMA' ),
			'session_id'    => $site->session_id,
			'scope'         => $site->session_id,
			'blueprint_ref' => $this->blueprint_ref( $site ),
			'preview'       => $this->lease( $site ),
			'expires_at'    => self::date( $site->expires ),
		) + $config;
		if ( $kept ) {
			$boot['contained_site'] = $this->contained_site( $site );
		}
		/**
		 * Filters what starts a preview in the browser.
		 *
		 * @param array  $boot       browser-preview-boot-config/v1.
		 * @param string $session_id The session.
		 */
		return (array) apply_filters( 'wp_codebox_browser_preview_boot_config', $boot, $site->session_id );
	}

	public function blueprint_ref( Prepared_Site $site ): array {
		$endpoint = '/' . Browser_Routes::BLUEPRINT . $site->ref();
		return array(
			'schema'             => $this->schema( 'BROWSER_BLUEPRINT_REF_SCHEMA' ),
			'id'                 => $site->id(),
			'ref'                => $site->ref(),
			'source'             => 'prepared-runtime-cache',
			'cache_key'          => $site->cache_key,
			'input_hash'         => $site->input_hash,
			'status'             => 'hit',
			'hydration_status'   => 'available',
			'hydratable'         => true,
			'hydrator_ability'   => 'wp-codebox/hydrate-browser-blueprint-ref',
			// Read with the rights of the user; no nonce travels in a document.
			'endpoint'           => $endpoint,
			'hydration_endpoint' => $endpoint,
			'session_id'         => $site->session_id,
			'expires_at'         => self::date( $site->expires ),
		);
	}

	public function lease( Prepared_Site $site ): array {
		return array(
			'schema'    => $this->schema( 'PREVIEW_LEASE_SCHEMA' ),
			'site_url'  => site_url( '/' ),
			'local_url' => '/',
			'lease'     => array(
				'id'          => 'lease-' . $site->session_id,
				'status'      => $site->expires > time() ? 'active' : 'expired',
				'acquired_at' => self::date( $site->created ),
				'expires_at'  => self::date( $site->expires ),
			),
		);
	}

	public function contained_site( Prepared_Site $site ): array {
		return array(
			'schema'          => $this->schema( 'BROWSER_CONTAINED_SITE_SCHEMA' ),
			'site_id'         => $site->id(),
			'preview_id'      => 'preview-' . substr( hash( 'sha256', $site->id() . $site->session_id ), 0, 32 ),
			'session_id'      => $site->session_id,
			'status'          => 'ready',
			'persistence'     => 'browser-contained',
			'source_digest'   => array(
				'algorithm' => 'sha256',
				'value'     => $site->input_hash,
			),
			'recovery'        => array(
				'ability' => 'wp-codebox/get-browser-contained-site-status',
				'input'   => array(
					'cache_key'     => $site->cache_key,
					'input_hash'    => $site->input_hash,
					'source_digest' => $site->input_hash,
				),
			),
			'recovery_handle' => "browser-contained-site:{$site->id()}:$site->input_hash",
			'preview'         => array(
				'local_url' => '/',
				'scope'     => $site->session_id,
			),
			'expires_at'      => self::date( $site->expires ),
		);
	}

	/**
	 * @param string $name Constant of src-shared/browser/schema-ids.ts.
	 */
	public function schema( string $name ): string {
		return Contracts::get( 'browser' )['schemas'][ $name ];
	}

	/**
	 * An error as it stands in a document.
	 *
	 * @param WP_Error $error The error.
	 */
	public static function error( WP_Error $error ): array {
		return array(
			'code'    => (string) $error->get_error_code(),
			'message' => $error->get_error_message(),
		) + array_intersect_key( (array) $error->get_error_data(), array(
'missing' => 1,
'field'   => 1,
) );
	}

	/**
	 * @param int $time Unix time.
	 */
	public static function date( int $time ): string {
		return gmdate( 'Y-m-d\TH:i:s\Z', $time );
	}
}
