<?php

declare( strict_types=1 );

namespace WP_Codebox\Surfaces;

use WP_Codebox\Errors\Errors;
use WP_Codebox\Operations\Invocation;
use WP_Codebox\Operations\Operation_Definition;
use WP_Codebox\Services;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/**
 * The operations that have a route of their own below `/wp-json/wp-codebox/v1`.
 */
final class Rest_Surface {

	public const REST_NAMESPACE = 'wp-codebox/v1';

	/**
	 * @param Services $services Composition root.
	 */
	public function __construct( private readonly Services $services ) {}

	/** Hooks into the REST API. */
	public function register(): void {
		add_action( 'rest_api_init', array( $this, 'register_routes' ) );
	}

	public function register_routes(): void {
		foreach ( $this->services->operations()->all() as $definition ) {
			if ( null !== $definition->rest ) {
				register_rest_route(
					self::REST_NAMESPACE,
					$definition->rest['route'],
					array(
						'methods'             => $definition->rest['method'],
						'callback'            => fn( WP_REST_Request $request ): WP_REST_Response|WP_Error => $this->answer( $definition, $request ),
						'permission_callback' => fn( WP_REST_Request $request ): true|WP_Error => $this->services->runner()->authorize( $definition, $this->input( $definition, $request ) ),
					)
				);
			}
		}
	}

	private function answer( Operation_Definition $definition, WP_REST_Request $request ): WP_REST_Response|WP_Error {
		if ( 'POST' === $definition->rest['method'] && null === $request->get_json_params() && '' !== (string) $request->get_body() && ! $request->get_body_params() ) {
			return Errors::make( 'wp_codebox_invalid_json', 'the body has to be a JSON object, sent as application/json' );
		}
		$invocation = new Invocation( Invocation::REST );
		$done       = Interruption_Guard::watch( $definition->id, $invocation, Interruption_Guard::for_rest() );
		try {
			$output = $this->services->runner()->run( $definition->id, $this->input( $definition, $request ), $invocation );
		} finally {
			$done();
		}
		return is_wp_error( $output ) ? $output : new WP_REST_Response( $output );
	}

	/**
	 * The JSON body (or the query string of a GET), with the named parts of the route on top.
	 *
	 * @param Operation_Definition $definition Which operation.
	 * @param WP_REST_Request      $request    The request.
	 */
	private function input( Operation_Definition $definition, WP_REST_Request $request ): array {
		$sent  = 'GET' === $definition->rest['method'] ? $request->get_query_params() : ( $request->get_json_params() ?? $request->get_body_params() );
		$input = array_merge( is_array( $sent ) ? $sent : array(), $request->get_url_params() );
		unset( $input['_locale'], $input['_wpnonce'], $input['rest_route'] );
		foreach ( $input as $name => $value ) {
			$schema = $definition->input['properties'][ $name ] ?? null;
			$is_raw = 'GET' === $definition->rest['method'] || array_key_exists( $name, $request->get_url_params() );
			if ( $is_raw && null !== $schema && ! is_wp_error( rest_validate_value_from_schema( $value, $schema, $name ) ) ) {
				$input[ $name ] = rest_sanitize_value_from_schema( $value, $schema, $name );
			}
		}
		return $input;
	}
}
