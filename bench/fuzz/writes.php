<?php
/**
 * Measures a POST that is rolled back against the same POST committed: `POST /wp/v2/posts` as administrator.
 *
 * Needs WP_CODEBOX_TEST_SITE with a site that may be written to. Prints one JSON object.
 */

declare( strict_types=1 );


require dirname( __DIR__, 2 ) . '/tests/php/bootstrap.php';

const WP_CODEBOX_BENCH_POSTS = 12;

wp_set_current_user( (int) get_users( array( 'role' => 'administrator', 'number' => 1, 'fields' => 'ID' ) )[0] ); // phpcs:ignore
rest_get_server();

function wp_codebox_bench_post(): WP_REST_Response {
	$request = new WP_REST_Request( 'POST', '/wp/v2/posts' );
	$request->set_body_params(
		array(
			'title'   => 'Benchmark',
			'content' => 'Text.',
			'status'  => 'publish',
		)
	);
	return rest_do_request( $request );
}

/** Seconds of a loop in which every post stays. */
function wp_codebox_bench_committed(): float {
	$start = hrtime( true );
	for ( $index = 0; $index < WP_CODEBOX_BENCH_POSTS; $index++ ) {
		if ( 201 !== wp_codebox_bench_post()->get_status() ) {
			throw new RuntimeException( 'The post was not made.' );
		}
	}
	return ( hrtime( true ) - $start ) / 1e9;
}

/** Seconds of a suite in which none stays; the oracles judge, too. */
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
				'bodyJson' => array(
					'title'   => 'Benchmark',
					'content' => 'Text.',
					'status'  => 'publish',
				),
			),
		);
	}
	$suite  = array(
		'id'                       => 'bench-writes',
		'cases'                    => $cases,
		'restMutationFixtureOptIn' => array(
			'schema'  => 'wp-codebox/rest-mutation-fixture-opt-in/v1',
			'id'      => 'bench',
			'route'   => '/wp/v2/posts',
			'methods' => array( 'POST' ),
		),
	);
	$before = (int) wp_count_posts()->publish;
	$start  = hrtime( true );
	$result = WP_Codebox_API::run_fuzz_suite( $suite );
	$taken  = ( hrtime( true ) - $start ) / 1e9;
	if ( is_wp_error( $result ) || WP_CODEBOX_BENCH_POSTS !== $result['summary']['passed'] || (int) wp_count_posts()->publish !== $before ) {
		throw new RuntimeException( 'The suite did not pass, or left something behind: ' . wp_json_encode( is_wp_error( $result ) ? $result : array( $result['summary'], array_slice( $result['cases'], 0, 1 ) ) ) );
	}
	return $taken;
}

wp_codebox_bench_post();
$wp_codebox_seen = array();
for ( $wp_codebox_round = 0; $wp_codebox_round < 5; $wp_codebox_round++ ) {
	$wp_codebox_committed   = wp_codebox_bench_committed();
	$wp_codebox_rolled_back = wp_codebox_bench_rolled_back();
	$wp_codebox_seen[]      = array( $wp_codebox_committed * 1000 / WP_CODEBOX_BENCH_POSTS, $wp_codebox_rolled_back * 1000 / WP_CODEBOX_BENCH_POSTS, $wp_codebox_rolled_back / $wp_codebox_committed );
}
$wp_codebox_median = static function ( int $column ) use ( $wp_codebox_seen ): float {
	$values = array_column( $wp_codebox_seen, $column );
	sort( $values );
	return round( $values[2], 3 );
};
echo wp_json_encode(
	array(
		'committedMs'  => $wp_codebox_median( 0 ),
		'rolledBackMs' => $wp_codebox_median( 1 ),
		'ratio'        => $wp_codebox_median( 2 ),
	)
), "\n";
