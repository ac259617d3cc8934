<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

use WP_Codebox\Errors\Errors;
use WP_Error;

/**
 * Finds, opens and creates contained sites: previews whose database stays in the visitor's browser
 * and whose start the site keeps.
 */
final class Contained_Sites {

	public const OPEN_ONLY      = 'open-only';
	public const OPEN_OR_CREATE = 'open-or-create';
	public const PREPARE_NEW    = 'prepare-new';

	/**
	 * @param Prepared_Sites          $sites     Where prepared sites are kept.
	 * @param Browser_Sessions        $sessions  Makes new ones.
	 * @param Session_Documents       $documents Documents of a site.
	 * @param Contained_Site_Reference $reference Reads how a caller names a site.
	 */
	public function __construct(
		private readonly Prepared_Sites $sites,
		private readonly Browser_Sessions $sessions,
		private readonly Session_Documents $documents,
		private readonly Contained_Site_Reference $reference
	) {}

	/**
	 * @param array $input Valid input: what names a site.
	 * @return array|WP_Error browser-contained-site-status/v1; wp_codebox_browser_contained_site_ref_*.
	 */
	public function status( array $input ): array|WP_Error {
		$found = $this->resolve( $input );
		if ( is_wp_error( $found ) ) {
			return $found;
		}
		$site = $found['site'];
		return array_filter(
			array(
				'schema'                       => $this->documents->schema( 'BROWSER_CONTAINED_SITE_STATUS_SCHEMA' ),
				'success'                      => null !== $site,
				'site_id'                      => $found['site_id'],
				'status'                       => null !== $site ? 'recoverable_prepared_runtime' : ( 'incompatible' === $found['resolution']['outcome'] ? 'incompatible' : 'miss' ),
				'open_mode'                    => null !== $site ? 'reuse_prepared_runtime' : 'unavailable',
				'reuse_level'                  => null !== $site ? 'prepared_runtime' : 'none',
				'prepared_runtime_recoverable' => null !== $site,
				'resolution'                   => $found['resolution'],
				'contained_site'               => null === $site ? null : $this->documents->contained_site( $site ),
				'error'                        => null === $found['error'] ? null : Session_Documents::error( $found['error'] ),
			),
			static fn( mixed $value ): bool => null !== $value
		);
	}

	/**
	 * @param array $input Valid input: what names a site.
	 * @return array|WP_Error browser-contained-site-open/v1; `success` false where there is nothing to open.
	 */
	public function open( array $input ): array|WP_Error {
		$found = $this->resolve( $input );
		if ( is_wp_error( $found ) ) {
			return $found;
		}
		$document = array(
			'schema'     => $this->documents->schema( 'BROWSER_CONTAINED_SITE_OPEN_SCHEMA' ),
			'resolution' => $found['resolution'],
		);
		if ( null === $found['site'] ) {
			return $document + array(
				'success' => false,
				'status'  => 'unavailable',
				'error'   => Session_Documents::error( $found['error'] ),
			);
		}
		$boot = $this->documents->preview_boot( $found['site'], true );
		return is_wp_error( $boot ) ? $boot : $document + array(
			'success'        => true,
			'status'         => 'opened',
			'session_id'     => $found['site']->session_id,
			'contained_site' => $this->documents->contained_site( $found['site'] ),
			'preview_boot'   => $boot,
			'preview_lease'  => $this->documents->lease( $found['site'] ),
		);
	}

	/**
	 * @param array $input Valid input: `mode`, what names a site, what makes one.
	 * @return array|WP_Error browser-contained-site-open-or-create/v1.
	 */
	public function open_or_create( array $input ): array|WP_Error {
		$mode = $input['mode'];
		unset( $input['mode'] );
		if ( self::PREPARE_NEW !== $mode ) {
			$found = $this->open( $input + $this->identity( $input ) );
			if ( is_wp_error( $found ) ) {
				return $found;
			}
			// A site of another source is never replaced in passing.
			if ( $found['success'] || self::OPEN_ONLY === $mode || 'incompatible' === $found['resolution']['outcome'] ) {
				return $this->decision( $mode, $found['success'] ? 'opened' : 'unavailable', $found );
			}
		}
		if ( ! isset( $input['goal'] ) ) {
			return Errors::make( 'wp_codebox_invalid_input', 'goal is required where a site is created.', array( 'field' => 'goal' ) );
		}
		$session = $this->sessions->create( $input, true );
		if ( is_wp_error( $session ) ) {
			return $session;
		}
		return $this->decision( $mode, $session['success'] ? 'created' : 'blocked', $session + array( 'session' => $session ) );
	}

	/**
	 * @return array{site: ?Prepared_Site, site_id: string, resolution: array, error: ?WP_Error}|WP_Error
	 */
	private function resolve( array $input ): array|WP_Error {
		$named = $this->reference->read( $input );
		if ( is_wp_error( $named ) ) {
			return $named;
		}
		$site = $this->sites->find( $named['site_id'] );
		if ( null === $site ) {
			return array(
				'site'       => null,
				'site_id'    => $named['site_id'],
				'resolution' => $this->resolution( 'miss', 'not prepared, or expired' ),
				'error'      => Errors::make( 'wp_codebox_browser_contained_site_unavailable', $named['site_id'] ),
			);
		}
		if ( null !== $named['source_digest'] && $named['source_digest'] !== $site->input_hash ) {
			return array(
				'site'       => null,
				'site_id'    => $named['site_id'],
				'resolution' => $this->resolution( 'incompatible', 'prepared from another source' ),
				'error'      => Errors::make( 'wp_codebox_browser_contained_site_stale_digest', $named['source_digest'], array( 'field' => 'source_digest' ) ),
			);
		}
		return array(
			'site'       => $site,
			'site_id'    => $named['site_id'],
			'resolution' => $this->resolution( 'reused', 'prepared' ),
			'error'      => null,
		);
	}

	private function resolution( string $outcome, string $reason ): array {
		return array(
			'schema'               => $this->documents->schema( 'BROWSER_CONTAINED_SITE_RESOLUTION_SCHEMA' ),
			'outcome'              => $outcome,
			'reason'               => $reason,
			'recoverable'          => 'reused' === $outcome,
			'prepare_new_required' => 'reused' !== $outcome,
		);
	}

	/**
	 * Without a reference, what a site would be made from is what names it.
	 *
	 * @param array $input Input of the call.
	 */
	private function identity( array $input ): array {
		if ( isset( $input['site_id'] ) || isset( $input['contained_site'] ) ) {
			return array();
		}
		return array(
			'cache_key'  => $this->sites->cache_key( $input ),
			'input_hash' => $input['runtime']['prepared_runtime']['input_hash'] ?? $this->sites->input_hash( $input ),
		);
	}

	private function decision( string $mode, string $action, array $source ): array {
		$kept = array( 'contained_site', 'preview_boot', 'preview_lease', 'session', 'session_id', 'error' );
		return array(
			'schema'          => $this->documents->schema( 'BROWSER_CONTAINED_SITE_OPEN_OR_CREATE_SCHEMA' ),
			'success'         => in_array( $action, array( 'opened', 'created' ), true ),
			'mode'            => $mode,
			'action'          => $action,
			'decision'        => $action,
			'reload_required' => 'created' === $action,
			'identity_key'    => (string) ( $source['contained_site']['site_id'] ?? '' ),
		) + array_intersect_key( $source, array_flip( $kept ) );
	}
}
