<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope;

/**
 * The files below a folder: taken before and after a batch of cases, compared to prove that none changed.
 *
 * Size, times and inode tell; content is read only of files so young that times say nothing. Whoever ran the batch runs halves of it
 * again to find the case.
 */
final class Content_Digest {

	/** Seconds within which times say nothing. */
	private const RACY = 2;

	/** @var list<string> */
	private readonly array $except;

	/**
	 * @param string       $root   Folder, for example WP_CONTENT_DIR.
	 * @param list<string> $except Absolute paths, files or folders, that change by themselves: the SQLite database, the store.
	 */
	public function __construct( private readonly string $root, array $except = array() ) {
		$this->except = array_map( 'wp_normalize_path', $except );
	}

	/**
	 * The digest over wp-content of this site, without its database file.
	 *
	 * @param list<string> $except Absolute paths to leave out.
	 */
	public static function of_site( array $except = array() ): self {
		$database = defined( 'FQDB' ) ? array( FQDB, FQDB . '-wal', FQDB . '-shm', FQDB . '-journal' ) : array();
		return new self( WP_CONTENT_DIR, array( ...$database, ...$except ) );
	}

	/** @return array<string, array{size: int, changed: int, inode: int, hash: string}> By path below the root. */
	public function take(): array {
		clearstatcache();
		$files   = array();
		$entries = new \RecursiveIteratorIterator(
			new \RecursiveCallbackFilterIterator(
				new \RecursiveDirectoryIterator( $this->root, \FilesystemIterator::SKIP_DOTS ),
				fn( \SplFileInfo $entry ): bool => ! in_array( wp_normalize_path( $entry->getPathname() ), $this->except, true )
			),
			\RecursiveIteratorIterator::SELF_FIRST,
			\RecursiveIteratorIterator::CATCH_GET_CHILD
		);
		foreach ( $entries as $path => $entry ) {
			$facts = lstat( $path );
			if ( false !== $facts ) {
				$files[ substr( (string) $path, strlen( $this->root ) + 1 ) ] = array(
					'size'    => $entry->isDir() ? 0 : $facts['size'],
					'changed' => $entry->isDir() ? 0 : max( $facts['mtime'], $facts['ctime'] ),
					'inode'   => $facts['ino'],
					// Times are whole seconds: a file that changed just now may change again without a trace in them.
					'hash'    => $entry->isFile() && $facts['mtime'] >= time() - self::RACY ? (string) hash_file( 'xxh128', (string) $path ) : '',
				);
			}
		}
		return $files;
	}

	/**
	 * @param array<string, array{size: int, changed: int, inode: int, hash: string}> $before From take().
	 * @param array<string, array{size: int, changed: int, inode: int, hash: string}> $after  From take(), later.
	 * @return list<array{path: string, change: string}> Change is added, removed or changed; sorted by path.
	 */
	public function changes( array $before, array $after ): array {
		$changes = array();
		foreach ( $before + $after as $path => $unused ) {
			$change = match ( true ) {
				! isset( $before[ $path ] )           => 'added',
				! isset( $after[ $path ] )            => 'removed',
				self::differ( $before[ $path ], $after[ $path ] ) => 'changed',
				default                               => null,
			};
			if ( null !== $change ) {
				$changes[ $path ] = array(
					'path'   => (string) $path,
					'change' => $change,
				);
			}
		}
		ksort( $changes );
		return array_values( $changes );
	}

	/**
	 * @param array{size: int, changed: int, inode: int, hash: string} $before Facts.
	 * @param array{size: int, changed: int, inode: int, hash: string} $after  Facts, later.
	 */
	private static function differ( array $before, array $after ): bool {
		if ( '' === $before['hash'] || '' === $after['hash'] ) {
			unset( $before['hash'], $after['hash'] );
		}
		return $before !== $after;
	}
}
