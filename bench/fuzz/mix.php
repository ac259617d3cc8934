<?php
/**
 * What the benchmarks of the fuzz engine share: the site, the eight-route mix of core as administrator, the median.
 *
 * Needs WP_CODEBOX_TEST_SITE; `npm run bench:fuzz` makes a site.
 */

declare( strict_types=1 );

use WP_Codebox\Fuzz\Envelope\Object_State;

require dirname( __DIR__, 2 ) . '/tests/php/bootstrap.php';

const WP_CODEBOX_BENCH_ROUTES = array( '/wp/v2/posts', '/wp/v2/pages', '/wp/v2/categories', '/wp/v2/users', '/wp/v2/types', '/wp/v2/settings', '/wp/v2/search', '/wp/v2/comments' );
const WP_CODEBOX_BENCH_ROUNDS = 5;

ini_set( 'memory_limit', '2G' ); // phpcs:ignore WordPress.PHP.IniSet
$wp_codebox_administrator = get_users(
	array(
		'role'   => 'administrator',
		'number' => 1,
		'fields' => 'ID',
	)
);
wp_set_current_user( (int) $wp_codebox_administrator[0] );
rest_get_server();

/** @param int $index Number of a case. */
function wp_codebox_bench_route( int $index ): string {
	return WP_CODEBOX_BENCH_ROUTES[ $index % count( WP_CODEBOX_BENCH_ROUTES ) ];
}

/**
 * @param int  $count   Number of requests.
 * @param bool $is_cold Whether the object cache is put back after each request, as the envelope does it.
 * @return float Seconds of the bare loop.
 */
function wp_codebox_bench_bare( int $count, bool $is_cold = false ): float {
	$cache = new Object_State( $GLOBALS['wp_object_cache'] );
	$start = hrtime( true );
	for ( $index = 0; $index < $count; $index++ ) {
		rest_do_request( new WP_REST_Request( 'GET', wp_codebox_bench_route( $index ) ) );
		if ( $is_cold ) {
			$cache->restore();
		}
	}
	return ( hrtime( true ) - $start ) / 1e9;
}

/**
 * @param int $count Number of cases.
 * @return float Seconds of a suite of the same requests, with the isolating envelope and all default oracles.
 */
function wp_codebox_bench_suite( int $count ): float {
	$cases = array();
	for ( $index = 0; $index < $count; $index++ ) {
		$cases[] = array(
			'id'     => "case-$index",
			'target' => array(
				'kind' => 'rest',
				'id'   => wp_codebox_bench_route( $index ),
			),
		);
	}
	$start   = hrtime( true );
	$result  = WP_Codebox_API::run_fuzz_suite(
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

/** @return float Seconds of processor time of this process: what a busy machine changes least. */
function wp_codebox_bench_processor(): float {
	$used = getrusage();
	return $used['ru_utime.tv_sec'] + $used['ru_stime.tv_sec'] + ( $used['ru_utime.tv_usec'] + $used['ru_stime.tv_usec'] ) / 1e6;
}

/**
 * @param list<float> $values Measurements.
 */
function wp_codebox_bench_median( array $values ): float {
	sort( $values );
	return $values[ intdiv( count( $values ), 2 ) ];
}

/** @param array<string, mixed> $result What was measured; goes to standard output as one JSON object. */
function wp_codebox_bench_print( array $result ): void {
	$database = defined( 'DB_ENGINE' ) && 'sqlite' === DB_ENGINE ? 'SQLite' : $GLOBALS['wpdb']->db_server_info();
	echo wp_json_encode( array( 'environment' => 'PHP ' . PHP_VERSION . ', ' . $database . ', WordPress ' . get_bloginfo( 'version' ) ) + $result ), "\n";
}
