<?php
/**
 * Measures a POST that a suite runs, judges by every default oracle and rolls back against the same POST committed by a
 * bare `rest_do_request()`: `POST /wp/v2/posts` as administrator.
 *
 * Every title is its own: the same one again makes WordPress look for a free slug, one query for each post before.
 */

declare( strict_types=1 );

require __DIR__ . '/mix.php';

const WP_CODEBOX_BENCH_POSTS = 60;

/** @return array{title: string, content: string, status: string} A post as no other. */
function wp_codebox_bench_post(): array {
	static $count = 0;
	return array(
		'title'   => 'Benchmark ' . ( ++$count ) . ' x',
		'content' => 'Text.',
		'status'  => 'publish',
	);
}

/** @return float Seconds of a loop in which every post stays. */
function wp_codebox_bench_committed(): float {
	$start = hrtime( true );
	for ( $index = 0; $index < WP_CODEBOX_BENCH_POSTS; $index++ ) {
		$request = new WP_REST_Request( 'POST', '/wp/v2/posts' );
		$request->set_header( 'Content-Type', 'application/json' );
		$request->set_body( (string) wp_json_encode( wp_codebox_bench_post() ) );
		if ( 201 !== rest_do_request( $request )->get_status() ) {
			throw new RuntimeException( 'The post was not made.' );
		}
	}
	return ( hrtime( true ) - $start ) / 1e9;
}

/** @return float Seconds of a suite in which none stays. */
function wp_codebox_bench_rolled_back(): float {
	$cases = array();
	for ( $index = 0; $index < WP_CODEBOX_BENCH_POSTS; $index++ ) {
		$cases[] = array(
			'id'     => "post-$index",
			'target' => array(
				'kind' => 'rest',
				'id'   => '/wp/v2/posts',
			),
			'input'  => array(
				'method'   => 'POST',
				'bodyJson' => wp_codebox_bench_post(),
			),
			'expect' => array( 'status' => 201 ),
		);
	}
	$suite   = array(
		'id'                       => 'bench-writes',
		'cases'                    => $cases,
		'restMutationFixtureOptIn' => array(
			'schema'  => 'wp-codebox/rest-mutation-fixture-opt-in/v1',
			'id'      => 'bench',
			'route'   => '/wp/v2/posts',
			'methods' => array( 'POST' ),
		),
	);
	$before  = wp_codebox_bench_rows();
	$start   = hrtime( true );
	$result  = WP_Codebox_API::run_fuzz_suite( $suite );
	$seconds = ( hrtime( true ) - $start ) / 1e9;
	if ( is_wp_error( $result ) || WP_CODEBOX_BENCH_POSTS !== $result['summary']['passed'] || wp_codebox_bench_rows() !== $before ) {
		throw new RuntimeException( 'The suite did not pass, or left something behind: ' . wp_json_encode( is_wp_error( $result ) ? $result : array( $result['summary'], array_slice( $result['cases'], 0, 1 ) ) ) );
	}
	return $seconds;
}

/** @return int Posts of whatever type and status. */
function wp_codebox_bench_rows(): int {
	return (int) $GLOBALS['wpdb']->get_var( "SELECT COUNT(*) FROM {$GLOBALS['wpdb']->posts}" );
}

if ( ! defined( 'DB_ENGINE' ) || 'sqlite' !== DB_ENGINE ) {
	// The default of MariaDB and MySQL: what is committed is on the disk. The server of the tests does without.
	$GLOBALS['wpdb']->query( 'SET GLOBAL innodb_flush_log_at_trx_commit = 1' );
}
wp_codebox_bench_committed();
wp_codebox_bench_rolled_back();
$wp_codebox_seen = array(
	'committed'  => array(),
	'rolledBack' => array(),
	'ratio'      => array(),
);
for ( $wp_codebox_round = 0; $wp_codebox_round < WP_CODEBOX_BENCH_ROUNDS; $wp_codebox_round++ ) {
	$wp_codebox_committed            = wp_codebox_bench_committed() * 1000 / WP_CODEBOX_BENCH_POSTS;
	$wp_codebox_rolled_back          = wp_codebox_bench_rolled_back() * 1000 / WP_CODEBOX_BENCH_POSTS;
	$wp_codebox_seen['committed'][]  = $wp_codebox_committed;
	$wp_codebox_seen['rolledBack'][] = $wp_codebox_rolled_back;
	$wp_codebox_seen['ratio'][]      = $wp_codebox_rolled_back / $wp_codebox_committed;
}
wp_codebox_bench_print(
	array(
		'committedMs'  => round( wp_codebox_bench_median( $wp_codebox_seen['committed'] ), 2 ),
		'rolledBackMs' => round( wp_codebox_bench_median( $wp_codebox_seen['rolledBack'] ), 2 ),
		'ratio'        => round( wp_codebox_bench_median( $wp_codebox_seen['ratio'] ), 3 ),
	)
);
