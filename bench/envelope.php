<?php
/**
 * What the envelope costs: median time of one pass over eight core routes, bare and inside it, interleaved in one run.
 *
 * Run: WP_CODEBOX_TEST_SITE=<WordPress folder> php bench/envelope.php [rounds]
 */

declare( strict_types=1 );

use WP_Codebox\Fuzz\Envelope\Envelope_Factory;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

require dirname( __DIR__ ) . '/tests/php/bootstrap.php';

$wp_codebox_bench = static function ( int $rounds ): array {
	$routes   = array( '/wp/v2/posts', '/wp/v2/pages', '/wp/v2/types', '/wp/v2/taxonomies', '/wp/v2/categories', '/wp/v2/comments', '/wp/v2/users', '/wp/v2/statuses' );
	$envelope = Envelope_Factory::make();
	rest_get_server();
	wp_set_current_user( 1 );
	$call    = static function ( string $route ): void {
		rest_do_request( new WP_REST_Request( 'GET', $route ) );
	};
	$samples = array(
		'bare'     => array(),
		'envelope' => array(),
		'empty'    => array(),
	);
	for ( $round = -3; $round < $rounds; $round++ ) {
		$times = array();
		$start = hrtime( true );
		array_map( $call, $routes );
		$times['bare'] = ( hrtime( true ) - $start ) / 8e6;
		$start         = hrtime( true );
		foreach ( $routes as $index => $route ) {
			$envelope->run( new Fuzz_Case( $route, $index, 'rest', $route, array( 'path' => $route ), 'administrator' ), static fn( Observation $o ) => $call( $route ) );
		}
		$times['envelope'] = ( hrtime( true ) - $start ) / 8e6;
		$start             = hrtime( true );
		foreach ( $routes as $index => $route ) {
			$envelope->run( new Fuzz_Case( $route, $index, 'rest', $route, array( 'path' => $route ), 'administrator' ), static fn( Observation $o ) => null );
		}
		$times['empty'] = ( hrtime( true ) - $start ) / 8e6;
		foreach ( $round < 0 ? array() : $times as $name => $milliseconds ) {
			$samples[ $name ][] = $milliseconds;
		}
	}
	$median = static function ( array $values ): float {
		sort( $values );
		return round( $values[ intdiv( count( $values ), 2 ) ], 4 );
	};
	$result = array_map( $median, $samples );
	return $result + array( 'ratio' => round( $result['envelope'] / $result['bare'], 3 ) );
};
echo wp_json_encode( $wp_codebox_bench( (int) ( $argv[1] ?? 60 ) ) ), "\n";
