<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Guards;

use WP_Codebox\Fuzz\Envelope\Case_Ended;
use WP_Codebox\Fuzz\Envelope\Hooked_Guard;
use WP_Codebox\Fuzz\Run\Frames;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Keeps redirects, cookies, headers and `wp_die()` of a case from becoming those of this process.
 *
 * A redirect and `wp_die()` end the case there, as the `exit` behind them would, but without killing the process.
 */
final class Response_Guard implements Hooked_Guard {

	private const DIE_HOOKS = array( 'wp_die_handler', 'wp_die_ajax_handler', 'wp_die_json_handler', 'wp_die_jsonp_handler', 'wp_die_xml_handler', 'wp_die_xmlrpc_handler' );

	private ?Observation $observation = null;

	/** @var list<string> */
	private array $headers = array();

	public function hooks(): array {
		return array_fill_keys( self::DIE_HOOKS, array( 'die_handler', 1 ) ) + array(
			'wp_redirect'          => array( 'redirect', 2 ),
			'send_auth_cookies'    => array( 'send_cookies', 1 ),
			'set_auth_cookie'      => array( 'note_cookie', 4 ),
			'set_logged_in_cookie' => array( 'note_cookie', 4 ),
			'clear_auth_cookie'    => array( 'note_cleared_cookie', 0 ),
		);
	}

	public function open( Fuzz_Case $fuzz_case, Observation $observation ): void {
		$this->observation = $observation;
		$this->headers     = headers_list();
	}

	public function die_handler( mixed $handler ): mixed {
		return null === $this->observation ? $handler : array( $this, 'end' );
	}

	public function send_cookies( mixed $send ): mixed {
		return null === $this->observation ? $send : false;
	}

	/**
	 * @param mixed $message What wp_die() was told: text or WP_Error.
	 * @param mixed $title   Ignored.
	 * @param mixed $args    `response` is the status.
	 * @throws Case_Ended Always.
	 */
	public function end( mixed $message, mixed $title = '', mixed $args = array() ): never { // phpcs:ignore Generic.CodeAnalysis.UnusedFunctionParameter -- Signature of a wp_die() handler.
		$text   = is_wp_error( $message ) ? $message->get_error_message() : ( is_scalar( $message ) ? (string) $message : '' );
		$status = is_array( $args ) ? ( $args['response'] ?? null ) : null;
		throw new Case_Ended( Observation::EXITED, $text, is_numeric( $status ) ? (int) $status : null, array( 'by' => 'wp_die' ) );
	}

	/**
	 * @param mixed $location Where to.
	 * @param mixed $status   HTTP status.
	 * @return mixed False when another filter already stopped the redirect.
	 * @throws Case_Ended When a redirect would be sent.
	 */
	public function redirect( mixed $location, mixed $status ): mixed {
		if ( null === $this->observation || ! is_string( $location ) || '' === $location ) {
			return $location;
		}
		$this->observation->record(
			'redirect',
			array(
				'location' => $location,
				'status'   => (int) $status,
			),
			Frames::here()
		);
		throw new Case_Ended( Observation::EXITED, 'Redirected to ' . $location, (int) $status, array( 'by' => 'redirect' ) );
	}

	/**
	 * @param mixed $cookie     Value: never kept.
	 * @param mixed $expire     Ignored.
	 * @param mixed $expiration Ignored.
	 * @param mixed $user_id    Whose.
	 */
	public function note_cookie( mixed $cookie, mixed $expire, mixed $expiration, mixed $user_id ): void { // phpcs:ignore Generic.CodeAnalysis.UnusedFunctionParameter
		$this->observation?->record(
			'cookie',
			array(
				'name' => (string) current_action(),
				'user' => (int) $user_id,
			),
			Frames::here()
		);
	}

	public function note_cleared_cookie(): void {
		$this->observation?->record( 'cookie', array( 'name' => 'clear_auth_cookie' ), Frames::here() );
	}

	public function close(): void {
		$now = headers_list();
		if ( $now !== $this->headers ) {
			foreach ( array_diff( $now, $this->headers ) as $header ) {
				$name = strstr( $header, ':', true );
				$this->observation?->record( 0 === strcasecmp( (string) $name, 'set-cookie' ) ? 'cookie' : 'header', array(
'name'  => (string) $name,
'value' => substr( $header, strlen( (string) $name ) + 2 ),
) );
			}
			if ( ! headers_sent() ) {
				header_remove();
				array_map( static fn( string $header ) => header( $header, false ), $this->headers );
			}
		}
		$this->observation = null;
	}
}
