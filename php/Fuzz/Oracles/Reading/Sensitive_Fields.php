<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Reading;

use WP_Codebox\Fuzz\Oracles\Site_Facts;

/**
 * The fields of an answer that are private by name and value, not by name alone.
 */
final class Sensitive_Fields {

	/** Names of secrets; their values have to look like one. */
	private const SECRET = '/(^|_)(password|passwd|pass|pwd|secret|token|api_?key|private_?key|access_?key|license_?key|hash)$/i';

	/** Names of personal data; their values have to be filled. */
	private const PERSONAL = '/(^|_)(phone|mobile|telephone|address_?1|street|birth_?date|date_of_birth|iban|ssn|tax_?id|ip_?address|user_?email|customer_email|billing_email|private_?note)$/i';

	private const FIELDS = 200;

	/**
	 * @param mixed           $data Decoded answer.
	 * @param Site_Facts|null $site Knows the addresses of the site's users.
	 * @return array<string, string> Path => value.
	 */
	public static function in( mixed $data, ?Site_Facts $site ): array {
		$found = array();
		self::walk( $data, '', $site, $found );
		return $found;
	}

	private static function walk( mixed $data, string $path, ?Site_Facts $site, array &$found ): void {
		$data = $data instanceof \stdClass ? (array) $data : $data;
		if ( ! is_array( $data ) || count( $found ) >= self::FIELDS ) {
			return;
		}
		foreach ( $data as $name => $value ) {
			$here = ltrim( $path . '.' . $name, '.' );
			if ( is_string( $value ) && self::is_private( (string) $name, $value, $site ) ) {
				$found[ $here ] = strtolower( $value );
			}
			self::walk( $value, $here, $site, $found );
		}
	}

	private static function is_private( string $name, string $value, ?Site_Facts $site ): bool {
		return isset( $site?->user_emails[ strtolower( $value ) ] )
			|| ( 1 === preg_match( self::SECRET, $name ) && 1 === preg_match( '/^\S{8,}$/', $value ) )
			|| ( 1 === preg_match( self::PERSONAL, $name ) && '' !== trim( $value ) );
	}
}
