<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

use WP_Codebox\Contracts\Contracts;

/**
 * Files that arrive in parts and belong to no bundle yet. An upload is known by an unguessable id,
 * belongs to who began it, and is written only at its end, one writer at a time.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions
 */
final class Upload_Area {

	/**
	 * @param string        $root Root of the store.
	 * @param Durable_Files $disk Writes.
	 */
	public function __construct(
		private readonly string $root,
		private readonly Durable_Files $disk
	) {}

	/**
	 * @param int $owner User who may go on with it.
	 * @return string Id of a new, empty upload.
	 */
	public function begin( int $owner ): string {
		$this->disk->make_directory( $this->root . '/.uploads' );
		$this->clear_expired();
		$id = $owner . '-' . bin2hex( random_bytes( 20 ) );
		$this->disk->write( $this->file( $id, $owner, false ), '' );
		return $id;
	}

	/**
	 * @param string   $id     Upload.
	 * @param int      $owner  Who goes on with it.
	 * @param int      $offset Where the part starts; has to be the end of what is there.
	 * @param resource $part   The bytes.
	 * @return int Bytes that are there now.
	 */
	public function append( string $id, int $owner, int $offset, $part ): int {
		$limits = Contracts::get( 'artifacts/limits' );
		$path   = $this->file( $id, $owner );
		$file   = fopen( $path, 'c+b' );
		if ( false === $file || ! flock( $file, LOCK_EX | LOCK_NB ) ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_upload_offset', 'another part is being written' );
		}
		try {
			$size = (int) fstat( $file )['size'];
			if ( $size !== $offset ) {
				throw Artifact_Error::of( 'wp_codebox_artifact_upload_offset', (string) $size, array( 'size' => $size ) );
			}
			fseek( $file, $size );
			$added = 0;
			while ( ! feof( $part ) ) {
				$bytes  = (string) fread( $part, 1048576 );
				$added += strlen( $bytes );
				if ( $added > $limits['uploadPartBytes'] || $size + $added > $limits['fileBytes'] ) {
					ftruncate( $file, $size );
					throw Artifact_Error::of( 'wp_codebox_browser_artifact_file_too_large', 'a part may have ' . $limits['uploadPartBytes'] . ' bytes, a file ' . $limits['fileBytes'], array( 'violation' => 'file-too-large' ) );
				}
				$this->disk->put( $file, $bytes );
			}
			$this->disk->flush( $file );
			return $size + $added;
		} finally {
			fclose( $file );
		}
	}

	/**
	 * @param string $id    Upload.
	 * @param int    $owner Who takes it up.
	 * @return string The file.
	 */
	public function path( string $id, int $owner ): string {
		return $this->file( $id, $owner );
	}

	/**
	 * @param string $id    Upload.
	 * @param int    $owner Who ends it.
	 */
	public function discard( string $id, int $owner ): void {
		$this->disk->remove( $this->file( $id, $owner ) );
	}

	/**
	 * @return int How many unfinished uploads went.
	 */
	public function clear_expired(): int {
		$removed = 0;
		$oldest  = time() - Contracts::get( 'artifacts/limits' )['uploadHours'] * HOUR_IN_SECONDS;
		$files   = glob( $this->root . '/.uploads/*.part' );
		foreach ( is_array( $files ) ? $files : array() as $file ) {
			if ( filemtime( $file ) < $oldest ) {
				$removed += $this->disk->remove( $file ) ? 1 : 0;
			}
		}
		return $removed;
	}

	private function file( string $id, int $owner, bool $existing = true ): string {
		$path = $this->root . '/.uploads/' . $id . '.part';
		if ( 1 !== preg_match( '/^' . $owner . '-[0-9a-f]{40}$/D', $id ) || ( $existing && ! is_file( $path ) ) ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_upload_not_found', substr( Directory_Tree::shown( $id ), 0, 80 ) );
		}
		return $path;
	}
}
