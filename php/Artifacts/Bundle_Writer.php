<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

use WP_Codebox\Contracts\Contracts;

/**
 * Writes a draft into a staging directory: every file flushed, the manifest last, everything read back
 * and compared with what was given. Nothing gets a name here; that is the store's step.
 */
final class Bundle_Writer {

	private array $limits;

	private array $schemas;

	/**
	 * @param Durable_Files   $disk     Writes.
	 * @param Path_Policy     $policy   Judges paths.
	 * @param Bundle_Verifier $verifier Reads back.
	 */
	public function __construct(
		private readonly Durable_Files $disk,
		private readonly Path_Policy $policy,
		private readonly Bundle_Verifier $verifier
	) {
		$this->limits  = Contracts::get( 'artifacts/limits' );
		$this->schemas = Contracts::get( 'artifacts/schemas' );
	}

	/**
	 * Refuses a draft before anything of it is on disk.
	 *
	 * @param Bundle_Draft $draft What is to be stored.
	 */
	public function check( Bundle_Draft $draft ): void {
		$files = $draft->files();
		if ( ! $files ) {
			throw Artifact_Error::of( 'wp_codebox_browser_artifact_files_missing', 'the list is empty', array( 'violation' => 'files-missing' ) );
		}
		// The metadata and the statement are files of the bundle too.
		$most = $this->limits['files'] - 2;
		if ( count( $files ) > $most ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_too_many_files', count( $files ) . ", at most $most", array( 'violation' => 'too-many-files' ) );
		}
		$paths = new Path_Set( $this->policy );
		foreach ( array( 'ARTIFACT_MANIFEST_PATH', 'METADATA_ARTIFACT_PATH', 'PROVENANCE_ARTIFACT_PATH' ) as $name ) {
			$paths->add( $this->schemas[ $name ] );
		}
		foreach ( $files as $index => $file ) {
			$problem = $paths->add( $file->path );
			if ( null !== $problem ) {
				throw Artifact_Error::refused_path( $problem, $file->path, $this->policy, $index );
			}
		}
	}

	/**
	 * @param Bundle_Draft $draft     What is to be stored; `check()` accepted it.
	 * @param string       $directory An empty directory.
	 * @param int          $room      Bytes that the store has left.
	 * @return Verification What reading it back found: nothing wrong.
	 */
	public function write( Bundle_Draft $draft, string $directory, int $room ): Verification {
		$written = array();
		$total   = 0;
		$made    = array( $directory => true );
		foreach ( $draft->files() as $file ) {
			$target = $directory . '/' . $file->path;
			$parent = dirname( $target );
			if ( ! isset( $made[ $parent ] ) ) {
				$this->disk->make_directory( $parent );
				$made[ $parent ] = true;
			}
			$written[] = $this->entry( $file, $this->put( $file, $target ) );
			$total    += $written[ count( $written ) - 1 ]['size'];
			$this->check_total( $total, $room );
		}
		$metadata  = $this->metadata( $draft, $written );
		$written[] = $this->entry( $metadata, $this->put( $metadata, $directory . '/' . $metadata->path ) );
		// The statement speaks of the metadata too, so it comes after it.
		$statement = $this->provenance( $draft, $written );
		$written[] = $this->entry( $statement, $this->put( $statement, $directory . '/' . $statement->path ) );
		$this->disk->write( $directory . '/' . Bundle_Manifest::PATH, Bundle_Manifest::text( $written, $draft->runtime, '' === $draft->created_at ? gmdate( 'Y-m-d\TH:i:s\Z' ) : $draft->created_at ) );
		array_map( array( $this->disk, 'sync_directory' ), array_reverse( array_keys( $made ) ) );
		return $this->read_back( $directory );
	}

	/**
	 * @param string $directory What was written.
	 * @return Verification
	 */
	private function read_back( string $directory ): Verification {
		$verification = $this->verifier->verify( $directory );
		if ( ! $verification->is_valid() ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_readback_mismatch', $verification->summary(), array( 'violations' => $verification->violations() ) );
		}
		return $verification;
	}

	/**
	 * @param int $total Bytes so far.
	 * @param int $room  Bytes that the store has left.
	 */
	public function check_total( int $total, int $room ): void {
		if ( $total > $this->limits['bundleBytes'] ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_bundle_too_large', 'more than ' . $this->limits['bundleBytes'] . ' bytes', array( 'violation' => 'bundle-too-large' ) );
		}
		if ( $total > $room ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_quota_exceeded', "$room bytes are left", array( 'violation' => 'quota-exceeded' ) );
		}
	}

	/**
	 * @param Bundle_File $file   What to write.
	 * @param string      $target Where.
	 * @return array{sha256: string, size: int}
	 */
	private function put( Bundle_File $file, string $target ): array {
		if ( Bundle_File::TEXT === $file->from ) {
			return $this->disk->write( $target, $file->source );
		}
		$stream = Bundle_File::PATH === $file->from ? $this->disk->open( $file->source ) : $file->source;
		try {
			return $this->disk->copy( $stream, $target, $this->limits['fileBytes'] );
		} finally {
			if ( Bundle_File::PATH === $file->from ) {
				fclose( $stream ); // phpcs:ignore WordPress.WP.AlternativeFunctions
			}
		}
	}

	/**
	 * @param Bundle_File                      $file    What was written.
	 * @param array{sha256: string, size: int} $written Its digest and size.
	 * @return array{path: string, kind: string, content_type: string, sha256: string, size: int}
	 */
	private function entry( Bundle_File $file, array $written ): array {
		return array(
			'path'         => $file->path,
			'kind'         => $file->kind,
			'content_type' => $file->content_type,
		) + $written;
	}

	private function metadata( Bundle_Draft $draft, array $written ): Bundle_File {
		$schemas   = $this->schemas;
		$known     = array_flip( array_column( $written, 'path' ) );
		$artifacts = array_filter(
			array(
				'manifest'      => $schemas['ARTIFACT_MANIFEST_PATH'],
				'provenance'    => $schemas['PROVENANCE_ARTIFACT_PATH'],
				'changed_files' => $schemas['CHANGED_FILES_ARTIFACT_PATH'],
				'patch'         => $schemas['PATCH_ARTIFACT_PATH'],
				'test_results'  => $schemas['TEST_RESULTS_ARTIFACT_PATH'],
			),
			static fn( string $path ): bool => ! str_starts_with( $path, 'files/' ) || isset( $known[ $path ] )
		);
		return Bundle_File::of_json(
			$schemas['METADATA_ARTIFACT_PATH'],
			'metadata',
			array( 'schema' => $schemas['ARTIFACT_METADATA_SCHEMA'] ) + $draft->metadata + array( 'artifacts' => $artifacts )
		);
	}

	private function provenance( Bundle_Draft $draft, array $written ): Bundle_File {
		return Bundle_File::of_json( $this->schemas['PROVENANCE_ARTIFACT_PATH'], 'provenance', Provenance_Statement::about( $written, $draft->runtime, $draft->predicate ) );
	}
}
