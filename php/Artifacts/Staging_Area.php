<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

/**
 * Directories in which a bundle grows before it gets its name.
 *
 * Each has a lock file that its writer holds. The kernel lets go of the lock when the writer dies,
 * however it dies, so a directory whose lock can be taken is abandoned and is removed.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions
 */
final class Staging_Area {

	/** @var array<string, resource> Directory → its lock, held by this process. */
	private array $locks = array();

	/**
	 * @param string        $root Root of the store.
	 * @param Durable_Files $disk Writes and removes.
	 */
	public function __construct(
		private readonly string $root,
		private readonly Durable_Files $disk
	) {}

	/**
	 * @return string A new, empty directory that this process holds.
	 */
	public function take(): string {
		$parent = $this->parent();
		$this->disk->make_directory( $parent );
		for ( $attempt = 0; $attempt < 100; $attempt++ ) {
			$path = $parent . '/' . bin2hex( random_bytes( 12 ) );
			$lock = $this->lock( $path . '.lock' );
			if ( null !== $lock ) {
				$this->locks[ $path ] = $lock;
				$this->disk->make_directory( $path );
				return $path;
			}
		}
		throw Artifact_Error::of( 'wp_codebox_artifact_write_failed', 'no staging directory could be locked' );
	}

	/**
	 * Removes a directory of this process, if it is still there, and lets go of it.
	 *
	 * @param string $path What `take()` answered.
	 */
	public function release( string $path ): void {
		$this->disk->remove( $path );
		if ( isset( $this->locks[ $path ] ) ) {
			$this->disk->remove( $path . '.lock' );
			fclose( $this->locks[ $path ] );
			unset( $this->locks[ $path ] );
		}
	}

	/**
	 * Replaces a file as one step: a reader sees the old or the new one.
	 *
	 * @param string $path  Which file of the store.
	 * @param string $bytes Its new content.
	 */
	public function replace( string $path, string $bytes ): void {
		$staging = $this->take();
		try {
			$this->disk->write( $staging . '/file', $bytes );
			$this->disk->move( $staging . '/file', $path );
		} finally {
			$this->release( $staging );
		}
	}

	/**
	 * Removes what writers left behind that are no more.
	 *
	 * @return int How many directories went.
	 */
	public function clear_abandoned(): int {
		$removed = 0;
		foreach ( $this->names() as $name ) {
			$path = $this->parent() . '/' . preg_replace( '/\.lock$/', '', $name );
			if ( isset( $this->locks[ $path ] ) ) {
				continue;
			}
			$lock = $this->lock( $path . '.lock' );
			if ( null !== $lock ) {
				$removed += is_dir( $path ) && $this->disk->remove( $path ) ? 1 : 0;
				$this->disk->remove( $path . '.lock' );
				fclose( $lock );
			}
		}
		return $removed;
	}

	private function parent(): string {
		return $this->root . '/.staging';
	}

	/**
	 * @return string[]
	 */
	private function names(): array {
		$names = is_dir( $this->parent() ) ? scandir( $this->parent() ) : array();
		return array_diff( is_array( $names ) ? $names : array(), array( '.', '..' ) );
	}

	/**
	 * @param string $path Lock file.
	 * @return resource|null Null when another process holds it.
	 */
	private function lock( string $path ) {
		$file = $this->disk->touch( $path );
		if ( null === $file ) {
			return null;
		}
		if ( flock( $file, LOCK_EX | LOCK_NB ) ) {
			clearstatcache( true, $path );
			// The file may have been removed between opening and locking it; a lock on a name that is gone protects nothing.
			$now = file_exists( $path ) ? fileinode( $path ) : false;
			if ( fstat( $file )['ino'] === $now ) {
				return $file;
			}
		}
		fclose( $file );
		return null;
	}
}
