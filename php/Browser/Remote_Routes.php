<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

use WP_Codebox\Operations\Capabilities;
use WP_Codebox\Services;
use WP_Codebox\Surfaces\Rest_Surface;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

/**
 * Routes of the self-hosted remote: its public configuration, the boot configuration of a
 * preview, and the files of previews.
 */
final class Remote_Routes {

	public const CONFIG  = Rest_Surface::REST_NAMESPACE . '/browser-preview/remote';
	public const FILES   = Rest_Surface::REST_NAMESPACE . '/browser-preview/files/';
	public const RUNTIME = Rest_Surface::REST_NAMESPACE . '/browser-preview/runtime/';

	/**
	 * @param Services $services Composition root.
	 */
	public function __construct( private readonly Services $services ) {}

	/** Hooks into the REST API. */
	public function register(): void {
		add_action( 'rest_api_init', array( $this, 'register_routes' ) );
		add_filter( 'rest_pre_serve_request', array( $this, 'serve_file' ), 10, 2 );
	}

	public function register_routes(): void {
		$may_run = static fn(): bool => current_user_can( Capabilities::RUN ); // phpcs:ignore WordPress.WP.Capabilities.Unknown
		register_rest_route(
			Rest_Surface::REST_NAMESPACE,
			'/browser-preview/remote',
			array(
				'methods'             => WP_REST_Server::READABLE,
				'callback'            => array( $this, 'remote_config' ),
				// Read by the remote, which has no user; says nothing but the site's address.
				'permission_callback' => '__return_true',
			)
		);
		register_rest_route(
			Rest_Surface::REST_NAMESPACE,
			'/browser-preview/runtime/(?P<name>[A-Za-z0-9._-]+)',
			array(
				'methods'             => WP_REST_Server::READABLE,
				'callback'            => array( $this, 'runtime' ),
				// PHP itself, the same on every site; the remote that fetches it has no user.
				'permission_callback' => '__return_true',
			)
		);
		register_rest_route(
			Rest_Surface::REST_NAMESPACE,
			'/browser-preview/boot',
			array(
				'methods'             => WP_REST_Server::READABLE,
				'callback'            => array( $this, 'boot_config' ),
				'permission_callback' => $may_run,
				'args'                => array(
					'scope' => array(
						'type'        => 'string',
						'description' => 'Which preview: 1 to 128 letters, digits, - or _.',
						'required'    => true,
						'pattern'     => '^[A-Za-z0-9_-]{1,128}$',
					),
				),
			)
		);
		register_rest_route(
			Rest_Surface::REST_NAMESPACE,
			'/browser-preview/files/(?P<name>[A-Za-z0-9._-]+)/(?P<token>[0-9a-f]{40})',
			array(
				'methods'             => WP_REST_Server::READABLE,
				'callback'            => array( $this, 'file' ),
				'permission_callback' => $may_run,
			)
		);
	}

	/**
	 * Address of a route for the remote, which has no user. Written without pretty permalinks: it has to work on every host.
	 *
	 * @param string $route  One of the constants, completed.
	 * @param string $origin Origin of the remote; empty for the site's own.
	 */
	public static function public_url( string $route, string $origin = '' ): string {
		$url = site_url( 'index.php' );
		return ( '' === $origin ? $url : $origin . wp_parse_url( $url, PHP_URL_PATH ) ) . '?rest_route=/' . $route;
	}

	/**
	 * Who may embed the remote. The header proves to the remote that this is no uploaded file.
	 * Asked at every start, so it is not sent again when the browser has it.
	 *
	 * @param WP_REST_Request $request What the browser has.
	 */
	public function remote_config( WP_REST_Request $request ): WP_REST_Response {
		$config    = array(
			'schema'         => 'wp-codebox/browser-preview-remote/v1',
			'parent_origins' => array_values( array_unique( array( Remote_Boot::origin_of( home_url() ), Remote_Boot::origin_of( site_url() ) ) ) ),
		);
		$tag       = '"' . hash( 'sha256', (string) wp_json_encode( $config ) ) . '"';
		$unchanged = $request->get_header( 'if_none_match' ) === $tag;
		return new WP_REST_Response(
			$unchanged ? null : $config,
			$unchanged ? 304 : 200,
			array(
				'X-WP-Codebox-Preview-Remote' => '1',
				'Cache-Control'               => 'no-cache',
				'ETag'                        => $tag,
			)
		);
	}

	/**
	 * Boot configuration of a preview, for callers that need no session.
	 *
	 * @param WP_REST_Request $request With `scope`.
	 */
	public function boot_config( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$config = $this->services->browser()->boot()->config( (string) $request['scope'] );
		return is_wp_error( $config ) ? $config : new WP_REST_Response(
			array(
				'schema'     => 'wp-codebox/browser-preview-boot-config/v1',
				'session_id' => $request['scope'],
				'scope'      => $request['scope'],
			) + $config
		);
	}

	/**
	 * One of the files of previews.
	 *
	 * @param WP_REST_Request $request With `name` and `token`.
	 */
	public function file( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$path = $this->services->browser()->files()->find( (string) $request['name'], (string) $request['token'] );
		return is_wp_error( $path ) ? $path : new Remote_File_Response(
			$path,
			$request,
			'private',
			array(
				'Content-Type'        => 'application/gzip',
				'Content-Disposition' => 'attachment; filename="' . basename( $path ) . '"',
			)
		);
	}

	/**
	 * The PHP runtime.
	 *
	 * @param WP_REST_Request $request With `name`.
	 */
	public function runtime( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$path = $this->services->browser()->files()->find_runtime( (string) $request['name'] );
		return is_wp_error( $path ) ? $path : new Remote_File_Response(
			$path,
			$request,
			'public',
			array(
				'Content-Type'     => 'application/wasm',
				'Content-Encoding' => 'gzip',
			)
		);
	}

	/**
	 * Sends a file as it is.
	 *
	 * @param mixed $served Whether something has been sent.
	 * @param mixed $result What the route answered.
	 * @return mixed
	 */
	public function serve_file( mixed $served, mixed $result ): mixed {
		if ( ! $served && $result instanceof Remote_File_Response ) {
			$result->send();
			return true;
		}
		return $served;
	}
}
