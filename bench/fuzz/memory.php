<?php
/**
 * Measures the peak memory of a streamed suite with the envelope and all default oracles, written as NDJSON.
 *
 * Read cases over the eight-route mix; each carries a marker of its own in a parameter, every hundredth in a search that
 * reaches the database. Argument: how many cases. The envelope starts PHP's peak anew for each case, so the greatest of
 * them is taken; a process measures one size, for memory that PHP took from the system stays with it.
 */

declare( strict_types=1 );

use WP_Codebox\Fuzz\Run\Ndjson_Sink;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;
use WP_Codebox\Fuzz\Suite\Fuzz_Suite;
use WP_Codebox\Plugin;

require __DIR__ . '/mix.php';

$wp_codebox_count  = max( 1, (int) ( $argv[1] ?? 1000 ) );
$wp_codebox_cases  = static function () use ( $wp_codebox_count ): iterable {
	for ( $index = 0; $index < $wp_codebox_count; $index++ ) {
		$marker = sprintf( 'wpcbx%06dq', $index );
		$path   = 0 === $index % 100 ? '/wp/v2/categories' : wp_codebox_bench_route( $index );
		$input  = array(
			'path'   => $path,
			'method' => 'GET',
			'params' => array( 0 === $index % 100 ? 'search' : 'codebox' => $marker . '<"\'' ),
		);
		yield new Fuzz_Case( "case-$index", $index, 'rest', $path, $input, null, array(), array(), array( $marker ) );
	}
};
$wp_codebox_fuzz   = Plugin::services()->fuzz();
$wp_codebox_stream = fopen( '/dev/null', 'w' ); // phpcs:ignore WordPress.WP.AlternativeFunctions
wp_codebox_bench_bare( 80 );
$wp_codebox_start  = hrtime( true );
$wp_codebox_peak   = 0;
$wp_codebox_note   = static function () use ( &$wp_codebox_peak ): void {
	$wp_codebox_peak = max( $wp_codebox_peak, memory_get_peak_usage() );
};
$wp_codebox_suite  = new Fuzz_Suite( 'memory', null, 'auto', false, array(), $wp_codebox_cases );
$wp_codebox_result = $wp_codebox_fuzz->runner( oracles: $wp_codebox_fuzz->oracles()->choose() )->run( $wp_codebox_suite, new Ndjson_Sink( $wp_codebox_stream ), $wp_codebox_note );
if ( $wp_codebox_count !== $wp_codebox_result['summary']['passed'] ) {
	throw new RuntimeException( 'The suite did not pass: ' . wp_json_encode( $wp_codebox_result['summary'] ) );
}
wp_codebox_bench_print(
	array(
		'cases'   => $wp_codebox_count,
		'peakMiB' => round( $wp_codebox_peak / 1048576, 2 ),
		'seconds' => round( ( hrtime( true ) - $wp_codebox_start ) / 1e9, 1 ),
	)
);
