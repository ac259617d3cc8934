<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

/**
 * File work that either happened, down to the disk, or throws: no warning is printed, nothing half done is called done.
 *
 * The store writes its own private files; WP_Filesystem may stand for FTP there, and can neither stream nor flush.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions
 */
final class Durable_Files {

	/** How often a file may be exchanged between the look at it and its opening. */
	private const EXCHANGES = 5;

	private const BLOCK = 262144;

	/**
	 * Writes a new file and flushes it to the disk.
	 *
	 * @param string $path  Where; must not exist.
	 * @param string $bytes What.
	 * @return array{sha256: string, size: int} Of what was given.
	 */
	public function write( string $path, string $bytes ): array {
		$file = $this->create( $path );
		try {
			$this->put( $file, $bytes );
			$this->flush( $file );
		} finally {
			fclose( $file );
		}
		return array(
			'sha256' => hash( 'sha256', $bytes ),
			'size'   => strlen( $bytes ),
		);
	}

	/**
	 * Copies a stream into a new file, hashing on the way, and flushes it; memory does not grow with its length.
	 *
	 * @param resource $source An open stream.
	 * @param string   $path   Where; must not exist.
	 * @param int      $limit  Most bytes.
	 * @return array{sha256: string, size: int} Of what the stream gave.
	 * @throws Artifact_Error wp_codebox_browser_artifact_file_too_large, wp_codebox_artifact_write_failed, wp_codebox_artifact_read_failed.
	 */
	public function copy( $source, string $path, int $limit ): array {
		$file = $this->create( $path );
		$hash = hash_init( 'sha256' );
		$size = 0;
		try {
			while ( ! feof( $source ) ) {
				$bytes = $this->attempt( static fn(): string|false => fread( $source, self::BLOCK ), 'wp_codebox_artifact_read_failed' );
				$size += strlen( $bytes );
				if ( $size > $limit ) {
					throw Artifact_Error::of( 'wp_codebox_browser_artifact_file_too_large', basename( $path ) . " (more than $limit bytes)", array( 'violation' => 'file-too-large' ) );
				}
				hash_update( $hash, $bytes );
				$this->put( $file, $bytes );
			}
			$this->flush( $file );
		} finally {
			fclose( $file );
		}
		return array(
			'sha256' => hash_final( $hash ),
			'size'   => $size,
		);
	}

	/**
	 * Opens a file that is made when it is not there, for locking.
	 *
	 * @param string $path Which.
	 * @return resource|null Null where it cannot be made.
	 */
	public function touch( string $path ) {
		$file = self::silently( static fn() => fopen( $path, 'c' ) );
		return is_resource( $file ) ? $file : null;
	}

	/**
	 * @param string $from A file or directory.
	 * @param string $to   Its new name on the same file system.
	 */
	public function move( string $from, string $to ): void {
		$this->attempt( static fn(): bool => rename( $from, $to ), 'wp_codebox_artifact_write_failed' );
		$this->sync_directory( dirname( $to ) );
	}

	/**
	 * @param string $path Directory, made with its parents when it is not there.
	 */
	public function make_directory( string $path ): void {
		if ( ! is_dir( $path ) ) {
			$this->attempt( static fn(): bool => mkdir( $path, 0700, true ) || is_dir( $path ), 'wp_codebox_artifact_write_failed' );
		}
	}

	/**
	 * Flushes the names in a directory, where the platform can.
	 *
	 * @param string $path The directory.
	 */
	public function sync_directory( string $path ): void {
		self::silently(
			static function () use ( $path ): bool {
				$directory = fopen( $path, 'r' );
				return false !== $directory && fsync( $directory ) && fclose( $directory );
			}
		);
	}

	/**
	 * Removes a file or a tree without following links.
	 *
	 * @param string $path Which.
	 * @return bool Whether it is gone.
	 */
	public function remove( string $path ): bool {
		if ( is_link( $path ) || is_file( $path ) ) {
			return true === self::silently( static fn(): bool => unlink( $path ) );
		}
		if ( ! is_dir( $path ) ) {
			return ! file_exists( $path );
		}
		$names = self::silently( static fn(): array|false => scandir( $path ) );
		foreach ( array_diff( is_array( $names ) ? $names : array(), array( '.', '..' ) ) as $name ) {
			$this->remove( $path . '/' . $name );
		}
		return true === self::silently( static fn(): bool => rmdir( $path ) );
	}

