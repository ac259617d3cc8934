<?php

declare( strict_types=1 );

namespace WP_Codebox\Trust;

use WP_Codebox\Artifacts\Canonical_Json;
use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Errors\Errors;
use WP_Codebox\Operations\Operation_Definition;
use WP_Error;

/**
 * Judges signed inputs. What counts is the signature of a key; nothing that a caller says about itself does.
 */
final class Trusted_Callers {

	/** @var array<string, true|WP_Error> Signature → decision, until the call is carried out: core asks for permission more than once. */
	private array $decided = array();

	/**
	 * @param Trusted_Keys $keys   The keys.
	 * @param Nonce_Table  $nonces Nonces that were used.
	 */
	public function __construct(
		private readonly Trusted_Keys $keys,
		private readonly Nonce_Table $nonces
	) {}

	/**
	 * @param Operation_Definition $definition What is asked for.
	 * @param array                $input      Input with its `authorization`.
	 * @return true|WP_Error wp_codebox_authorization_invalid, _expired, _replayed, _scope; wp_codebox_forbidden.
	 */
	public function allows( Operation_Definition $definition, array $input ): true|WP_Error {
		$authorization = $input['authorization'];
		unset( $input['authorization'] );
		$claims = $this->claims( $authorization );
		if ( is_wp_error( $claims ) ) {
			return $claims;
		}
		$key    = $this->keys->all()[ $claims['caller'] ] ?? null;
		$secret = null !== $key && $key->active ? $this->keys->secret( $key ) : null;
		$mac    = hash_hmac( 'sha256', $this->payload( $definition->id, $claims, $input ), $secret ?? random_bytes( 32 ) );
		// An unknown key takes as long and says the same as a wrong signature.
		if ( ! hash_equals( $mac, $authorization['signature'] ) || null === $key || null === $secret ) {
			return Errors::make( 'wp_codebox_authorization_invalid', 'the key or the signature is wrong' );
		}
		return $this->decided[ $mac ] ??= $this->decide( $definition, $key, $claims );
	}

	/**
	 * Forgets a decision once its call is carried out; the same signature again is a replay.
	 *
	 * @param array $input Input of the call.
	 */
	public function settle( array $input ): void {
		$authorization = $input['authorization'] ?? null;
		if ( is_array( $authorization ) && is_string( $authorization['signature'] ?? null ) ) {
			unset( $this->decided[ $authorization['signature'] ] );
		}
	}

	private function decide( Operation_Definition $definition, Trusted_Key $key, array $claims ): true|WP_Error {
		$skew = Contracts::get( 'trust' )['clockSkew'];
		if ( abs( time() - $claims['timestamp'] ) > $skew ) {
			return Errors::make( 'wp_codebox_authorization_expired', "the clocks differ by more than $skew seconds" );
		}
		if ( $claims['scope'] !== $definition->trusted_scope || ! in_array( $claims['scope'], $key->scopes, true ) ) {
			return Errors::make( 'wp_codebox_authorization_scope', $claims['scope'] );
		}
		if ( ! user_can( $key->user_id, $definition->capability ) ) { // phpcs:ignore WordPress.WP.Capabilities.Undetermined
			return Errors::make( 'wp_codebox_forbidden', $definition->capability );
		}
		return $this->nonces->take( $key->id, $claims['nonce'], $claims['timestamp'] + $skew + 1 ) ? true : Errors::make( 'wp_codebox_authorization_replayed', 'its nonce is spent' );
	}

	/**
	 * @param mixed $authorization As it came.
	 * @return array{schema: string, caller: string, scope: string, timestamp: int, nonce: string}|WP_Error
	 */
	private function claims( mixed $authorization ): array|WP_Error {
		if ( ! is_array( $authorization ) || Contracts::get( 'trust' )['schema'] !== ( $authorization['schema'] ?? null ) ) {
			return Errors::make( 'wp_codebox_authorization_invalid', 'its schema is not ' . Contracts::get( 'trust' )['schema'] );
		}
		foreach ( array( 'caller', 'scope', 'nonce', 'signature' ) as $name ) {
			if ( ! is_string( $authorization[ $name ] ?? null ) ) {
				return Errors::make( 'wp_codebox_authorization_invalid', "$name has to be a string", array( 'field' => "authorization.$name" ) );
			}
		}
		if ( ! is_int( $authorization['timestamp'] ?? null ) ) {
			return Errors::make( 'wp_codebox_authorization_invalid', 'timestamp has to be a number of seconds', array( 'field' => 'authorization.timestamp' ) );
		}
		if ( strlen( $authorization['nonce'] ) < 16 || strlen( $authorization['nonce'] ) > 100 ) {
			return Errors::make( 'wp_codebox_authorization_invalid', 'nonce has to have 16 to 100 characters', array( 'field' => 'authorization.nonce' ) );
		}
		return array(
			'schema'    => $authorization['schema'],
			'caller'    => $authorization['caller'],
			'scope'     => $authorization['scope'],
			'timestamp' => $authorization['timestamp'],
			'nonce'     => $authorization['nonce'],
		);
	}

	/**
	 * The bytes that are signed. Twin of `trustedPayload()` in src-shared/trust/sign.ts.
	 *
	 * @param string $ability Operation id.
	 * @param array  $claims  The authorization without its signature.
	 * @param array  $input   The input without its authorization.
	 */
	private function payload( string $ability, array $claims, array $input ): string {
		$arrays = static function ( mixed $value ) use ( &$arrays ): mixed {
			return is_array( $value ) || $value instanceof \stdClass ? array_map( $arrays, (array) $value ) : $value;
		};
		try {
			return Canonical_Json::encode(
				$claims + array(
					'ability' => $ability,
					'input'   => $arrays( $input ),
				)
			);
		} catch ( \JsonException $exception ) {
			// Nothing that was signed as JSON comes here; the signature of nothing fits nothing.
			return '';
		}
	}
}
