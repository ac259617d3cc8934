<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

use WP_Codebox\Services;

/**
 * What WordPress answers below the address of previews and on their host: core's static files
 * by redirect, the remote's configuration, and nothing else.
 *
 * Documents of a sandboxed preview and the editor's canvas are not controlled by the service
 * worker, so their requests for `…/site/<scope>/wp-includes/…` arrive here.
 */
final class Remote_Host {

	private const STATIC_FILE = '~^site/[A-Za-z0-9_-]{1,128}/((?:wp-includes|wp-admin)/(?:[\w@-][\w.@-]*/)*[\w@-][\w.@-]*\.(?:js|css|svg|png|gif|jpe?g|ico|webp|woff2?|ttf|eot))$~';

	/**
	 * @param Services $services Composition root.
	 */
	public function __construct( private readonly Services $services ) {}

	/** Hooks into the request. */
	public function register(): void {
		add_filter( 'determine_current_user', array( $this, 'nobody_on_the_preview_host' ), PHP_INT_MAX );
		add_action( 'init', array( $this, 'answer' ), 0 );
	}

	/**
	 * Whoever is logged in elsewhere, on the host of previews nobody is.
	 *
	 * @param mixed $user_id Whom the request claims to be.
	 */
	public function nobody_on_the_preview_host( mixed $user_id ): mixed {
		return $this->is_preview_host() ? 0 : $user_id;
	}

	public function answer(): void {
		$uri    = isset( $_SERVER['REQUEST_URI'] ) ? (string) wp_unslash( $_SERVER['REQUEST_URI'] ) : ''; // phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- matched against patterns below.
		$path   = (string) wp_parse_url( $uri, PHP_URL_PATH );
		$folder = (string) wp_parse_url( $this->services->browser()->remote()->url(), PHP_URL_PATH );
		if ( str_starts_with( $path, $folder ) && 1 === preg_match( self::STATIC_FILE, substr( $path, strlen( $folder ) ), $match ) && is_file( ABSPATH . $match[1] ) ) {
			// Fonts and module scripts of an opaque origin ask for this.
			header( 'Access-Control-Allow-Origin: *' );
			header( 'Cache-Control: public, max-age=3600' );
			// Relative to the host: it may be the preview's.
			header( 'Location: ' . wp_parse_url( site_url( '/' ), PHP_URL_PATH ) . $match[1], true, 302 );
			exit;
		}
		if ( $this->is_preview_host() && ! $this->asks_for_the_remote() ) {
			status_header( 404 );
			nocache_headers();
			header( 'Content-Type: text/plain; charset=utf-8' );
			echo 'This host serves previews only.';
			exit;
		}
	}

	private function is_preview_host(): bool {
		$host = isset( $_SERVER['HTTP_HOST'] ) ? (string) wp_unslash( $_SERVER['HTTP_HOST'] ) : ''; // phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- compared only.
		// The usual case, without reading an option.
		if ( '' === $host || Remote_Boot::origin_of( site_url() ) === ( is_ssl() ? 'https://' : 'http://' ) . $host ) {
			return false;
		}
		$isolation = $this->services->browser()->isolation()->resolve();
		return ! is_wp_error( $isolation ) && null !== $isolation['origin'] && $isolation['origin']->serves( $host );
	}

	private function asks_for_the_remote(): bool {
		$route = isset( $_GET['rest_route'] ) ? (string) wp_unslash( $_GET['rest_route'] ) : ''; // phpcs:ignore WordPress.Security -- compared only.
		return '/' . Remote_Routes::CONFIG === $route || str_starts_with( $route, '/' . Remote_Routes::RUNTIME );
	}
}