	/**
	 * Opens a regular file for reading; a link, a special file or one that was exchanged meanwhile is refused.
	 *
	 * @param string $path Which.
	 * @return resource
	 */
	public function open( string $path ) {
		for ( $try = 0; $try < self::EXCHANGES; $try++ ) {
			// PHP remembers the file it looked at last, also when another has taken its name since.
			clearstatcache( true, $path );
			$before = self::silently( static fn(): array|false => lstat( $path ) );
			if ( ! is_array( $before ) ) {
				throw Artifact_Error::of( 'wp_codebox_artifact_read_failed', basename( $path ) . ' is not there' );
			}
			if ( 0100000 !== ( $before['mode'] & 0170000 ) || $before['nlink'] > 1 ) {
				throw Artifact_Error::of( 'wp_codebox_artifact_import_link_refused', basename( $path ), array( 'violation' => 0100000 === ( $before['mode'] & 0170000 ) ? 'hardlink' : 'unsafe-file' ) );
			}
			$file  = $this->attempt( static fn() => fopen( $path, 'rb' ), 'wp_codebox_artifact_read_failed' );
			$after = fstat( $file );
			if ( $after['ino'] === $before['ino'] && $after['dev'] === $before['dev'] ) {
				return $file;
			}
			// Another process may have replaced the bundle just now; what it put there is looked at anew.
			fclose( $file );
		}
		throw Artifact_Error::of( 'wp_codebox_artifact_import_link_refused', basename( $path ), array( 'violation' => 'unsafe-file' ) );
	}

	/**
	 * @param string $path Which file.
	 * @return string|null Its SHA-256; null when it cannot be read, such as one that went meanwhile.
	 */
	public function hash( string $path ): ?string {
		$hash = self::silently( static fn(): string|false => hash_file( 'sha256', $path ) );
		return is_string( $hash ) ? $hash : null;
	}

	/**
	 * @param string $path  Which file.
	 * @param int    $limit Most bytes.
	 * @return string Its content.
	 */
	public function read( string $path, int $limit ): string {
		$file = $this->open( $path );
		try {
			// PHP takes the memory for as many bytes as it is asked for, whether they are there or not.
			$most  = min( $limit, (int) fstat( $file )['size'] ) + 1;
			$bytes = $this->attempt( static fn(): string|false => stream_get_contents( $file, $most ), 'wp_codebox_artifact_read_failed' );
		} finally {
			fclose( $file );
		}
		if ( strlen( $bytes ) > $limit ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_read_failed', basename( $path ) . " is larger than $limit bytes" );
		}
		return $bytes;
	}

	/**
	 * @param resource $file  Open for writing.
	 * @param string   $bytes What.
	 */
	public function put( $file, string $bytes ): void {
		$length = strlen( $bytes );
		for ( $done = 0; $done < $length; $done += $written ) {
			$part    = 0 === $done ? $bytes : substr( $bytes, $done );
			$written = $this->attempt( static fn(): int|false => fwrite( $file, $part ), 'wp_codebox_artifact_write_failed' );
			if ( 0 === $written ) {
				throw Artifact_Error::of( 'wp_codebox_artifact_write_failed', 'the disk took no more' );
			}
		}
	}

	/**
	 * @param resource $file Open for writing.
	 */
	public function flush( $file ): void {
		$this->attempt( static fn(): bool => fflush( $file ) && fsync( $file ), 'wp_codebox_artifact_write_failed' );
	}

	/**
	 * @param string $path Must not exist.
	 * @return resource
	 */
	public function create( string $path ) {
		$file = $this->attempt( static fn() => fopen( $path, 'xb' ), 'wp_codebox_artifact_write_failed' );
		stream_set_write_buffer( $file, 0 );
		return $file;
	}

	/**
	 * Runs one file function; a failure becomes an error that says the reason without the path on the host.
	 *
	 * @template T
	 * @param \Closure():(T|false) $work One call.
	 * @param string               $code A code of the catalogue.
	 * @return T
	 */
	private function attempt( \Closure $work, string $code ): mixed {
		$reason = '';
		$result = self::silently( $work, $reason );
		if ( false === $result ) {
			throw Artifact_Error::of( $code, '' === $reason ? 'no reason given' : $reason );
		}
		return $result;
	}

	/**
	 * Runs one file function whose failure the caller judges; PHP's warning goes nowhere else.
	 *
	 * @param \Closure $work   One call.
	 * @param string   $reason Receives what PHP warned of, without the path.
	 */
	public static function silently( \Closure $work, string &$reason = '' ): mixed {
		set_error_handler( // phpcs:ignore WordPress.PHP.DevelopmentFunctions -- the warning becomes the reason.
			static function ( int $level, string $message ) use ( &$reason ): bool {
				$parts  = explode( ': ', $message );
				$reason = (string) end( $parts );
				return true;
			}
		);
		try {
			return $work();
		} finally {
			restore_error_handler();
		}
	}
}
