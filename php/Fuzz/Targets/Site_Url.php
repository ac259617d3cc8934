<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Targets;

use WpOrg\Requests\Iri;

/**
 * Decides which addresses are this site's. Pure but for home_url().
 */
final class Site_Url {

	/**
	 * @param string $relative What a case names.
	 * @return string|null Absolute URL on this site; null for an absolute, protocol-relative or empty one.
	 */
	public static function absolute( string $relative ): ?string {
		$has_scheme = 1 === preg_match( '~^\s*[a-z][a-z0-9+.\-]*:~i', $relative );
		if ( '' === trim( $relative ) || $has_scheme || 1 === preg_match( '~^[/\\\\\s]{2,}|[\x00-\x1f\x7f]~', $relative ) ) {
			return null;
		}
		return home_url( '/' . ltrim( $relative, '/' ) );
	}

	/**
	 * @param string $from     URL that answered.
	 * @param string $location Its Location header.
	 * @return string|null Absolute URL; null when it leaves the site.
	 */
	public static function redirected( string $from, string $location ): ?string {
		$target = Iri::absolutize( $from, $location );
		$uri    = false === $target ? '' : (string) $target->uri;
		return '' !== $uri && self::origin( $uri ) === self::origin( home_url( '/' ) ) ? $uri : null;
	}

	private static function origin( string $url ): string {
		$parts  = wp_parse_url( $url );
		$scheme = strtolower( $parts['scheme'] ?? '' );
		$port   = $parts['port'] ?? ( 'https' === $scheme ? 443 : 80 );
		// The same host on its other scheme is still this site.
		$is_default = in_array( $port, array( 80, 443 ), true );
		return isset( $parts['user'] ) ? '' : strtolower( $parts['host'] ?? '' ) . ':' . ( $is_default ? 'default' : $port );
	}
}
