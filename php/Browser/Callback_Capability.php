<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

/**
 * What a callback may do, once: one ability, as one user, for one session, until it expires. Immutable.
 */
final class Callback_Capability {

	/**
	 * @param string $id      Random; spent when it is used.
	 * @param string $ability The one ability that it may call.
	 * @param string $session Session that it belongs to.
	 * @param int    $user_id Whose rights it has.
	 * @param int    $expires Unix time.
	 */
	public function __construct(
		public readonly string $id,
		public readonly string $ability,
		public readonly string $session,
		public readonly int $user_id,
		public readonly int $expires
	) {}

	/** The last part of the route's address. */
	public function token(): string {
		return rtrim( strtr( base64_encode( (string) wp_json_encode( array( $this->id, $this->ability, $this->session, $this->user_id, $this->expires ) ) ), '+/', '-_' ), '=' ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- a URL has to carry it.
	}

	/**
	 * The secret that belongs to exactly these claims: whoever changes a claim does not know it.
	 */
	public function secret(): string {
		return hash_hmac( 'sha256', 'wp-codebox browser callback ' . $this->token(), wp_salt( 'secure_auth' ) );
	}

	/**
	 * @param string $token As it came.
	 * @return self|null Null for what is no token.
	 */
	public static function read( string $token ): ?self {
		$json   = base64_decode( strtr( $token, '-_', '+/' ), true ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- decodes what token() wrote.
		$claims = false === $json ? null : json_decode( $json, true );
		if ( ! is_array( $claims ) || ! array_is_list( $claims ) || 5 !== count( $claims ) || array( 'string', 'string', 'string', 'integer', 'integer' ) !== array_map( 'gettype', $claims ) ) {
			return null;
		}
		$capability = new self( ...$claims );
		return $capability->token() === $token ? $capability : null;
	}
}
