<?php

declare( strict_types=1 );

namespace WP_Codebox\Trust;

use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Errors\Errors;
use WP_Error;

/**
 * The keys with which trusted callers sign. A key has the rights of one user, cut down to its scopes.
 *
 * A secret is shown once, when it is made. It is kept encrypted with a key that is derived from the
 * site's salts, which are in wp-config.php and not in the database: a copy of the database, an export
 * or a list of options does not hold it.
 */
final class Trusted_Keys {

	public const OPTION = 'wp_codebox_trusted_keys';

	/**
	 * @param int      $user_id Whose rights.
	 * @param string[] $scopes  What it may do.
	 * @param string   $label   For people.
	 * @return array{0: Trusted_Key, 1: string}|WP_Error The key and its secret; wp_codebox_trusted_key_invalid.
	 */
	public function create( int $user_id, array $scopes, string $label ): array|WP_Error {
		if ( false === get_userdata( $user_id ) ) {
			return Errors::make( 'wp_codebox_trusted_key_invalid', "there is no user $user_id", array( 'field' => 'user_id' ) );
		}
		$most   = Contracts::get( 'trust' )['activeKeys'];
		$active = array_filter( $this->all(), static fn( Trusted_Key $key ): bool => $key->active && $key->user_id === $user_id );
		if ( count( $active ) >= $most ) {
			return Errors::make( 'wp_codebox_trusted_key_invalid', "user $user_id has $most active keys; revoke one first" );
		}
		$secret = 'wpcbx_' . bin2hex( random_bytes( 32 ) );
		$key    = new Trusted_Key( bin2hex( random_bytes( 8 ) ), $user_id, array_values( array_unique( $scopes ) ), $label, gmdate( 'Y-m-d\TH:i:s\Z' ), true, $this->seal( $secret ) );
		$this->save( $key );
		return array( $key, $secret );
	}

	/**
	 * @return array<string, Trusted_Key> Id → key.
	 */
	public function all(): array {
		$stored = get_option( self::OPTION, array() );
		$keys   = array();
		foreach ( is_array( $stored ) ? $stored : array() as $id => $fields ) {
			$keys[ (string) $id ] = Trusted_Key::read( (string) $id, $fields );
		}
		return $keys;
	}

	/**
	 * @param string $id Key.
	 * @return Trusted_Key|WP_Error The revoked key; wp_codebox_trusted_key_invalid.
	 */
	public function revoke( string $id ): Trusted_Key|WP_Error {
		$key = $this->all()[ $id ] ?? null;
		if ( null === $key ) {
			return Errors::make( 'wp_codebox_trusted_key_invalid', 'there is no such key', array( 'field' => 'key_id' ) );
		}
		$revoked = $key->revoked();
		$this->save( $revoked );
		return $revoked;
	}

	/**
	 * @param Trusted_Key $key An active key.
	 * @return string|null Its secret; null when the site's salts changed since it was made.
	 */
	public function secret( Trusted_Key $key ): ?string {
		$sealed = base64_decode( $key->sealed, true ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- bytes in an option.
		if ( false === $sealed || strlen( $sealed ) <= SODIUM_CRYPTO_SECRETBOX_NONCEBYTES ) {
			return null;
		}
		$secret = sodium_crypto_secretbox_open( substr( $sealed, SODIUM_CRYPTO_SECRETBOX_NONCEBYTES ), substr( $sealed, 0, SODIUM_CRYPTO_SECRETBOX_NONCEBYTES ), $this->sealing_key() );
		return false === $secret ? null : $secret;
	}

	private function save( Trusted_Key $key ): void {
		$keys             = array_map( static fn( Trusted_Key $other ): array => $other->stored(), $this->all() );
		$keys[ $key->id ] = $key->stored();
		update_option( self::OPTION, $keys, false );
	}

	private function seal( string $secret ): string {
		$nonce = random_bytes( SODIUM_CRYPTO_SECRETBOX_NONCEBYTES );
		return base64_encode( $nonce . sodium_crypto_secretbox( $secret, $nonce, $this->sealing_key() ) ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions
	}

	private function sealing_key(): string {
		return hash_hmac( 'sha256', 'wp-codebox trusted keys', wp_salt( 'secure_auth' ), true );
	}
}
