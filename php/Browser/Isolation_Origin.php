<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

use WP_Codebox\Errors\Errors;
use WP_Error;

/**
 * A separate host for previews, on the same site: another origin, so the browser keeps
 * cookies, storage and DOM apart, but the same site, so that it allows a service worker.
 */
final class Isolation_Origin {

	private function __construct(
		private readonly string $scheme,
		private readonly string $host,
		private readonly ?int $port,
	) {}

	/**
	 * @param string $origin   `https://preview.example.com`, or `https://*.preview.example.com` for one origin per preview.
	 * @param string $site_url URL of the site that shows previews.
	 * @return self|WP_Error `wp_codebox_preview_origin_refused` with the reason.
	 */
	public static function parse( string $origin, string $site_url ): self|WP_Error {
		if ( 1 !== preg_match( '~^(https?)://((?:\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::(\d{1,5}))?/?$~', strtolower( $origin ), $match ) ) {
			return self::refused( 'it has to be a scheme and a host like https://preview.example.com or https://*.preview.example.com' );
		}
		$parsed = new self( $match[1], $match[2], isset( $match[3] ) ? (int) $match[3] : null );
		$site   = wp_parse_url( strtolower( $site_url ) );
		$host   = $parsed->host_for( 'preview' );
		if ( ( $site['scheme'] ?? '' ) !== $parsed->scheme ) {
			return self::refused( 'it has to use the scheme of the site, or the browser takes it for another site' );
		}
		if ( 'https' !== $parsed->scheme && ! self::is_loopback( $host ) ) {
			return self::refused( 'service workers need https' );
		}
		if ( ( $site['host'] ?? '' ) === $host ) {
			return self::refused( 'it has to be another host; another port alone shares cookies' );
		}
		if ( ! self::same_site( $host, $site['host'] ?? '' ) ) {
			return self::refused( 'it has to be a host of the same site (a subdomain of it, or beside it), or browsers deny the service worker' );
		}
		return self::covered_by_cookies( $host ) ? self::refused( sprintf( 'the cookies of the site are sent to it (COOKIE_DOMAIN is %s)', (string) constant( 'COOKIE_DOMAIN' ) ) ) : $parsed;
	}

	/**
	 * The origin of one preview.
	 *
	 * @param string $scope Which preview.
	 */
	public function for_scope( string $scope ): string {
		return $this->scheme . '://' . $this->host_for( $scope ) . ( null === $this->port ? '' : ':' . $this->port );
	}

	/** True when every preview has an origin of its own. */
	public function is_partitioned(): bool {
		return str_starts_with( $this->host, '*.' );
	}

	/**
	 * Does a request's Host header name this origin?
	 *
	 * @param string $host_header Host with or without port.
	 */
	public function serves( string $host_header ): bool {
		$host = strtolower( (string) preg_replace( '/:\d+$/', '', $host_header ) );
		return $this->is_partitioned() ? str_ends_with( $host, substr( $this->host, 1 ) ) : $host === $this->host;
	}

	/**
	 * @param string $host A host name.
	 */
	public static function is_loopback( string $host ): bool {
		return in_array( $host, array( 'localhost', '[::1]' ), true ) || str_ends_with( $host, '.localhost' ) || 1 === preg_match( '/^127(?:\.\d{1,3}){3}$/', $host );
	}

	private function host_for( string $scope ): string {
		// A label takes lower-case letters and digits only, and two scopes never share one.
		return $this->is_partitioned() ? 'p' . substr( hash( 'sha256', $scope ), 0, 32 ) . substr( $this->host, 1 ) : $this->host;
	}

	/**
	 * Without a list of public suffixes: one host lies below the other, or both below the same
	 * parent of at least two labels. What passes here by mistake is denied by the browser.
	 *
	 * @param string $one   A host.
	 * @param string $other A host.
	 */
	private static function same_site( string $one, string $other ): bool {
		if ( str_ends_with( $one, '.' . $other ) || str_ends_with( $other, '.' . $one ) ) {
			return true;
		}
		$parent = substr( (string) strstr( $other, '.' ), 1 );
		return str_contains( $parent, '.' ) && str_ends_with( $one, '.' . $parent );
	}

	private static function covered_by_cookies( string $host ): bool {
		$domain = defined( 'COOKIE_DOMAIN' ) ? ltrim( strtolower( (string) constant( 'COOKIE_DOMAIN' ) ), '.' ) : '';
		// @phpstan-ignore identical.alwaysFalse (its stubs know the constant as false only)
		return '' !== $domain && ( $host === $domain || str_ends_with( $host, '.' . $domain ) );
	}

	private static function refused( string $why ): WP_Error {
		return Errors::make( 'wp_codebox_preview_origin_refused', $why );
	}
}
