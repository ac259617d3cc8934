<?php
/**
 * A process of its own that works on a store until it is done or killed: `php worker.php '<json>'`.
 *
 * Input: `root`, `source` (a bundle's directory to import), `action`, `seed`, `seconds`, `uid`, `range` of numbers.
 * Output: `ready`, then a line of JSON for each thing that was done.
 *
 * With `forks` it loads WordPress once and takes actions from standard input, one a line: each is done again and again
 * by a child, whose process id it prints, until that child is killed; then it prints `gone`.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions, WordPress.Security.EscapeOutput
 */

declare( strict_types=1 );

namespace WP_Codebox\Tests\Artifacts;

use WP_Codebox\Artifacts\Artifact_Services;
use WP_Codebox\Artifacts\Artifact_Error;
use WP_Codebox\Artifacts\Bundle_Draft;
use WP_Codebox\Artifacts\Bundle_File;
use WP_Codebox\Operations\Invocation;

require dirname( __DIR__ ) . '/bootstrap.php';

$task = json_decode( $argv[1], true, 512, JSON_THROW_ON_ERROR );
if ( isset( $task['uid'] ) && 0 === posix_geteuid() ) {
	posix_setgid( $task['uid'] );
	posix_setuid( $task['uid'] );
}
mt_srand( $task['seed'] );
$services = new Artifact_Services();
$operator = new Invocation( Invocation::CLI );
$store    = $services->store_of( array( 'artifacts_path' => $task['root'] ), $operator );

$draft = static function ( int $number ): Bundle_Draft {
	$draft = new Bundle_Draft( array(
'name'    => 'worker',
'version' => '1',
), array( 'number' => $number ) );
	for ( $file = 0; $file < 20; $file++ ) {
		$draft->with( Bundle_File::of_text( "files/$file/ü.txt", 'log', 'text/plain', str_repeat( "$number $file\n", 40 * $file ) ) );
	}
	return $draft->with( Bundle_File::of_text( 'files/large.bin', 'log', 'application/octet-stream', str_repeat( chr( $number % 256 ), 1500000 ) ) );
};

$do = static function ( string $action, int $number ) use ( $store, $services, $operator, $task, $draft ): void {
	$result = Artifact_Error::guard(
		static fn() => match ( $action ) {
			'persist' => $store->persist( $draft( $number ) ),
			'import'  => $services->importer()->import( array( 'source_bundle_path' => $task['source'] ), $store, $operator ),
			'replace' => $services->importer()->import( array(
'source_bundle_path' => $task['source'],
'replace'            => true,
), $store, $operator ),
		}
	);
	fwrite( STDOUT, json_encode( is_wp_error( $result ) ? array(
'error'   => $result->get_error_code(),
'message' => $result->get_error_message(),
) : array(
'action' => $action,
'number' => $number,
'id'     => $result->id,
'status' => $result->status,
) ) . "\n" );
};

fwrite( STDOUT, "ready\n" );
while ( ! empty( $task['forks'] ) ) {
	$action = fgets( STDIN );
	if ( false === $action ) {
		exit( 0 );
	}
	$child = pcntl_fork();
	if ( 0 === $child ) {
		mt_srand( getmypid() );
		while ( true ) {
			$do( trim( $action ), mt_rand( 0, $task['range'] ) );
		}
	}
	fwrite( STDOUT, "$child\n" );
	pcntl_waitpid( $child, $status );
	fwrite( STDOUT, "gone\n" );
}
$end = microtime( true ) + ( $task['seconds'] ?? 0 );
do {
	$do( 'mixed' === $task['action'] ? array( 'persist', 'persist', 'import', 'replace' )[ mt_rand( 0, 3 ) ] : $task['action'], mt_rand( 0, $task['range'] ?? 1000000 ) );
} while ( microtime( true ) < $end );
