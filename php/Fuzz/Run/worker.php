<?php
/**
 * Entry of a worker process: loads WordPress as a REST request has it, then runs cases from standard input.
 *
 * Argument: the JSON of Worker_Command. Results go to file descriptor 3, so that nothing that a case prints gets among them;
 * where WP_CODEBOX_MAILBOX is in the environment, both are files, see Hosted_Process.
 */

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

$wp_codebox_settings = $argv[1] ?? null;
if ( 'cli' !== PHP_SAPI || ! is_string( $wp_codebox_settings ) ) {
	exit( 2 );
}
require __DIR__ . '/Shutdown_Watch.php';
require __DIR__ . '/Observation.php';
require __DIR__ . '/Death.php';
require __DIR__ . '/Patience.php';
require __DIR__ . '/Mailbox.php';

( static function ( array $settings ): void {
	// WebAssembly has no third descriptor, and its parent no pipes.
	$mailbox = (string) getenv( 'WP_CODEBOX_MAILBOX' );
	$cases   = '' === $mailbox ? STDIN : Mailbox::open( $mailbox );
	$results = '' === $mailbox ? fopen( 'php://fd/3', 'wb' ) : fopen( $mailbox . '/out', 'ab' );
	if ( false === $cases || false === $results ) {
		exit( 3 );
	}
	$watch = new Shutdown_Watch();
	$watch->register();
	// Plugins ask for this before they register their routes.
	define( 'REST_REQUEST', true );
	// WordPress would answer a fatal error with a page and a mail.
	define( 'WP_SANDBOX_SCRAPING', true );
	$_SERVER = array_merge(
		$_SERVER,
		array(
			'HTTP_HOST'       => $settings['host'],
			'SERVER_NAME'     => $settings['host'],
			'REQUEST_URI'     => $settings['uri'],
			'REQUEST_METHOD'  => 'GET',
			'SERVER_PROTOCOL' => 'HTTP/1.1',
			'REMOTE_ADDR'     => '127.0.0.1',
			'SCRIPT_NAME'     => '/index.php',
			'PHP_SELF'        => '/index.php',
		),
		$settings['https'] ? array( 'HTTPS' => 'on' ) : array()
	);
	require $settings['wordpress'] . '/wp-load.php';
	$fuzz = \WP_Codebox\Plugin::services()->fuzz();
	wp_set_current_user( (int) ( $settings['user'] ?? 0 ) );
	if ( Worker_Command::CASES === $settings['serves'] ) {
		// What core and plugins hook in while they register routes would go with the case that asks for a server first.
		rest_get_server();
	}
	match ( $settings['serves'] ) {
		Worker_Command::CAMPAIGN => $fuzz->campaign_process()->work( $cases, $results ),
		Worker_Command::READINESS => fwrite( $results, json_encode( array( 'prepared' => $fuzz->readiness( $settings['selection'], $settings['roles'] ) ) ) . "\n" ),
		Worker_Command::LANE     => $fuzz->lane_worker( $cases, $watch )->work( $cases, $results ),
		default                  => $fuzz->worker( $watch, (bool) $settings['mutations'], (int) $settings['seconds'], (int) $settings['bytes'], $settings['optIns'] )->work( $cases, $results ),
	};
} )( (array) json_decode( $wp_codebox_settings, true, 8, JSON_THROW_ON_ERROR ) );
