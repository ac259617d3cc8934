<?php
/**
 * Measures cases per second of a suite against requests per second of an HTTP client: the same eight routes as
 * administrator, one request at a time, from the same site served by PHP's web server with OPcache.
 *
 * The client keeps its cookie and nonce for the whole loop, as a browser does: an application password would cost the
 * server a hash more. Needs the curl extension.
 */

declare( strict_types=1 );

// phpcs:disable WordPress.WP.AlternativeFunctions.curl_curl_init, WordPress.WP.AlternativeFunctions.curl_curl_setopt_array, WordPress.WP.AlternativeFunctions.curl_curl_setopt, WordPress.WP.AlternativeFunctions.curl_curl_exec, WordPress.WP.AlternativeFunctions.curl_curl_getinfo -- WordPress's own client costs time of its own.

require __DIR__ . '/mix.php';

const WP_CODEBOX_BENCH_REQUESTS = 80;
const WP_CODEBOX_BENCH_CASES    = 1000;

/**
 * @param bool $with_opcache Whether PHP keeps compiled files.
 * @return array{0: resource, 1: string} The server's process and its address.
 */
function wp_codebox_bench_serve( bool $with_opcache ): array {
	$socket = stream_socket_server( 'tcp://127.0.0.1:0' );
	$name   = (string) stream_socket_get_name( $socket, false );
	fclose( $socket ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- A socket.
	$nothing = array( 'file', '/dev/null', 'w' );
	$command = array( PHP_BINARY, '-d', 'opcache.enable=' . (int) $with_opcache, '-d', 'pcov.enabled=0', '-d', 'display_errors=0', '-S', $name, '-t', untrailingslashit( ABSPATH ), dirname( __DIR__, 2 ) . '/src-runtime/native/router.php' );
	$process = proc_open( $command, array( array( 'file', '/dev/null', 'r' ), $nothing, $nothing ), $pipes ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- A list of arguments; no shell.
	list( $host, $port ) = explode( ':', $name );
	for ( $tries = 0; $tries < 200 && false === @fsockopen( $host, (int) $port ); $tries++ ) { // phpcs:ignore WordPress.PHP.NoSilencedErrors, WordPress.WP.AlternativeFunctions -- Not up yet.
		usleep( 20000 );
	}
	return array( $process, 'http://' . $name );
}

/** @return list<string> Headers that make a client the administrator. */
function wp_codebox_bench_login(): array {
	$user    = get_current_user_id();
	$expires = time() + HOUR_IN_SECONDS;
	$token   = WP_Session_Tokens::get_instance( $user )->create( $expires );
	$cookie  = wp_generate_auth_cookie( $user, $expires, 'logged_in', $token );
	// A nonce is made for the session of the cookie that came with the request.
	$_COOKIE[ LOGGED_IN_COOKIE ] = $cookie;
	$nonce                       = wp_create_nonce( 'wp_rest' );
	unset( $_COOKIE[ LOGGED_IN_COOKIE ] );
	$home = (array) wp_parse_url( home_url() );
	return array( 'Host: ' . $home['host'] . ( isset( $home['port'] ) ? ':' . $home['port'] : '' ), 'Cookie: ' . LOGGED_IN_COOKIE . '=' . rawurlencode( $cookie ), 'X-WP-Nonce: ' . $nonce );
}

/**
 * @param string       $url     Address of the server.
 * @param list<string> $headers See wp_codebox_bench_login().
 * @return float Requests per second.
 */
function wp_codebox_bench_client( string $url, array $headers ): float {
	$curl = curl_init();
	curl_setopt_array(
		$curl,
		array(
			CURLOPT_RETURNTRANSFER => true,
			CURLOPT_HTTPHEADER     => $headers,
			CURLOPT_TIMEOUT        => 60,
		)
	);
	$start = hrtime( true );
	for ( $index = 0; $index < WP_CODEBOX_BENCH_REQUESTS; $index++ ) {
		curl_setopt( $curl, CURLOPT_URL, $url . '/index.php?rest_route=' . wp_codebox_bench_route( $index ) );
		$body   = curl_exec( $curl );
		$status = curl_getinfo( $curl, CURLINFO_RESPONSE_CODE );
		if ( 200 !== $status || ! is_array( json_decode( (string) $body, true ) ) ) {
			throw new RuntimeException( wp_codebox_bench_route( $index ) . " answers $status." );
		}
	}
	return WP_CODEBOX_BENCH_REQUESTS * 1e9 / ( hrtime( true ) - $start );
}

/**
 * @param resource $server The server's process.
 * @return float Seconds of processor time that it used (Linux).
 */
function wp_codebox_bench_server_processor( $server ): float {
	$facts = @file_get_contents( '/proc/' . proc_get_status( $server )['pid'] . '/schedstat' ); // phpcs:ignore WordPress.PHP.NoSilencedErrors, WordPress.WP.AlternativeFunctions -- Other systems have none.
	return (float) strtok( (string) $facts, ' ' ) / 1e9;
}

list( $wp_codebox_server, $wp_codebox_url )   = wp_codebox_bench_serve( true );
list( $wp_codebox_plain, $wp_codebox_plain_url ) = wp_codebox_bench_serve( false );
try {
	$wp_codebox_headers = wp_codebox_bench_login();
	wp_codebox_bench_client( $wp_codebox_url, $wp_codebox_headers );
	$wp_codebox_without = wp_codebox_bench_client( $wp_codebox_plain_url, $wp_codebox_headers );
	$wp_codebox_cold    = WP_CODEBOX_BENCH_CASES / wp_codebox_bench_suite( WP_CODEBOX_BENCH_CASES );
	// From here on, as in the benchmark of the overhead, the process has seen every route before.
	wp_codebox_bench_bare( 80 );
	wp_codebox_bench_suite( 80 );
	$wp_codebox_seen = array(
		'http'  => array(),
		'suite' => array(),
		'bare'  => array(),
		'ratio' => array(),
		'cpu'   => array(),
	);
	for ( $wp_codebox_round = 0; $wp_codebox_round < WP_CODEBOX_BENCH_ROUNDS; $wp_codebox_round++ ) {
		$wp_codebox_cpu             = array( wp_codebox_bench_processor() + wp_codebox_bench_server_processor( $wp_codebox_server ) );
		$wp_codebox_http            = wp_codebox_bench_client( $wp_codebox_url, $wp_codebox_headers );
		$wp_codebox_cpu[]           = wp_codebox_bench_processor() + wp_codebox_bench_server_processor( $wp_codebox_server );
		$wp_codebox_suite           = WP_CODEBOX_BENCH_CASES / wp_codebox_bench_suite( WP_CODEBOX_BENCH_CASES );
		$wp_codebox_cpu[]           = wp_codebox_bench_processor() + wp_codebox_bench_server_processor( $wp_codebox_server );
		$wp_codebox_seen['cpu'][]   = ( ( $wp_codebox_cpu[1] - $wp_codebox_cpu[0] ) / WP_CODEBOX_BENCH_REQUESTS ) / ( ( $wp_codebox_cpu[2] - $wp_codebox_cpu[1] ) / WP_CODEBOX_BENCH_CASES );
		$wp_codebox_seen['bare'][]  = WP_CODEBOX_BENCH_CASES / wp_codebox_bench_bare( WP_CODEBOX_BENCH_CASES );
		$wp_codebox_seen['http'][]  = $wp_codebox_http;
		$wp_codebox_seen['suite'][] = $wp_codebox_suite;
		$wp_codebox_seen['ratio'][] = $wp_codebox_suite / $wp_codebox_http;
	}
} finally {
	foreach ( array( $wp_codebox_server, $wp_codebox_plain ) as $wp_codebox_process ) {
		proc_terminate( $wp_codebox_process, 9 );
		proc_close( $wp_codebox_process );
	}
	WP_Session_Tokens::get_instance( get_current_user_id() )->destroy_all();
}
wp_codebox_bench_print(
	array(
		'requestsPerSecond' => round( wp_codebox_bench_median( $wp_codebox_seen['http'] ), 1 ),
		'casesPerSecond'    => round( wp_codebox_bench_median( $wp_codebox_seen['suite'] ) ),
		'ratio'             => round( wp_codebox_bench_median( $wp_codebox_seen['ratio'] ), 1 ),
		'cpuRatio'          => round( wp_codebox_bench_median( $wp_codebox_seen['cpu'] ), 1 ),
		'barePerSecond'     => round( wp_codebox_bench_median( $wp_codebox_seen['bare'] ) ),
		'coldPerSecond'     => round( $wp_codebox_cold ),
		'withoutOpcache'    => round( $wp_codebox_without, 1 ),
	)
);
