<?php
// phpcs:disable WordPress.WP.AlternativeFunctions, WordPress.PHP.NoSilencedErrors -- PHP's own file functions are what it stands in for.

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Guards;

/**
 * Stands in for PHP's own `file://` while a case runs that sends a path: what is opened under a path with a marker of
 * the case is recorded. A path with which the input left its folder is there for the code under test, a harmless
 * script, and what it writes or deletes there stays in memory; every other path is the real one.
 *
 * realpath(), glob() and extensions that open files by themselves (SQLite, ZipArchive) do not come by.
 */
final class Watched_Files {

	private const SCRIPT = "<?php\n// A canary of WP Codebox.\n";

	/** More made-up files would keep a loop that looks for a free name from ending. */
	private const MADE_UP = 3;

	/** What PHP passes to stream_open() for include and require. */
	private const FOR_INCLUDE = 128;

	/** @var list<string> */
	private static array $markers = array();

	/** @var array<string, true> Paths that are said to be there. */
	private static array $made_up = array();

	private static ?\Closure $report = null;

	/** @var resource|null Set by PHP. */
	public $context;

	/** @var resource|null The real file or folder. */
	private $handle;

	/**
	 * @param list<string>                                $markers Of the case.
	 * @param \Closure(string, array<string, mixed>):void $report  Event type and data.
	 */
	public static function watch( array $markers, \Closure $report ): void {
		self::$markers = $markers;
		self::$made_up = array();
		self::$report  = $report;
		self::stand_in();
	}

	/** Gives PHP its own back. */
	public static function release(): void {
		if ( null !== self::$report ) {
			self::$report = null;
			// Silent where the case has put it back itself.
			@stream_wrapper_restore( 'file' );
		}
	}

	/** Opens a file. */
	public function stream_open( string $path, string $mode, int $options ): bool {
		$is_reading = 'r' === $mode[0] && ! str_contains( $mode, '+' );
		if ( self::is_marked( $path ) && $is_reading ) {
			self::note( 0 === ( $options & self::FOR_INCLUDE ) ? 'file_read' : 'include', $path );
		}
		if ( ! self::has_left( $path ) ) {
			$this->handle = self::really( fn() => null === $this->context ? @fopen( $path, $mode ) : @fopen( $path, $mode, false, $this->context ) );
			return is_resource( $this->handle );
		}
		$this->handle = fopen( 'php://memory', 'w+b' );
		if ( $is_reading ) {
			fwrite( $this->handle, self::SCRIPT );
			rewind( $this->handle );
		} else {
			self::note( 'file_write', $path );
		}
		return true;
	}

	public function stream_read( int $count ): string|false {
		return fread( $this->handle, max( 1, $count ) );
	}

	public function stream_write( string $bytes ): int {
		return (int) fwrite( $this->handle, $bytes );
	}

	public function stream_eof(): bool {
		return feof( $this->handle );
	}

	public function stream_tell(): int {
		return (int) ftell( $this->handle );
	}

	public function stream_seek( int $offset, int $whence ): bool {
		return 0 === fseek( $this->handle, $offset, $whence );
	}

	public function stream_flush(): bool {
		return fflush( $this->handle );
	}

	public function stream_truncate( int $size ): bool {
		return ftruncate( $this->handle, max( 0, $size ) );
	}

	/** PHP asks with 0 whether there are locks at all. */
	public function stream_lock( int $operation ): bool {
		return 0 === $operation || flock( $this->handle, $operation );
	}

	public function stream_set_option(): bool {
		return false;
	}

	/** @return resource */
	public function stream_cast() {
		return $this->handle;
	}

	/** @return array<int|string, int>|false */
	public function stream_stat(): array|false {
		return fstat( $this->handle );
	}

	public function stream_close(): void {
		if ( is_resource( $this->handle ) ) {
			fclose( $this->handle );
		}
	}

