<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Errors\Errors;
use WP_Codebox\Operations\Capabilities;
use WP_Codebox\Surfaces\Rest_Surface;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/**
 * What is no JSON: uploads in parts, and downloads. A download is an attachment that no browser runs.
 */
final class Artifact_Routes {

	/**
	 * @param Artifact_Services $artifacts The store.
	 */
	public function __construct( private readonly Artifact_Services $artifacts ) {}

	/** Hooks into the REST API. */
	public function register(): void {
		add_action( 'rest_api_init', array( $this, 'register_routes' ) );
	}

	public function register_routes(): void {
		$id = '(?P<artifact_id>artifact-bundle-sha256-[0-9a-f]{64})';
		$this->route( "/artifacts/$id/download", 'GET', Capabilities::READ, array( $this, 'download' ), array( 'path' => array( 'type' => 'string' ) ) );
		$this->route( '/artifacts/uploads', 'POST', Capabilities::RUN, array( $this, 'begin_upload' ), array() );
		$this->route(
			'/artifacts/uploads/(?P<upload>[0-9]+-[0-9a-f]{40})',
			'PUT',
			Capabilities::RUN,
			array( $this, 'append' ),
			array(
				'offset' => array(
					'type'     => 'integer',
					'minimum'  => 0,
					'required' => true,
				),
			)
		);
		$this->route( '/artifacts/uploads/(?P<upload>[0-9]+-[0-9a-f]{40})', 'DELETE', Capabilities::RUN, array( $this, 'discard_upload' ), array() );
	}

	/**
	 * One file of a bundle, or all of it as a zip. What does not verify is not given out.
	 *
	 * @param WP_REST_Request $request `artifact_id`, and `path` for one file.
	 */
	public function download( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return Artifact_Error::guard(
			function () use ( $request ): WP_REST_Response|WP_Error {
				$store  = $this->artifacts->store();
				$bundle = $store->find( $request['artifact_id'] );
				if ( is_wp_error( $bundle ) ) {
					return $bundle;
				}
				$download = is_string( $request['path'] ) && '' !== $request['path']
					? Artifact_Download::of_file( $bundle, $request['path'] )
					: Artifact_Download::of_bundle( $bundle, $store->verify( $request['artifact_id'] ), $this->artifacts->exporter() );
				return $download->response();
			}
		);
	}

	public function begin_upload(): WP_REST_Response|WP_Error {
		return $this->answer( fn(): array => $this->upload( $this->artifacts->store()->uploads()->begin( get_current_user_id() ), 0 ), 201 );
	}

	/**
	 * @param WP_REST_Request $request `upload`, `offset`; the body is the part.
	 */
	public function append( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return $this->answer(
			function () use ( $request ): array {
				// phpcs:disable WordPress.WP.AlternativeFunctions -- a stream in memory; WordPress has read the body already.
				$part = fopen( 'php://memory', 'w+b' );
				if ( false === $part ) {
					throw Artifact_Error::of( 'wp_codebox_artifact_write_failed', 'no memory for the part' );
				}
				fwrite( $part, (string) $request->get_body() );
				rewind( $part );
				return $this->upload( $request['upload'], $this->artifacts->store()->uploads()->append( $request['upload'], get_current_user_id(), (int) $request['offset'], $part ) );
				// phpcs:enable
			},
			200
		);
	}

	/**
	 * @param WP_REST_Request $request `upload`.
	 */
	public function discard_upload( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return $this->answer(
			function () use ( $request ): array {
				$this->artifacts->store()->uploads()->discard( $request['upload'], get_current_user_id() );
				return $this->upload( $request['upload'], 0 );
			},
			200
		);
	}

	/**
	 * @param string   $route      Route.
	 * @param string   $method     HTTP method.
	 * @param string   $capability Who may.
	 * @param callable $callback   What happens.
	 * @param array    $args       Arguments.
	 */
	private function route( string $route, string $method, string $capability, callable $callback, array $args ): void {
		register_rest_route(
			Rest_Surface::REST_NAMESPACE,
			$route,
			array(
				'methods'             => $method,
				'callback'            => $callback,
				'args'                => $args,
				'permission_callback' => static fn(): true|WP_Error => current_user_can( $capability ) // phpcs:ignore WordPress.WP.Capabilities.Undetermined
					? true
					: Errors::make( 'wp_codebox_forbidden', $capability, array( 'status' => is_user_logged_in() ? 403 : 401 ) ),
			)
		);
	}

	/**
	 * @param \Closure():array $work   What happens.
	 * @param int              $status HTTP status when it went well.
	 */
	/**
	 * @param \Closure():array $work What the route does.
	 */
	private function answer( \Closure $work, int $status ): WP_REST_Response|WP_Error {
		$answer = Artifact_Error::guard( $work );
		return is_wp_error( $answer ) ? $answer : new WP_REST_Response( $answer, $status );
	}

	private function upload( string $id, int $size ): array {
		return array(
			'schema'     => Contracts::get( 'artifacts/schemas' )['ARTIFACT_UPLOAD_SCHEMA'],
			'upload'     => $id,
			'size'       => $size,
			'part_bytes' => Contracts::get( 'artifacts/limits' )['uploadPartBytes'],
		);
	}
}
