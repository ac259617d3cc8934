<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

use WP_Codebox\Contracts\Contracts;

/**
 * Reads a stored bundle. It trusts the manifest for names only; whoever needs certainty verifies first.
 */
final class Bundle_Reader {

	/** @var array|null Decoded manifest, read once. */
	private ?array $manifest = null;

	/**
	 * @param string        $directory The bundle.
	 * @param Durable_Files $disk      Reads.
	 * @param Path_Policy   $policy    Judges paths.
	 */
	public function __construct(
		public readonly string $directory,
		private readonly Durable_Files $disk,
		private readonly Path_Policy $policy
	) {}

	/**
	 * @return array The manifest.
	 */
	public function manifest(): array {
		return $this->manifest ??= $this->decode( Bundle_Manifest::PATH, Contracts::get( 'artifacts/limits' )['manifestBytes'] );
	}

	/**
	 * @return array<string, array> Path → entry of the manifest.
	 */
	public function files(): array {
		return array_column( $this->manifest()['files'] ?? array(), null, 'path' );
	}

	/**
	 * @param string $path A path of the manifest.
	 */
	public function has( string $path ): bool {
		return isset( $this->files()[ $path ] );
	}

	/** Bytes of all files. */
	public function size(): int {
		return (int) array_sum( array_column( $this->manifest()['files'] ?? array(), 'size' ) );
	}

	/**
	 * A document of the bundle.
	 *
	 * @param string $path A path of the manifest.
	 * @return array|null Null when the bundle has none.
	 */
	public function document( string $path ): ?array {
		return $this->has( $path ) ? $this->decode( $path, Contracts::get( 'artifacts/limits' )['documentBytes'] ) : null;
	}

	/**
	 * @param string $path  A path of the manifest.
	 * @param int    $limit Most bytes.
	 * @return string|null Null when the bundle has no such file.
	 */
	public function text( string $path, int $limit ): ?string {
		return $this->has( $path ) ? $this->disk->read( $this->directory . '/' . $path, $limit ) : null;
	}

	/**
	 * Opens a file of the bundle as a stream.
	 *
	 * @param string $path A path of the manifest.
	 * @return resource
	 */
	public function open( string $path ) {
		if ( null !== $this->policy->problem( $path ) || ! $this->has( $path ) ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_file_missing', substr( Directory_Tree::shown( $path ), 0, 300 ) );
		}
		return $this->disk->open( $this->directory . '/' . $path );
	}

	private function decode( string $path, int $limit ): array {
		$decoded = json_decode( $this->disk->read( $this->directory . '/' . $path, $limit ), true, Contracts::get( 'artifacts/limits' )['jsonDepth'] + 1 );
		if ( ! is_array( $decoded ) ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_json_invalid', $path );
		}
		return $decoded;
	}
}
