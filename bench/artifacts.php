<?php
/**
 * How fast the store persists 1,000 small files and one of 256 MiB, against a minimal loop that does the
 * same copy, hash, flush, readback and hash, and against cp + sha256sum + sync. All in one run: the
 * ratios count, not the times. `npm run bench:artifacts`.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions, WordPress.Security.EscapeOutput, WordPress.PHP.DiscouragedPHPFunctions
 */

declare( strict_types=1 );

namespace WP_Codebox\Bench;

use WP_Codebox\Artifacts\Artifact_Services;
use WP_Codebox\Artifacts\Bundle_Draft;
use WP_Codebox\Artifacts\Bundle_File;
use WP_Codebox\Artifacts\Durable_Files;
use WP_Codebox\Operations\Invocation;

require dirname( __DIR__ ) . '/tests/php/bootstrap.php';

const ROUNDS      = 5;
const SMALL_FILES = 1000;
const LARGE_BYTES = 268435456;
const LEAST_RATIO = 0.8;
const MOST_MEMORY = 67108864;

$scratch = sys_get_temp_dir() . '/wp-codebox-bench-' . bin2hex( random_bytes( 6 ) );
mkdir( "$scratch/source", 0700, true );
$disk  = new Durable_Files();
$files = array();
mt_srand( 1 );
for ( $number = 0; $number < SMALL_FILES; $number++ ) {
	$files[ "small/$number.txt" ] = "$scratch/source/$number";
	file_put_contents( "$scratch/source/$number", random_bytes( mt_rand( 500, 8000 ) ) );
}
$files['large.bin'] = "$scratch/source/large";
$large              = fopen( "$scratch/source/large", 'wb' );
for ( $written = 0; $written < LARGE_BYTES; $written += 1048576 ) {
	fwrite( $large, random_bytes( 1048576 ) );
}
fclose( $large );
exec( 'sync' );

$store = static function ( string $target ) use ( $files ): void {
	$draft = new Bundle_Draft( array( 'name' => 'bench' ) );
	foreach ( $files as $path => $source ) {
		$draft->with( Bundle_File::of_path( $path, 'data', 'application/octet-stream', $source ) );
	}
	$stored = ( new Artifact_Services() )->store_of( array( 'artifacts_path' => $target ), new Invocation( Invocation::CLI ) )->persist( $draft );
	if ( is_wp_error( $stored ) ) {
		throw new \RuntimeException( $stored->get_error_message() );
	}
};

$loop = static function ( string $target, bool $flush ) use ( $files ): void {
	mkdir( "$target/small", 0700, true );
	$hashes = array();
	foreach ( $files as $path => $source ) {
		$from = fopen( $source, 'rb' );
		$to   = fopen( "$target/$path", 'xb' );
		$hash = hash_init( 'sha256' );
		while ( ! feof( $from ) ) {
			$bytes = (string) fread( $from, 1048576 );
			hash_update( $hash, $bytes );
			fwrite( $to, $bytes );
		}
		fflush( $to );
		if ( $flush ) {
			fsync( $to );
		}
		fclose( $to );
		fclose( $from );
		$hashes[ $path ] = hash_final( $hash );
	}
	foreach ( $hashes as $path => $digest ) {
		if ( hash_file( 'sha256', "$target/$path" ) !== $digest ) {
			throw new \RuntimeException( 'The loop read back something else.' );
		}
	}
};

$shell = static function ( string $target ) use ( $scratch ): void {
	exec( 'cp -r ' . escapeshellarg( "$scratch/source" ) . ' ' . escapeshellarg( $target ) . ' && find ' . escapeshellarg( $target ) . ' -type f -print0 | xargs -0 sha256sum > /dev/null && sync', $output, $status );
	if ( 0 !== $status ) {
		throw new \RuntimeException( 'cp, sha256sum or sync failed.' );
	}
};

$contenders = array(
	'store'                 => $store,
	'loop'                  => static fn( string $target ) => $loop( $target, true ),
	'loop without flushing' => static fn( string $target ) => $loop( $target, false ),
	'cp sha256sum sync'     => $shell,
);
$times      = array();
for ( $round = 0; $round < ROUNDS; $round++ ) {
	// Another one begins each round, so that none always meets the colder caches.
	$turns = array_keys( $contenders );
	$turns = array_merge( array_slice( $turns, $round % count( $turns ) ), array_slice( $turns, 0, $round % count( $turns ) ) );
	foreach ( $turns as $name ) {
		$run    = $contenders[ $name ];
		$target = "$scratch/target";
		$start  = hrtime( true );
		$run( $target );
		$times[ $name ][] = ( hrtime( true ) - $start ) / 1e9;
		$disk->remove( $target );
		exec( 'sync' );
	}
}
$disk->remove( $scratch );

$median = array_map(
	static function ( array $seconds ): float {
		sort( $seconds );
		return $seconds[ intdiv( count( $seconds ), 2 ) ];
	},
	$times
);
$peak   = memory_get_peak_usage( true );
$ratio  = $median['loop'] / $median['store'];
foreach ( $median as $name => $seconds ) {
	printf( "%-24s %6.2f s   store runs at %.2f of its speed\n", $name, $seconds, $seconds / $median['store'] );
}
printf( "peak memory of PHP       %.1f MiB\n", $peak / 1048576 );
$holds = $ratio >= LEAST_RATIO && $peak < MOST_MEMORY;
printf( "%s: at least %.1f of the loop, below %d MiB\n", $holds ? 'holds' : 'DOES NOT HOLD', LEAST_RATIO, MOST_MEMORY / 1048576 );
exit( $holds ? 0 : 1 );
