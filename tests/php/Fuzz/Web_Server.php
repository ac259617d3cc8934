<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz;

/**
 * PHP's own web server in front of the site of the tests, and a client that authenticates as the administrator.
 */
final class Web_Server {

	/** @var resource */
	private $process;
	private readonly string $name;
	private readonly string $password;
	private readonly string $uuid;

	/**
	 * @param list<string> $settings Further arguments for PHP.
	 */
	public function __construct( private readonly array $settings = array() ) {
		$socket = stream_socket_server( 'tcp://127.0.0.1:0' );
		$this->name = (string) stream_socket_get_name( $socket, false );
		fclose( $socket );
		$this->start();
		list( $password, $item ) = \WP_Application_Passwords::create_new_application_password( 1, array( 'name' => 'codebox' . wp_rand() ) );
		$this->password          = get_userdata( 1 )->user_login . ':' . $password;
		$this->uuid              = $item['uuid'];
	}

	private function start(): void {
		$this->process = proc_open( array( PHP_BINARY, '-d', 'memory_limit=256M', '-d', 'display_errors=0', '-d', 'max_execution_time=60', ...$this->settings, '-S', $this->name, '-t', untrailingslashit( ABSPATH ) ), array( array( 'file', '/dev/null', 'r' ), array( 'file', '/dev/null', 'w' ), array( 'file', '/dev/null', 'w' ) ), $pipes );
		for ( $tries = 0; $tries < 200 && false === @fsockopen( '127.0.0.1', (int) substr( strrchr( $this->name, ':' ), 1 ) ); $tries++ ) { // phpcs:ignore WordPress.PHP.NoSilencedErrors -- Not up yet.
			usleep( 20000 );
		}
	}

	/** After a case that ended the server. */
	public function start_again(): void {
		proc_close( $this->process );
		$this->start();
	}

	public function stop(): void {
		\WP_Application_Passwords::delete_application_password( 1, $this->uuid );
		proc_terminate( $this->process, 9 );
		proc_close( $this->process );
	}

	/**
	 * @param array $suite Input of wp-codebox/run-fuzz-suite.
	 * @return array{0: int, 1: mixed, 2: string} Status, decoded body, body.
	 */
	public function run_suite( array $suite ): array {
		$home = (array) wp_parse_url( home_url() );
		$curl = curl_init( 'http://' . $this->name . '/index.php?rest_route=/wp-abilities/v1/abilities/wp-codebox/run-fuzz-suite/run' );
		curl_setopt_array(
			$curl,
			array(
				CURLOPT_RETURNTRANSFER => true,
				CURLOPT_POSTFIELDS     => wp_json_encode( array( 'input' => $suite ) ),
				CURLOPT_USERPWD        => $this->password,
				CURLOPT_HTTPHEADER     => array( 'Content-Type: application/json', 'Host: ' . $home['host'] . ( isset( $home['port'] ) ? ':' . $home['port'] : '' ) ),
				CURLOPT_TIMEOUT        => 30,
			)
		);
		$body   = (string) curl_exec( $curl );
		$status = curl_getinfo( $curl, CURLINFO_RESPONSE_CODE );
		return array( $status, json_decode( $body, true ), $body );
	}
}
