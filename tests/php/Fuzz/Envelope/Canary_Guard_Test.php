<?php
// phpcs:disable WordPress.WP.AlternativeFunctions, WordPress.PHP.NoSilencedErrors -- What is tested.

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Envelope;

use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Fuzz\Generation\Marker;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * The payloads that generators send, at the sinks that they are made for, and at the same sinks done right.
 */
final class Canary_Guard_Test extends Envelope_Case {

	private const MARKER = 'wpcbx000007q';

	public function test_an_object_that_comes_to_life_is_recorded(): void {
		foreach ( array( $this->payload( 'O:' ), base64_decode( $this->payload( 'Tzo' ), true ) ) as $payload ) { // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- As a callback does.
			$this->assertSame( array( 'unserialize' ), $this->types( $this->send( (string) $payload, 'maybe_unserialize' ) ) );
			$this->assertSame( array(), $this->types( $this->send( (string) $payload, static fn( string $value ): mixed => unserialize( $value, array( 'allowed_classes' => false ) ) ) ) ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- What is tested.
			$this->assertSame( array(), $this->types( $this->send( (string) $payload, 'json_decode' ) ) );
			unserialize( (string) $payload ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- Outside a case nobody listens.
		}
	}

	public function test_a_command_that_a_shell_runs_is_recorded(): void {
		$payload = $this->payload( '$WPCBX_CANARY' );
		foreach ( array( 'echo %s', 'echo "%s"', "echo '%s'" ) as $command ) {
			$this->assertSame( array( 'exec' ), $this->types( $this->send( $payload, static fn( string $value ): string => (string) shell_exec( sprintf( "{ $command; } 2>/dev/null", $value ) ) ) ), $command ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions
		}
		foreach ( array( 'escapeshellarg', 'escapeshellcmd' ) as $escape ) {
			$this->assertSame( array(), $this->types( $this->send( $payload, static fn( string $value ): string => (string) shell_exec( '{ echo ' . $escape( $value ) . '; } 2>/dev/null' ) ) ), $escape ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions
		}
		$this->assertFalse( getenv( 'WPCBX_CANARY' ) );
	}

	public function test_a_path_of_the_caller_is_recorded_and_leads_nowhere(): void {
		$folder  = __DIR__ . '/';
		$payload = '../../' . self::MARKER;
		$deeds   = array(
			'file_read'   => static fn( string $name ): mixed => is_readable( $folder . $name ) ? file_get_contents( $folder . $name ) : null,
			'include'     => static fn( string $name ): mixed => file_exists( "$folder$name.php" ) ? include "$folder$name.php" : null,
			'file_write'  => static fn( string $name ): mixed => file_put_contents( $folder . $name, 'x' ),
			'file_delete' => static fn( string $name ): mixed => unlink( $folder . $name ),
		);
		foreach ( $deeds as $type => $deed ) {
			$observation = $this->send( $payload, $deed );
			$this->assertSame( array( $type ), $this->types( $observation ) );
			$this->assertSame( __FILE__, $observation->events[0]['frames'][0]['file'] );
			$this->assertSame( array(), $this->types( $this->send( $payload, static fn( string $name ): mixed => $deed( 'none-' . sanitize_key( $name ) ) ) ), "$type of a name without its way" );
		}
		$this->assertFileDoesNotExist( $folder . $payload );
		$this->assertSame( array(), $this->types( $this->send( $payload, static fn( string $name ): bool => str_starts_with( (string) realpath( $folder . $name ), $folder ) && is_string( file_get_contents( $folder . $name ) ) ) ) );
	}

	public function test_other_files_are_the_real_ones(): void {
		$folder = trailingslashit( get_temp_dir() ) . 'wp-codebox-canary-test';
		$this->send(
			'../../' . self::MARKER,
			function () use ( $folder ): void {
				$this->assertTrue( mkdir( $folder ) );
				$this->assertSame( 5, file_put_contents( "$folder/a.txt", 'hello', LOCK_EX ) );
				$this->assertTrue( touch( "$folder/a.txt", 1700000000 ) );
				$this->assertSame( 1700000000, filemtime( "$folder/a.txt" ) );
				$this->assertTrue( chmod( "$folder/a.txt", 0600 ) );
				$this->assertTrue( is_writable( "$folder/a.txt" ) );
				$this->assertTrue( rename( "$folder/a.txt", "$folder/b.php" ) );
				file_put_contents( "$folder/b.php", '<?php return basename( __FILE__ );' );
				$this->assertSame( 'b.php', include "$folder/b.php" );
				$this->assertSame( array( 'b.php' ), array_values( array_diff( scandir( $folder ), array( '.', '..' ) ) ) );
				$file = new \SplFileObject( "$folder/b.php", 'r+' );
				$this->assertTrue( $file->flock( LOCK_EX ) );
				$file->ftruncate( 2 );
				$file->fseek( 0 );
				$this->assertSame( '<?', $file->fread( 10 ) );
				unset( $file );
				$this->assertFalse( @file_get_contents( "$folder/none" ) );
				$this->assertTrue( unlink( "$folder/b.php" ) );
				$this->assertTrue( rmdir( $folder ) );
			}
		);
		$this->assertDirectoryDoesNotExist( $folder );
	}

	public function test_a_search_for_a_free_name_ends(): void {
		$observation = $this->send(
			'../../' . self::MARKER,
			static function ( string $name ): void {
				for ( $number = 1; file_exists( __DIR__ . "/$name-$number" ); $number++ ); // phpcs:ignore Generic.CodeAnalysis.EmptyStatement, Generic.CodeAnalysis.ForLoopWithTestFunctionCall
			}
		);
		$this->assertSame( Observation::RETURNED, $observation->ended );
	}

	public function test_an_address_opened_as_a_file_is_an_outbound_request(): void {
		$observation = $this->send( 'http://' . self::MARKER . '.invalid/', static fn( string $url ): mixed => @file_get_contents( $url ) );
		$this->assertSame( array( 'http' ), $this->types( $observation ) );
		$this->assertSame( 'http://' . self::MARKER . '.invalid/', $observation->events[0]['data']['url'] );
		$this->assertSame( array(), $this->types( $this->send( 'http://' . self::MARKER . '.invalid/', 'is_readable' ) ) );
		// Between two cases an address is opened by PHP's own, which really tries to connect.
		$said = array();
		set_error_handler( // phpcs:ignore WordPress.PHP.DevelopmentFunctions
			static function ( int $level, string $message ) use ( &$said ): bool {
				$said[] = $message;
				return true;
			}
		);
		$this->assertFalse( file_get_contents( 'http://127.0.0.1:1/' ) );
		restore_error_handler();
		$this->assertStringContainsString( 'Connection refused', implode( "\n", $said ) );
		$observation = $this->send( 'http://' . self::MARKER . '.invalid/', static fn( string $url ): mixed => @file_get_contents( $url ) );
		$this->assertSame( array( 'http' ), $this->types( $observation ) );
	}

	private function payload( string $part ): string {
		foreach ( Contracts::get( 'boundary-values' )['payloads'] as $payload ) {
			if ( str_contains( $payload, $part ) ) {
				return Marker::replace( $payload, '{marker}', self::MARKER );
			}
		}
		$this->fail( "No payload holds $part." );
	}

	private function send( string $value, callable $sink ): Observation {
		$fuzz_case = new Fuzz_Case( 'case', 0, 'rest', '/test', array( 'method' => 'POST', 'bodyJson' => array( 'value' => $value ) ), null, array(), array(), array( self::MARKER ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
		return $this->envelope->run( $fuzz_case, static fn(): mixed => $sink( $value ) );
	}
}
