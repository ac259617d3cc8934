<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

/**
 * Takes secrets out of text by their value: the keys and salts of wp-config, the database password, the cookies of this
 * request; and whatever has the shape of a password hash. Names say nothing: a secret leaks under any name.
 */
final class Redaction {

	public const MARK = '[redacted]';

	/** Shorter values would be found everywhere. */
	private const SHORTEST = 8;

	/** WordPress bcrypt, bcrypt, phpass, argon2. */
	private const HASHES = '~\$(?:wp\$2y|2[axy]|P|H|argon2i?d?)\$[A-Za-z0-9./$=,+]{22,}~';

	private static ?self $of_site = null;

	/** @param list<string> $secrets Values. */
	public function __construct( private readonly array $secrets ) {}

	/** For this site and this request. */
	public static function of_site(): self {
		return self::$of_site ??= new self( self::secrets() );
	}

	/** @param string $text Any text. */
	public function apply( string $text ): string {
		if ( strlen( $text ) < self::SHORTEST ) {
			return $text;
		}
		if ( array() !== $this->secrets ) {
			$text = str_replace( $this->secrets, self::MARK, $text );
		}
		return str_contains( $text, '$' ) ? (string) preg_replace( self::HASHES, self::MARK, $text ) : $text;
	}

	/** @return list<string> The longest first, for one may contain another. */
	private static function secrets(): array {
		$secrets = array();
		foreach ( array( 'AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT', 'DB_PASSWORD', 'WP_CACHE_KEY_SALT' ) as $constant ) {
			$secrets[] = defined( $constant ) ? (string) constant( $constant ) : '';
		}
		foreach ( $_COOKIE as $name => $value ) {
			if ( is_string( $value ) && preg_match( '/^(wordpress_|wp-)/', (string) $name ) ) {
				$secrets[] = $value;
				$secrets[] = rawurlencode( $value );
			}
		}
		$secrets[] = (string) ( $_SERVER['PHP_AUTH_PW'] ?? '' ); // phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- Compared, never used.
		$secrets[] = (string) ( $_SERVER['HTTP_AUTHORIZATION'] ?? '' ); // phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- Compared, never used.
		$secrets   = array_values( array_unique( array_filter( $secrets, static fn( string $secret ): bool => strlen( $secret ) >= self::SHORTEST && 'put your unique phrase here' !== $secret ) ) );
		usort( $secrets, static fn( string $a, string $b ): int => strlen( $b ) <=> strlen( $a ) );
		return $secrets;
	}
}
