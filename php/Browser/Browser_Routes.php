<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Errors\Errors;
use WP_Codebox\Operations\Capabilities;
use WP_Codebox\Services;
use WP_Codebox\Surfaces\Rest_Surface;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

/**
 * Routes of the browser SDK that are no projection of an operation: the bare blueprint of a reference,
 * and signed callbacks.
 */
final class Browser_Routes {

	public const BLUEPRINT = Rest_Surface::REST_NAMESPACE . '/browser-blueprint-ref/';
	public const CALLBACK  = Rest_Surface::REST_NAMESPACE . '/browser-callback/';

	/** Routes of operations that the SDK calls. */
	private const LIMITED = array(
		'/' . Rest_Surface::REST_NAMESPACE . '/runtime-task',
		'/' . Rest_Surface::REST_NAMESPACE . '/preview-boot-ref',
		'/' . Rest_Surface::REST_NAMESPACE . '/browser-connector-request',
	);

	/**
	 * @param Services $services Composition root.
	 */
	public function __construct( private readonly Services $services ) {}

	/** Hooks into the REST API. */
	public function register(): void {
		add_action( 'rest_api_init', array( $this, 'register_routes' ) );
		add_filter( 'rest_pre_dispatch', array( $this, 'limit' ), 10, 3 );
	}

	/**
	 * Refuses bodies that are too large, before anything is done with them.
	 *
	 * @param mixed           $answer  What another filter answered.
	 * @param WP_REST_Server  $server  The server.
	 * @param WP_REST_Request $request The request.
	 * @return mixed
	 */
	public function limit( mixed $answer, WP_REST_Server $server, WP_REST_Request $request ): mixed {
		if ( null !== $answer || ! in_array( $request->get_route(), self::LIMITED, true ) ) {
			return $answer;
		}
		$most = Contracts::get( 'browser' )['restBytes'];
		return strlen( (string) $request->get_body() ) > $most ? Errors::make( 'wp_codebox_input_too_large', "a request may have $most bytes" ) : null;
	}

	public function register_routes(): void {
		register_rest_route(
			Rest_Surface::REST_NAMESPACE,
			'/browser-blueprint-ref/(?P<ref>[A-Za-z0-9_.:-]{1,200})',
			array(
				'methods'             => WP_REST_Server::READABLE,
				'callback'            => array( $this, 'blueprint' ),
				'permission_callback' => static fn(): bool => current_user_can( Capabilities::RUN ), // phpcs:ignore WordPress.WP.Capabilities.Unknown
			)
		);
		register_rest_route(
			Rest_Surface::REST_NAMESPACE,
			'/browser-callback/(?P<capability>[A-Za-z0-9_-]{1,1000})',
			array(
				'methods'             => WP_REST_Server::CREATABLE,
				'callback'            => array( $this, 'callback' ),
				// The signature decides; whoever calls has no user here.
				'permission_callback' => '__return_true',
			)
		);
	}

	/**
	 * @param WP_REST_Request $request With `ref`.
	 */
	public function blueprint( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$hydration = $this->services->browser()->blueprints()->hydrate( (string) $request['ref'] );
		return is_wp_error( $hydration ) ? $hydration : new WP_REST_Response( $hydration['blueprint'], 200, array( 'Cache-Control' => 'no-store' ) );
	}

	/**
	 * @param WP_REST_Request $request With `capability`, body and signature.
	 */
	public function callback( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$limits = Contracts::get( 'browser' )['callback'];
		$result = $this->services->browser()->callbacks()->carry_out(
			(string) $request['capability'],
			(string) $request->get_body(),
			$request->get_header( $limits['signatureHeader'] ),
			$request->get_header( $limits['timestampHeader'] )
		);
		return is_wp_error( $result ) ? $result : new WP_REST_Response( $result );
	}
}
