<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Errors\Errors;
use WP_Codebox\Trust\Nonce_Table;
use WP_Error;

/**
 * Gives out callback capabilities and carries out the callbacks that are signed with one.
 *
 * A capability is not stored: its secret is a MAC over its claims, and a used one is a row in the
 * table of nonces. Its user must still have the right when it is used.
 */
final class Callbacks {

	/**
	 * @param Nonce_Table                            $nonces Capabilities that were used.
	 * @param \Closure(string,array):(array|WP_Error) $run    Runs an ability with the rights of the current user.
	 */
	public function __construct(
		private readonly Nonce_Table $nonces,
		private readonly \Closure $run
	) {}

	/**
	 * @param string $ability Ability that it is bound to.
	 * @param string $session Session that it belongs to.
	 * @return array|null browser-callback-capability/v1; null without a user whose rights it could have.
	 */
	public function issue( string $ability, string $session ): ?array {
		$limits = $this->limits();
		$user   = get_current_user_id();
		if ( 0 === $user ) {
			return null;
		}
		$capability = new Callback_Capability( bin2hex( random_bytes( 16 ) ), $ability, $session, $user, time() + $limits['seconds'] );
		return array(
			'schema'           => Contracts::get( 'browser' )['schemas']['BROWSER_CALLBACK_CAPABILITY_SCHEMA'],
			'capability'       => $capability->token(),
			'endpoint'         => rest_url( Browser_Routes::CALLBACK . $capability->token() ),
			'ability'          => $ability,
			'session_id'       => $session,
			'secret'           => $capability->secret(),
			'signature_header' => $limits['signatureHeader'],
			'timestamp_header' => $limits['timestampHeader'],
			'single_use'       => true,
			'expires_at'       => Session_Documents::date( $capability->expires ),
		);
	}

	/**
	 * @param string      $token     Capability, from the address.
	 * @param string      $body      Body, as it came.
	 * @param string|null $signature `sha256=…` over `<timestamp>.<body>`.
	 * @param string|null $timestamp Unix time in seconds.
	 * @return array|WP_Error browser-callback-result/v1; wp_codebox_browser_callback_*.
	 */
	public function carry_out( string $token, string $body, ?string $signature, ?string $timestamp ): array|WP_Error {
		$capability = $this->judge( $token, $body, $signature, $timestamp );
		if ( is_wp_error( $capability ) ) {
			return $capability;
		}
		$input = json_decode( $body, true );
		if ( ! is_array( $input ) || ( array_is_list( $input ) && array() !== $input ) ) {
			return Errors::make( 'wp_codebox_invalid_json', 'the body has to be a JSON object' );
		}
		if ( ( $input['session_id'] ?? $capability->session ) !== $capability->session ) {
			return Errors::make( 'wp_codebox_browser_callback_capability_invalid', 'it belongs to another session', array( 'field' => 'session_id' ) );
		}
		if ( ! $this->nonces->take( 'browser-callback', $capability->id, $capability->expires + 1 ) ) {
			return Errors::make( 'wp_codebox_browser_callback_used', $capability->ability );
		}
		unset( $input['authorization'] );
		$before = get_current_user_id();
		wp_set_current_user( $capability->user_id );
		try {
			$result = ( $this->run )( $capability->ability, $input );
		} finally {
			wp_set_current_user( $before );
		}
		return is_wp_error( $result ) ? $result : array(
			'schema'        => Contracts::get( 'browser' )['schemas']['BROWSER_CALLBACK_RESULT_SCHEMA'],
			'success'       => true === ( $result['success'] ?? true ),
			'capability'    => $capability->id,
			'ability'       => $capability->ability,
			'result'        => $result,
			'artifact_refs' => isset( $result['artifact_ref'] ) ? array( $result['artifact_ref'] ) : array(),
		);
	}

	private function judge( string $token, string $body, ?string $signature, ?string $timestamp ): Callback_Capability|WP_Error {
		$limits     = $this->limits();
		$capability = Callback_Capability::read( $token );
		if ( null === $capability ) {
			return Errors::make( 'wp_codebox_browser_callback_capability_invalid', 'it was not given out by this site' );
		}
		if ( strlen( $body ) > $limits['payloadBytes'] ) {
			return Errors::make( 'wp_codebox_input_too_large', 'a callback may have ' . $limits['payloadBytes'] . ' bytes' );
		}
		if ( null === $timestamp || 1 !== preg_match( '/^\d{1,12}$/D', $timestamp ) || null === $signature ) {
			return Errors::make( 'wp_codebox_browser_callback_signature_invalid', "both {$limits['signatureHeader']} and {$limits['timestampHeader']} are needed" );
		}
		if ( ! hash_equals( 'sha256=' . hash_hmac( 'sha256', "$timestamp.$body", $capability->secret() ), $signature ) ) {
			return Errors::make( 'wp_codebox_browser_callback_signature_invalid', 'it does not fit the body and the capability' );
		}
		// Only now is anything said about the claims: before, they were the caller's own words.
		if ( $capability->expires < time() || abs( time() - (int) $timestamp ) > $limits['clockSkew'] ) {
			return Errors::make( 'wp_codebox_browser_callback_expired', Session_Documents::date( $capability->expires ) );
		}
		if ( ! in_array( $capability->ability, $limits['abilities'], true ) ) {
			return Errors::make( 'wp_codebox_browser_callback_ability_refused', $capability->ability );
		}
		return $capability;
	}

	private function limits(): array {
		return Contracts::get( 'browser' )['callback'];
	}
}
