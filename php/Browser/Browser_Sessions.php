<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

use WP_Codebox\Errors\Errors;
use WP_Error;

/**
 * Makes sessions: a prepared site, and the document that a product shows and starts it from.
 */
final class Browser_Sessions {

	/** Fields that ask for an agent inside the preview; none ships with it. */
	private const AGENT_FIELDS = array( 'agent', 'provider', 'model' );

	/**
	 * @param Prepared_Sites    $sites     Where prepared sites are kept.
	 * @param Session_Documents $documents Documents of a site.
	 */
	public function __construct(
		private readonly Prepared_Sites $sites,
		private readonly Session_Documents $documents
	) {}

	/**
	 * @param array $input Valid input of `create-browser-playground-session`.
	 * @param bool  $kept  Whether the database stays in the browser.
	 * @return array|WP_Error browser-session-product-dto/v1; `blocked` where a prerequisite is missing.
	 */
	public function create( array $input, bool $kept = false ): array|WP_Error {
		$session   = $input['session_id'] ?? $input['sandbox_session_id'] ?? 'session-' . wp_generate_uuid4();
		$requested = array_values( array_filter( self::AGENT_FIELDS, static fn( string $name ): bool => isset( $input[ $name ] ) ) );
		if ( $requested && true !== ( $input['preview_only'] ?? false ) ) {
			return $this->blocked( $input, $session, $requested );
		}
		$internal = $this->may_see_internals( $input );
		if ( is_wp_error( $internal ) ) {
			return $internal;
		}
		$site = $this->sites->prepare( $input, $session );
		if ( is_wp_error( $site ) ) {
			return $site;
		}
		$boot = $this->documents->preview_boot( $site, $kept );
		if ( is_wp_error( $boot ) ) {
			return $boot;
		}
		$document = $this->common( $input, $session, 'ready' ) + array(
			'success'       => true,
			'preview_boot'  => $boot,
			'preview_lease' => $this->documents->lease( $site ),
			'blueprint_ref' => $this->documents->blueprint_ref( $site ),
			'expires_at'    => Session_Documents::date( $site->expires ),
		);
		if ( $kept ) {
			$document['contained_site'] = $this->documents->contained_site( $site );
		}
		if ( $internal ) {
			$document['internal'] = array( 'blueprint' => $site->blueprint );
		}
		/**
		 * Filters the document of a browser session.
		 *
		 * @param array $document browser-session-product-dto/v1.
		 * @param array $input    Input of the session.
		 */
		return (array) apply_filters( 'wp_codebox_browser_session_product_dto', $document, $input );
	}

	private function common( array $input, string $session, string $status ): array {
		return array(
			'schema'            => $this->documents->schema( 'BROWSER_SESSION_PRODUCT_DTO_SCHEMA' ),
			'dto_schema'        => $this->documents->schema( 'BROWSER_PREVIEW_BOOT_CONFIG_SCHEMA' ),
			'source_schema'     => $this->documents->schema( 'BROWSER_PLAYGROUND_SESSION_SCHEMA' ),
			'preview_only'      => ! array_intersect_key( $input, array_flip( self::AGENT_FIELDS ) ),
			'status'            => $status,
			'execution'         => 'browser-playground',
			'execution_scope'   => 'disposable-playground',
			'session_id'        => $session,
			'task'              => (string) ( $input['goal'] ?? '' ),
			'target'            => array( 'kind' => 'browser-playground' ),
			'runtime_readiness' => array(
				'schema' => $this->documents->schema( 'BROWSER_RUNTIME_READINESS_SCHEMA' ),
				'ready'  => 'ready' === $status,
				'status' => $status,
			),
			'artifact_refs'     => array(),
			'provenance'        => array(
				'generated_by' => 'wp-codebox/' . WP_CODEBOX_VERSION,
				'wordpress'    => wp_get_wp_version(),
			),
		);
	}

	private function blocked( array $input, string $session, array $requested ): array {
		$error = Errors::make( 'wp_codebox_browser_prerequisites_missing', 'no agent runs inside browser previews; leave ' . implode( ', ', $requested ) . ' out, or set preview_only', array( 'missing' => array( 'component:agents-api' ) ) );
		return $this->common( $input, $session, 'blocked' ) + array(
			'success' => false,
			'error'   => Session_Documents::error( $error ),
		);
	}

	private function may_see_internals( array $input ): bool|WP_Error {
		if ( true !== ( $input['include_internal_browser_session'] ?? false ) ) {
			return false;
		}
		/**
		 * Filters whether callers may ask for the internals of browser sessions (their blueprint).
		 *
		 * @param bool $allowed True where WP_DEBUG is on.
		 */
		$allowed = apply_filters( 'wp_codebox_include_internal_browser_session_contract', defined( 'WP_DEBUG' ) && WP_DEBUG );
		return true === $allowed ? true : Errors::make( 'wp_codebox_browser_internal_session_refused', 'it is for debugging; the filter wp_codebox_include_internal_browser_session_contract allows it', array( 'field' => 'include_internal_browser_session' ) );
	}
}
