<?php
/**
 * Measures what `run-fuzz-suite` costs over a bare `rest_do_request()` loop of the same requests.
 *
 * Needs WP_CODEBOX_TEST_SITE; `npm run bench:fuzz` makes a site and prints the table. Prints one JSON object.
 */

declare( strict_types=1 );

require dirname( __DIR__, 2 ) . '/tests/php/bootstrap.php';

const WP_CODEBOX_BENCH_ROUTES = array( '/wp/v2/posts', '/wp/v2/pages', '/wp/v2/categories', '/wp/v2/users', '/wp/v2/types', '/wp/v2/settings', '/wp/v2/search', '/wp/v2/comments' );
const WP_CODEBOX_BENCH_ROUNDS = 5;

wp_set_current_user( (int) get_users( array(
'role'   => 'administrator',
'number' => 1,
'fields' => 'ID',
) )[0] );
ini_set( 'memory_limit', '1G' ); // phpcs:ignore WordPress.PHP.IniSet
rest_get_server();

/**
 * @param int $count Number of requests.
 * @return float Seconds of the bare loop.
 */
function wp_codebox_bench_bare( int $count ): float {
	$start = hrtime( true );
	for ( $index = 0; $index < $count; $index++ ) {
		rest_do_request( new WP_REST_Request( 'GET', WP_CODEBOX_BENCH_ROUTES[ $index % count( WP_CODEBOX_BENCH_ROUTES ) ] ) );
	}
	return ( hrtime( true ) - $start ) / 1e9;
}

/**
 * @param int $count Number of cases.
 * @return float Seconds of the suite.
 */
function wp_codebox_bench_suite( int $count ): float {
	$cases = array();
	for ( $index = 0; $index < $count; $index++ ) {
		$cases[] = array(
			'id'     => "case-$index",
			'target' => array(
				'kind' => 'rest',
				'id'   => WP_CODEBOX_BENCH_ROUTES[ $index % count( WP_CODEBOX_BENCH_ROUTES ) ],
			),
		);
	}
	$start  = hrtime( true );
	$result = WP_Codebox_API::run_fuzz_suite(
		array(
			'id'    => 'bench',
			'cases' => $cases,
		)
	);
	$seconds = ( hrtime( true ) - $start ) / 1e9;
	if ( is_wp_error( $result ) || $count !== $result['summary']['passed'] ) {
		throw new RuntimeException( 'The suite did not pass.' );
	}
	return $seconds;
}

/**
 * @param list<float> $values Measurements.
 */
function wp_codebox_bench_median( array $values ): float {
	sort( $values );
	return $values[ intdiv( count( $values ), 2 ) ];
}

wp_codebox_bench_bare( 80 );
wp_codebox_bench_suite( 80 );
$wp_codebox_rows = array();
foreach ( array( 100, 1000, 5000 ) as $wp_codebox_count ) {
	$wp_codebox_seen = array(
		'bare'  => array(),
		'suite' => array(),
	);
	for ( $wp_codebox_round = 0; $wp_codebox_round < WP_CODEBOX_BENCH_ROUNDS; $wp_codebox_round++ ) {
		$wp_codebox_seen['bare'][]  = wp_codebox_bench_bare( $wp_codebox_count );
		$wp_codebox_seen['suite'][] = wp_codebox_bench_suite( $wp_codebox_count );
	}
	$wp_codebox_ratios = array_map( static fn( float $suite, float $bare ): float => $suite / $bare, $wp_codebox_seen['suite'], $wp_codebox_seen['bare'] );
	$wp_codebox_rows[] = array(
		'cases'          => $wp_codebox_count,
		'bareMs'         => round( wp_codebox_bench_median( $wp_codebox_seen['bare'] ) * 1000 / $wp_codebox_count, 3 ),
		'suiteMs'        => round( wp_codebox_bench_median( $wp_codebox_seen['suite'] ) * 1000 / $wp_codebox_count, 3 ),
		'ratio'          => round( wp_codebox_bench_median( $wp_codebox_ratios ), 3 ),
		'casesPerSecond' => round( $wp_codebox_count / wp_codebox_bench_median( $wp_codebox_seen['suite'] ) ),
	);
}
echo wp_json_encode(
	array(
		'php'      => PHP_VERSION,
		'database' => defined( 'DB_ENGINE' ) && 'sqlite' === DB_ENGINE ? 'SQLite' : $GLOBALS['wpdb']->db_server_info(),
		'rows'     => $wp_codebox_rows,
	)
), "\n";
