<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Surfaces;

/**
 * Real WP-CLI in a process of its own, on the site of the tests.
 */
final class Wp_Cli {

	/**
	 * @param list<string> $arguments After `wp`.
	 * @param string       $input     Standard input.
	 * @return array{status: int, out: string, error: string}
	 */
	public static function run( array $arguments, string $input = '' ): array {
		$phar = (string) getenv( 'WP_CODEBOX_TEST_WP_CLI' );
		if ( ! is_file( $phar ) ) {
			throw new \RuntimeException( 'WP_CODEBOX_TEST_WP_CLI has to name the WP-CLI phar.' );
		}
		$streams = array();
		foreach ( array( 'in', 'out', 'error' ) as $name ) {
			$streams[ $name ] = tmpfile();
		}
		fwrite( $streams['in'], $input ); // phpcs:ignore WordPress.WP.AlternativeFunctions
		rewind( $streams['in'] );
		$command = array( PHP_BINARY, '-d', 'display_errors=stderr', '-d', 'error_reporting=-1', '-d', 'memory_limit=512M', $phar, '--allow-root', '--path=' . untrailingslashit( ABSPATH ), ...$arguments );
		$process = proc_open( $command, array_values( $streams ), $pipes );
		do {
			usleep( 5000 );
			$state = proc_get_status( $process );
		} while ( $state['running'] );
		proc_close( $process );
		$answer = array( 'status' => $state['exitcode'] );
		foreach ( array( 'out', 'error' ) as $name ) {
			rewind( $streams[ $name ] );
			$answer[ $name ] = (string) stream_get_contents( $streams[ $name ] );
		}
		return $answer;
	}
}
