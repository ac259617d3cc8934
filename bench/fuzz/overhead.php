<?php
/**
 * Measures what `run-fuzz-suite` costs over a bare `rest_do_request()` loop of the same requests, interleaved in one process.
 *
 * Argument `warm`: both begin with an object cache that has seen every route. Argument `cold`: both begin every request
 * with the object cache of a process that has served none, as the envelope gives it back after each case.
 */

declare( strict_types=1 );

require __DIR__ . '/mix.php';

$wp_codebox_is_cold = 'cold' === ( $argv[1] ?? 'warm' );
if ( ! $wp_codebox_is_cold ) {
	wp_codebox_bench_bare( 80 );
}
wp_codebox_bench_suite( 80 );
$wp_codebox_rows = array();
foreach ( $wp_codebox_is_cold ? array( 1000 ) : array( 100, 1000, 5000 ) as $wp_codebox_count ) {
	$wp_codebox_seen = array(
		'bare'  => array(),
		'suite' => array(),
		'ratio' => array(),
		'cpu'   => array(),
	);
	for ( $wp_codebox_round = 0; $wp_codebox_round < WP_CODEBOX_BENCH_ROUNDS; $wp_codebox_round++ ) {
		$wp_codebox_cpu             = array( wp_codebox_bench_processor() );
		$wp_codebox_bare            = wp_codebox_bench_bare( $wp_codebox_count, $wp_codebox_is_cold );
		$wp_codebox_cpu[]           = wp_codebox_bench_processor();
		$wp_codebox_suite           = wp_codebox_bench_suite( $wp_codebox_count );
		$wp_codebox_cpu[]           = wp_codebox_bench_processor();
		$wp_codebox_seen['cpu'][]   = ( $wp_codebox_cpu[2] - $wp_codebox_cpu[1] ) / ( $wp_codebox_cpu[1] - $wp_codebox_cpu[0] );
		$wp_codebox_seen['bare'][]  = $wp_codebox_bare;
		$wp_codebox_seen['suite'][] = $wp_codebox_suite;
		$wp_codebox_seen['ratio'][] = $wp_codebox_suite / $wp_codebox_bare;
	}
	$wp_codebox_rows[] = array(
		'cases'          => $wp_codebox_count,
		'bareMs'         => round( wp_codebox_bench_median( $wp_codebox_seen['bare'] ) * 1000 / $wp_codebox_count, 3 ),
		'suiteMs'        => round( wp_codebox_bench_median( $wp_codebox_seen['suite'] ) * 1000 / $wp_codebox_count, 3 ),
		'ratio'          => round( wp_codebox_bench_median( $wp_codebox_seen['ratio'] ), 3 ),
		'cpuRatio'       => round( wp_codebox_bench_median( $wp_codebox_seen['cpu'] ), 3 ),
		'casesPerSecond' => round( $wp_codebox_count / wp_codebox_bench_median( $wp_codebox_seen['suite'] ) ),
	);
}
wp_codebox_bench_print( array( 'rows' => $wp_codebox_rows ) );
