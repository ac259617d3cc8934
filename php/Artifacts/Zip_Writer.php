<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

/**
 * Writes a zip whose bytes depend on names and contents alone: stored members, one fixed time, no extra fields.
 * What a bundle may hold stays below the sizes that need zip's 64-bit extension.
 *
 * Format: APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions
 */
final class Zip_Writer {

	/** 1980-01-01 00:00, the first that zip knows. */
	private const DOS_DATE = 0x21;

	/** Names are UTF-8. */
	private const FLAGS = 0x0800;

	private string $directory = '';

	private int $count = 0;

	private int $offset = 0;

	/**
	 * @param \Closure(string):void $sink Takes the bytes.
	 */
	public function __construct( private readonly \Closure $sink ) {}

	/**
	 * @param string $name Path of the member.
	 * @param string $path File on the host.
	 */
	public function add( string $name, string $path ): void {
		$size   = (int) filesize( $path );
		$crc    = unpack( 'N', (string) hash_file( 'crc32b', $path, true ) )[1];
		$common = pack( 'vvvvvVVVvv', 20, self::FLAGS, 0, 0, self::DOS_DATE, $crc, $size, $size, strlen( $name ), 0 );
		$start  = $this->offset;
		$this->put( "PK\x03\x04" . $common . $name );
		$file = fopen( $path, 'rb' );
		if ( false === $file ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_read_failed', $name );
		}
		$sent = 0;
		while ( ! feof( $file ) ) {
			$bytes = (string) fread( $file, 1048576 );
			$sent += strlen( $bytes );
			$this->put( $bytes );
		}
		fclose( $file );
		if ( $sent !== $size ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_read_failed', "$name changed while it was read" );
		}
		// Made by version 2.0 on MS-DOS, so that no file mode of this host travels along.
		$this->directory .= "PK\x01\x02" . pack( 'v', 20 ) . $common . pack( 'vvvVV', 0, 0, 0, 0, $start ) . $name;
		++$this->count;
	}

	/**
	 * @return int Bytes of the whole archive.
	 */
	public function finish(): int {
		$start = $this->offset;
		$this->put( $this->directory );
		$this->put( "PK\x05\x06" . pack( 'vvvvVVv', 0, 0, $this->count, $this->count, strlen( $this->directory ), $start, 0 ) );
		return $this->offset;
	}

	private function put( string $bytes ): void {
		( $this->sink )( $bytes );
		$this->offset += strlen( $bytes );
	}
}
