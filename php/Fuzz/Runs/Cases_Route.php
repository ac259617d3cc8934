<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Runs;

use WP_Codebox\Errors\Errors;
use WP_Codebox\Operations\Capabilities;
use WP_Codebox\Runs\Run_Services;
use WP_Codebox\Surfaces\Rest_Surface;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/**
 * `GET /runs/<id>/cases`: the case results so far, a line of JSON each, as an attachment. One batch in memory at a time.
 */
final class Cases_Route {

	/**
	 * @param \Closure():Run_Services $runs The registry.
	 */
	public function __construct( private readonly \Closure $runs ) {}

	/** Hooks into the REST API. */
	public function register(): void {
		add_action( 'rest_api_init', array( $this, 'register_route' ) );
	}

	public function register_route(): void {
		register_rest_route(
			Rest_Surface::REST_NAMESPACE,
			'/runs/(?P<run_id>[0-9a-f-]{36})/cases',
			array(
				'methods'             => 'GET',
				'callback'            => array( $this, 'answer' ),
				'permission_callback' => static fn(): true|WP_Error => current_user_can( Capabilities::READ ) // phpcs:ignore WordPress.WP.Capabilities.Undetermined
					? true
					: Errors::make( 'wp_codebox_forbidden', Capabilities::READ, array( 'status' => is_user_logged_in() ? 403 : 401 ) ),
			)
		);
	}

	/**
	 * @param WP_REST_Request $request `run_id`.
	 */
	public function answer( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$run = ( $this->runs )()->registry()->get( $request['run_id'] );
		if ( is_wp_error( $run ) ) {
			return $run;
		}
		if ( Suite_Run::ID !== $run['kind'] ) {
			return Errors::make( 'wp_codebox_run_kind_unknown', $run['kind'] . ' has no cases' );
		}
		$response = new WP_REST_Response(
			null,
			200,
			array(
				'Content-Type'            => 'application/x-ndjson; charset=UTF-8',
				'Content-Disposition'     => "attachment; filename=\"{$run['id']}.cases.ndjson\"",
				'X-Content-Type-Options'  => 'nosniff',
				'Content-Security-Policy' => "sandbox; default-src 'none'",
				'Cache-Control'           => 'private, no-store',
			)
		);
		add_filter(
			'rest_pre_serve_request',
			function ( bool $served, mixed $result ) use ( $response, $run ): bool {
				if ( $served || $result !== $response ) {
					return $served;
				}
				while ( ob_get_level() > 0 ) {
					ob_end_clean();
				}
				$this->send( $run['id'] );
				return true;
			},
			10,
			2
		);
		return $response;
	}

	private function send( string $uuid ): void {
		foreach ( ( $this->runs )()->registry()->results( $uuid ) as $batch ) {
			foreach ( $batch['cases'] ?? array() as $record ) {
				echo wp_json_encode( $record, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION | JSON_INVALID_UTF8_SUBSTITUTE ) . "\n"; // phpcs:ignore WordPress.Security.EscapeOutput -- An attachment of JSON lines, not sniffed.
			}
			flush();
		}
	}
}
