<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

/**
 * A store that the operator at a command line points at.
 */
final class Given_Root implements Artifact_Root {

	/**
	 * @param string        $path Directory.
	 * @param Durable_Files $disk Makes it.
	 */
	public function __construct(
		private readonly string $path,
		private readonly Durable_Files $disk
	) {}

	/**
	 * @param bool $for_writing Whether something is going to be written.
	 * @return string|null The directory.
	 */
	public function path( bool $for_writing ): ?string {
		if ( $for_writing ) {
			try {
				$this->disk->make_directory( $this->path );
			} catch ( Artifact_Error $failure ) {
				throw Artifact_Error::of( 'wp_codebox_artifacts_root_unwritable', $failure->getMessage() );
			}
			if ( ! is_writable( $this->path ) ) { // phpcs:ignore WordPress.WP.AlternativeFunctions
				throw Artifact_Error::of( 'wp_codebox_artifacts_root_unwritable', 'its directory is read-only' );
			}
		}
		$real = realpath( $this->path );
		return false === $real ? null : $real;
	}
}
