<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

/**
 * Every entry below a directory, without following links, ordered by bytes of the path.
 */
final class Directory_Tree {

	public const FILE      = 'file';
	public const DIRECTORY = 'directory';
	public const HARDLINK  = 'hardlink';
	public const OTHER     = 'other';

	/**
	 * @param string $root Directory.
	 * @return array<string, string> Relative path → one of the constants.
	 */
	public static function read( string $root ): array {
		$entries = array();
		self::collect( $root, '', $entries );
		ksort( $entries, SORT_STRING );
		return $entries;
	}

	/**
	 * A name that is no UTF-8 is shown as its bytes, so that it can travel in JSON.
	 *
	 * @param string $path Relative path.
	 */
	public static function shown( string $path ): string {
		return 1 === preg_match( '//u', $path ) ? $path : 'hex:' . bin2hex( $path );
	}

	/**
	 * @param string                $root    Directory.
	 * @param string                $prefix  Path so far, with a slash at its end.
	 * @param array<string, string> $entries Receives what is there.
	 */
	private static function collect( string $root, string $prefix, array &$entries ): void {
		$handle = Durable_Files::silently( static fn() => opendir( '' === $prefix ? $root : $root . '/' . $prefix ) );
		if ( ! is_resource( $handle ) ) {
			return;
		}
		$directories = array();
		for ( $name = readdir( $handle ); false !== $name; $name = readdir( $handle ) ) {
			if ( '.' === $name || '..' === $name ) {
				continue;
			}
			$path             = $prefix . $name;
			$kind             = self::kind( $root . '/' . $path );
			$entries[ $path ] = $kind;
			if ( self::DIRECTORY === $kind ) {
				$directories[] = $path . '/';
			}
		}
		closedir( $handle );
		foreach ( $directories as $directory ) {
			self::collect( $root, $directory, $entries );
		}
	}

	private static function kind( string $path ): string {
		clearstatcache( true, $path );
		$status = Durable_Files::silently( static fn(): array|false => lstat( $path ) );
		$type   = ! is_array( $status ) ? 0 : $status['mode'] & 0170000;
		return match ( true ) {
			0040000 === $type                          => self::DIRECTORY,
			0100000 === $type && $status['nlink'] > 1  => self::HARDLINK,
			0100000 === $type                          => self::FILE,
			default                                    => self::OTHER,
		};
	}
}
