<?php
/**
 * Measures the peak memory of a streamed suite: read cases over the eight-route mix, written as NDJSON.
 *
 * Argument: how many cases. Needs WP_CODEBOX_TEST_SITE. Prints one JSON object; a process measures one size.
 */

declare( strict_types=1 );

use WP_Codebox\Fuzz\Run\Ndjson_Sink;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;
use WP_Codebox\Fuzz\Suite\Fuzz_Suite;
use WP_Codebox\Plugin;

require dirname( __DIR__, 2 ) . '/tests/php/bootstrap.php';

$wp_codebox_routes = array( '/wp/v2/posts', '/wp/v2/pages', '/wp/v2/categories', '/wp/v2/users', '/wp/v2/types', '/wp/v2/settings', '/wp/v2/search', '/wp/v2/comments' );
$wp_codebox_count  = max( 1, (int) ( $argv[1] ?? 1000 ) );
wp_set_current_user( (int) get_users( array( 'role' => 'administrator', 'number' => 1, 'fields' => 'ID' ) )[0] ); // phpcs:ignore
ini_set( 'memory_limit', '2G' ); // phpcs:ignore WordPress.PHP.IniSet
$wp_codebox_cases = static function () use ( $wp_codebox_count, $wp_codebox_routes ): iterable {
	for ( $index = 0; $index < $wp_codebox_count; $index++ ) {
		$path = $wp_codebox_routes[ $index % count( $wp_codebox_routes ) ];
		yield new Fuzz_Case( "case-$index", $index, 'rest', $path, array( 'path' => $path, 'method' => 'GET' ) ); // phpcs:ignore
	}
};
$wp_codebox_stream = fopen( '/dev/null', 'w' ); // phpcs:ignore WordPress.WP.AlternativeFunctions
$wp_codebox_result = Plugin::services()->fuzz()->runner()->run( new Fuzz_Suite( 'memory', null, 'auto', false, array(), $wp_codebox_cases ), new Ndjson_Sink( $wp_codebox_stream ) );
if ( $wp_codebox_count !== $wp_codebox_result['summary']['passed'] ) {
	throw new RuntimeException( 'The suite did not pass.' );
}
echo wp_json_encode( array( 'cases' => $wp_codebox_count, 'peakMiB' => round( memory_get_peak_usage() / 1048576, 2 ) ) ), "\n"; // phpcs:ignore
