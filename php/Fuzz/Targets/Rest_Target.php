<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Targets;

use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;
use WP_REST_Request;
use WP_REST_Server;

/**
 * Dispatches a REST request in this process and takes the answer that a client would get.
 */
final class Rest_Target implements Target {

	/**
	 * @param Rest_Server $server Gives each case its server.
	 */
	public function __construct( private readonly Rest_Server $server ) {}

	public function kind(): string {
		return 'rest';
	}

	/**
	 * @param Fuzz_Case   $fuzz_case   Input as Rest_Input leaves it.
	 * @param Observation $observation Takes status, headers, data, error code and the matched route.
	 */
	public function call( Fuzz_Case $fuzz_case, Observation $observation ): void {
		$path = (string) ( $fuzz_case->input['path'] ?? $fuzz_case->entry );
		if ( ! str_starts_with( $path, '/' ) ) {
			$observation->ended         = Observation::INVALID;
			$observation->error_code    = 'wp_codebox_fuzz_rest_path_invalid';
			$observation->error_message = 'A REST path has to start with a slash.';
			return;
		}
		$request = $this->request( $fuzz_case, $path );
		$this->server->with( fn( WP_REST_Server $server ) => $this->dispatch( $server, $request, $observation ) );
	}

	private function request( Fuzz_Case $fuzz_case, string $path ): WP_REST_Request {
		$input   = $fuzz_case->input;
		$request = new WP_REST_Request( $fuzz_case->method(), '/' === $path ? $path : untrailingslashit( $path ) );
		$request->set_query_params( $input['params'] ?? array() );
		foreach ( $input['headers'] ?? array() as $name => $value ) {
			$request->set_header( (string) $name, $value );
		}
		if ( array_key_exists( 'bodyJson', $input ) ) {
			$request->set_header( 'Content-Type', $request->get_header( 'content_type' ) ?? 'application/json' );
			$request->set_body( (string) wp_json_encode( $input['bodyJson'], JSON_PRESERVE_ZERO_FRACTION ) );
		} elseif ( is_array( $input['body'] ?? null ) ) {
			$request->set_header( 'Content-Type', $request->get_header( 'content_type' ) ?? 'application/x-www-form-urlencoded' );
			$request->set_body_params( $input['body'] );
			$request->set_body( http_build_query( $input['body'] ) );
		} elseif ( isset( $input['body'] ) ) {
			$request->set_body( $input['body'] );
		}
		return $request;
	}

	/**
	 * Walks the steps of WP_REST_Server::serve_request() that come before the bytes go out.
	 *
	 * @param WP_REST_Server  $server      Server of the case.
	 * @param WP_REST_Request $request     Its request.
	 * @param Observation     $observation Takes the answer.
	 */
	private function dispatch( WP_REST_Server $server, WP_REST_Request $request, Observation $observation ): void {
		// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- Core's filter, at core's place.
		$response                = apply_filters( 'rest_post_dispatch', $server->dispatch( $request ), $server, $request );
		$observation->route      = $response->get_matched_route();
		$observation->params     = $request->get_params();
		$observation->status     = $response->get_status();
		$observation->headers    = array_map( 'strval', array_change_key_case( $response->get_headers() ) );
		$embed                   = $request->get_query_params()['_embed'] ?? null;
		$observation->data       = $server->response_to_data( $response, null === $embed ? false : rest_parse_embed_param( $embed ) );
		$observation->error_code = $response->is_error() && is_string( $observation->data['code'] ?? null ) ? $observation->data['code'] : null;
		$observation->error_message = null !== $observation->error_code && is_string( $observation->data['message'] ?? null ) ? $observation->data['message'] : null;
		if ( 'HEAD' !== $request->get_method() && false === wp_json_encode( $observation->data ) ) {
			$observation->status        = 500;
			$observation->error_code    = 'rest_encode_error';
			$observation->error_message = json_last_error_msg();
		}
		if ( in_array( $request->get_method(), array( 'GET', 'HEAD' ), true ) ) {
			Repeated_Read::check( $observation, static fn() => $server->dispatch( clone $request ) );
		}
	}
}