	/** What touch(), chmod(), chown() and chgrp() do. */
	public function stream_metadata( string $path, int $option, mixed $value ): bool {
		if ( self::has_left( $path ) ) {
			self::note( 'file_write', $path );
			return true;
		}
		return (bool) self::really(
			static fn() => match ( $option ) {
				STREAM_META_TOUCH                               => touch( $path, ...array_values( (array) $value ) ),
				STREAM_META_ACCESS                              => chmod( $path, (int) $value ),
				STREAM_META_OWNER, STREAM_META_OWNER_NAME       => chown( $path, $value ),
				STREAM_META_GROUP, STREAM_META_GROUP_NAME       => chgrp( $path, $value ),
				default                                         => false,
			}
		);
	}

	/** @return array<int|string, int>|false */
	public function url_stat( string $path, int $flags ): array|false {
		if ( self::has_left( $path ) && ( isset( self::$made_up[ $path ] ) || count( self::$made_up ) < self::MADE_UP ) ) {
			self::$made_up[ $path ] = true;
			return array(
				'mode'  => 0100644,
				'size'  => strlen( self::SCRIPT ),
				'mtime' => time(),
			);
		}
		return self::really( static fn() => 0 === ( $flags & STREAM_URL_STAT_LINK ) ? @stat( $path ) : @lstat( $path ) );
	}

	public function unlink( string $path ): bool {
		return $this->changed( 'file_delete', $path ) || self::really( static fn() => unlink( $path ) );
	}

	public function rename( string $from, string $to ): bool {
		return $this->changed( 'file_delete', $from ) || $this->changed( 'file_write', $to ) || self::really( static fn() => rename( $from, $to ) );
	}

	public function mkdir( string $path, int $mode, int $options ): bool {
		return $this->changed( 'file_write', $path ) || self::really( static fn() => mkdir( $path, $mode, 0 !== ( $options & STREAM_MKDIR_RECURSIVE ) ) );
	}

	public function rmdir( string $path ): bool {
		return $this->changed( 'file_delete', $path ) || self::really( static fn() => rmdir( $path ) );
	}

	/** Opens a folder. */
	public function dir_opendir( string $path ): bool {
		if ( self::is_marked( $path ) ) {
			self::note( 'file_read', $path );
		}
		$this->handle = self::really( static fn() => @opendir( $path ) );
		return is_resource( $this->handle );
	}

	public function dir_readdir(): string|false {
		return readdir( $this->handle );
	}

	public function dir_rewinddir(): bool {
		rewinddir( $this->handle );
		return true;
	}

	public function dir_closedir(): bool {
		closedir( $this->handle );
		return true;
	}

	/**
	 * @param string $type Event type.
	 * @param string $path Where.
	 * @return bool Whether it was recorded instead of being done.
	 */
	private function changed( string $type, string $path ): bool {
		if ( ! self::has_left( $path ) ) {
			return false;
		}
		self::note( $type, $path );
		return true;
	}

	private static function is_marked( string $path ): bool {
		return null !== self::before_marker( $path );
	}

	/** Whether the input is what leads the path elsewhere. */
	private static function has_left( string $path ): bool {
		$before = self::before_marker( $path );
		return null !== $before && 1 === preg_match( '~(\.\.[/\\\\]|^(file://)?/etc/)$~', $before );
	}

	/** What stands before the first marker in it; null without one. */
	private static function before_marker( string $path ): ?string {
		foreach ( self::$markers as $marker ) {
			$at = stripos( $path, $marker );
			if ( false !== $at ) {
				return substr( $path, 0, $at );
			}
		}
		return null;
	}

	private static function note( string $type, string $path ): void {
		if ( null !== self::$report ) {
			( self::$report )( $type, array( 'path' => $path ) );
		}
	}

	private static function stand_in(): void {
		stream_wrapper_unregister( 'file' );
		stream_wrapper_register( 'file', self::class );
	}

	/**
	 * @template T
	 * @param \Closure():T $deed Meets PHP's own files.
	 * @return T
	 */
	private static function really( \Closure $deed ): mixed {
		stream_wrapper_restore( 'file' );
		try {
			return $deed();
		} finally {
			self::stand_in();
		}
	}
}
