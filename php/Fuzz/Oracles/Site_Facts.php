<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles;

/**
 * What oracles have to know about the site that runs the suite, read once per run and before the first case.
 */
final class Site_Facts {

	private const SECRET_CONSTANTS = array( 'AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT', 'DB_PASSWORD' );

	/** Options that hold what wp-config.php does not define. */
	private const SECRET_OPTIONS = array( 'auth_key', 'auth_salt', 'secure_auth_key', 'secure_auth_salt', 'logged_in_key', 'logged_in_salt', 'nonce_key', 'nonce_salt' );

	private const USERS = 1000;

	/**
	 * @param string                $root        Folder of WordPress, without a slash at the end.
	 * @param string                $content     Folder wp-content, without a slash at the end.
	 * @param string                $host        Host of the site, in lower case.
	 * @param string                $prefix      Table prefix of the site.
	 * @param array<string, int>    $user_emails E-mail address in lower case => user id.
	 * @param array<string, string> $secrets     Name => value.
	 */
	public function __construct(
		public readonly string $root,
		public readonly string $content,
		public readonly string $host,
		public readonly string $prefix,
		public readonly array $user_emails = array(),
		public readonly array $secrets = array()
	) {}

	/** Reads this site. */
	public static function of_this_site(): self {
		global $wpdb;
		$emails = array();
		foreach ( get_users(
			array(
				'number'  => self::USERS,
				'fields'  => array( 'ID', 'user_email' ),
				'blog_id' => 0,
			)
		) as $user ) {
			$emails[ strtolower( $user->user_email ) ] = (int) $user->ID;
		}
		return new self( untrailingslashit( ABSPATH ), untrailingslashit( WP_CONTENT_DIR ), strtolower( (string) wp_parse_url( home_url(), PHP_URL_HOST ) ), $wpdb->prefix, $emails, self::read_secrets() );
	}

	/**
	 * @return array<string, string> Name => value, of secrets long enough to be told by value.
	 */
	private static function read_secrets(): array {
		$secrets = array();
		foreach ( self::SECRET_CONSTANTS as $name ) {
			$secrets[ $name ] = defined( $name ) ? (string) constant( $name ) : '';
		}
		foreach ( self::SECRET_OPTIONS as $name ) {
			$secrets[ $name ] = (string) get_site_option( $name, '' );
		}
		return array_filter( $secrets, static fn( string $value ): bool => strlen( $value ) >= 16 && 'put your unique phrase here' !== $value );
	}
}
