<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Errors\Errors;
use WP_Error;

/**
 * Answers connector requests. A site has no connector until it configures one; what nothing handles is refused.
 */
final class Connectors {

	/**
	 * @param Connector_Http $http Asks servers.
	 */
	public function __construct( private readonly Connector_Http $http ) {}

	/**
	 * @param array $request Valid browser-connector-request/v1.
	 * @return array|WP_Error browser-connector-response/v1; wp_codebox_browser_connector_*.
	 */
	public function execute( array $request ): array|WP_Error {
		/**
		 * Filters the answer of a connector, for operations that a plugin of the site handles itself.
		 *
		 * @param array|WP_Error|null $answer  Any array answers the request; null leaves it to the base URLs.
		 * @param array               $request browser-connector-request/v1, without `authorization`.
		 */
		$answer = apply_filters( 'wp_codebox_browser_connector_request', null, array_diff_key( $request, array( 'authorization' => 1 ) ) );
		if ( is_wp_error( $answer ) ) {
			return $answer;
		}
		if ( is_array( $answer ) ) {
			return $this->response( $request, $answer, array() );
		}
		$connector = $this->connector( $request['connector'], $request );
		if ( is_wp_error( $connector ) ) {
			return $connector;
		}
		if ( 'http.request' !== $request['operation'] ) {
			return Errors::make( 'wp_codebox_browser_connector_operation_unsupported', $request['operation'], array( 'field' => 'operation' ) );
		}
		$answer = $this->http->request( $connector, $request['payload'] ?? array() );
		return is_wp_error( $answer ) ? $answer : $this->response( $request, $answer, array_keys( $connector->headers ) );
	}

	private function connector( string $id, array $request ): Connector|WP_Error {
		/**
		 * Filters the connectors of the site.
		 *
		 * @param array $connectors Connector id → base URL, list of base URLs, or `base_urls` and `headers` (credentials).
		 * @param array $request    The request, without `authorization`.
		 */
		$entries = (array) apply_filters( 'wp_codebox_browser_provider_base_urls', array(), array_diff_key( $request, array( 'authorization' => 1 ) ) );
		if ( ! isset( $entries[ $id ] ) ) {
			return Errors::make( 'wp_codebox_browser_connector_unresolved', $id, array( 'field' => 'connector' ) );
		}
		return Connector::read( $id, $entries[ $id ] ) ?? Errors::make( 'wp_codebox_browser_connector_configuration_invalid', $id );
	}

	/**
	 * @param array        $request     The request.
	 * @param array        $answer      What was answered.
	 * @param list<string> $credentials Names of what the site added.
	 */
	private function response( array $request, array $answer, array $credentials ): array {
		$schemas = Contracts::get( 'browser' )['schemas'];
		return array(
			'schema'      => $schemas['BROWSER_CONNECTOR_RESPONSE_SCHEMA'],
			'success'     => ( $answer['status'] ?? 200 ) < 400 && false !== ( $answer['success'] ?? true ),
			'status'      => 'completed',
			'response'    => $answer,
			'credentials' => array_map(
				static fn( string $name ): array => array(
					'name'     => $name,
					'redacted' => true,
				),
				$credentials
			),
			'audit'       => array(
				'schema'           => $schemas['BROWSER_CONNECTOR_AUDIT_SCHEMA'],
				'operation'        => $request['operation'],
				'credential_names' => $credentials,
				'secrets_redacted' => true,
				'generated_by'     => 'wp-codebox/' . WP_CODEBOX_VERSION,
			),
		) + array_intersect_key( $request, array_flip( array( 'id', 'connector', 'provider', 'model', 'operation' ) ) );
	}
}
