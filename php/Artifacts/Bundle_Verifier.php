<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

use WP_Codebox\Contracts\Contracts;

/**
 * Whether a bundle on disk is what was written. Needs PHP alone; `src-runtime/artifacts/verify-bundle.ts`
 * finds the same violations in the same order.
 */
final class Bundle_Verifier {

	/**
	 * @param Durable_Files $disk   Reads files.
	 * @param Path_Policy   $policy Judges paths.
	 */
	public function __construct(
		private readonly Durable_Files $disk,
		private readonly Path_Policy $policy
	) {}

	/**
	 * @param string $directory      A bundle's directory.
	 * @param bool   $allow_orphaned Whether files that the manifest does not list are left alone.
	 * @return Verification
	 */
	public function verify( string $directory, bool $allow_orphaned = false ): Verification {
		$verification = new Verification( basename( $directory ) );
		$manifest     = $this->manifest( $directory, $verification );
		if ( null === $manifest ) {
			return $verification;
		}
		( new Manifest_Shape() )->check( $manifest, $verification );
		if ( ! $verification->is_valid() ) {
			return $verification;
		}
		$verification->manifest = $manifest;
		$this->paths( $manifest, $verification );
		if ( ! $verification->is_valid() ) {
			return $verification;
		}
		$entries = Directory_Tree::read( $directory );
		$this->topology( $entries, $manifest, $verification, $allow_orphaned );
		$this->self( $manifest, $verification );
		$this->hashes( $directory, $entries, $manifest, $verification );
		$this->identity( $directory, $manifest, $verification );
		if ( $verification->is_valid() ) {
			( new Bundle_References( $this->disk ) )->check( $directory, $manifest, $verification );
		}
		return $verification;
	}

	private function manifest( string $directory, Verification $verification ): ?\stdClass {
		$path  = $directory . '/' . Bundle_Manifest::PATH;
		$limit = Contracts::get( 'artifacts/limits' )['manifestBytes'];
		clearstatcache( true, $path );
		if ( ! is_link( $path ) && ! file_exists( $path ) ) {
			$verification->add( 'missing-manifest', Bundle_Manifest::PATH, 'There is no manifest.json.' );
			return null;
		}
		if ( is_link( $path ) || ! is_file( $path ) ) {
			$verification->add( 'unsafe-file', Bundle_Manifest::PATH, 'manifest.json is no regular file.', Bundle_Manifest::PATH );
			return null;
		}
		if ( lstat( $path )['nlink'] > 1 ) {
			$verification->add( 'hardlink', Bundle_Manifest::PATH, 'manifest.json is a hard link.', Bundle_Manifest::PATH );
			return null;
		}
		if ( filesize( $path ) > $limit ) {
			$verification->add( 'malformed-manifest', Bundle_Manifest::PATH, "manifest.json is larger than $limit bytes." );
			return null;
		}
		$text = $this->disk->read( $path, $limit );
		try {
			$manifest  = json_decode( $text, false, Contracts::get( 'artifacts/limits' )['jsonDepth'] + 1, JSON_THROW_ON_ERROR );
			$canonical = Canonical_Json::encode( $manifest ) === $text;
		} catch ( \JsonException $exception ) {
			$verification->add( 'malformed-manifest', Bundle_Manifest::PATH, 'manifest.json is not valid JSON.' );
			return null;
		}
		if ( ! $canonical ) {
			$verification->add( 'malformed-manifest', Bundle_Manifest::PATH, 'manifest.json is not canonical JSON (RFC 8785).' );
			return null;
		}
		if ( ! $manifest instanceof \stdClass ) {
			$verification->add( 'invalid-manifest-shape', '$', '$ has to be an object.' );
			return null;
		}
		return $manifest;
	}

	private function paths( \stdClass $manifest, Verification $verification ): void {
		$set = new Path_Set( $this->policy );
		foreach ( $manifest->files as $index => $file ) {
			$problem = $set->add( $file->path );
			if ( null !== $problem ) {
				$verification->add( 'invalid-path', "files[$index].path", "files[$index].path is not allowed: $problem.", $file->path, array( 'reason' => $problem ) );
			}
		}
	}

	/**
	 * @param array<string, string> $entries        What is on disk.
	 * @param \stdClass             $manifest       What should be.
	 * @param Verification          $verification   Receives what is wrong.
	 * @param bool                  $allow_orphaned Whether unlisted files are left alone.
	 */
	private function topology( array $entries, \stdClass $manifest, Verification $verification, bool $allow_orphaned ): void {
		$listed  = array();
		$parents = array();
		foreach ( $manifest->files as $file ) {
			$listed[ $file->path ] = true;
			for ( $end = strpos( $file->path, '/' ); false !== $end; $end = strpos( $file->path, '/', $end + 1 ) ) {
				$parents[ substr( $file->path, 0, $end ) ] = true;
			}
		}
		foreach ( $entries as $path => $kind ) {
			$path  = (string) $path;
			$shown = Directory_Tree::shown( $path );
			if ( Directory_Tree::OTHER === $kind ) {
				$verification->add( 'unsafe-file', $shown, "$shown is a link or a special file.", $shown );
			} elseif ( Directory_Tree::HARDLINK === $kind ) {
				$verification->add( 'hardlink', $shown, "$shown is a hard link.", $shown );
			} elseif ( Directory_Tree::FILE === $kind && ! isset( $listed[ $path ] ) && ! $allow_orphaned ) {
				$verification->add( 'orphaned-file', $shown, "$shown is not in the manifest.", $shown );
			} elseif ( Directory_Tree::DIRECTORY === $kind && ! isset( $parents[ $path ] ) && ! isset( $listed[ $path ] ) && ! $allow_orphaned ) {
				$verification->add( 'orphaned-file', $shown . '/', "$shown/ is not in the manifest.", $shown . '/' );
			}
		}
	}

	private function self( \stdClass $manifest, Verification $verification ): void {
		foreach ( $manifest->files as $file ) {
			if ( Bundle_Manifest::PATH === $file->path ) {
				if ( Bundle_Manifest::self_digest( $manifest ) !== $file->sha256->value ) {
					$verification->add( 'file-hash-mismatch', Bundle_Manifest::PATH, 'manifest.json is not what its own entry says.', Bundle_Manifest::PATH );
				}
				return;
			}
		}
		$verification->add( 'missing-file-hash', Bundle_Manifest::PATH, 'The manifest does not list itself.', Bundle_Manifest::PATH );
	}

	private function hashes( string $directory, array $entries, \stdClass $manifest, Verification $verification ): void {
		foreach ( $manifest->files as $file ) {
			$kind = $entries[ $file->path ] ?? null;
			if ( Bundle_Manifest::PATH === $file->path || Directory_Tree::OTHER === $kind || Directory_Tree::HARDLINK === $kind ) {
				continue;
			}
			if ( Directory_Tree::FILE !== $kind ) {
				$verification->add( 'missing-file', $file->path, "$file->path is not there.", $file->path );
				continue;
			}
			$on_disk = $directory . '/' . $file->path;
			clearstatcache( true, $on_disk );
			if ( Durable_Files::silently( static fn(): int|false => filesize( $on_disk ) ) !== $file->size || $this->disk->hash( $on_disk ) !== $file->sha256->value ) {
				$verification->add( 'file-hash-mismatch', $file->path, "$file->path is not what the manifest says.", $file->path );
			}
		}
	}

	private function identity( string $directory, \stdClass $manifest, Verification $verification ): void {
		$digest = Bundle_Manifest::content_digest(
			array_map(
				static fn( \stdClass $file ): array => array(
					'path'   => $file->path,
					'sha256' => $file->sha256->value,
					'size'   => $file->size ?? 0,
				),
				$manifest->files
			)
		);
		if ( $manifest->contentDigest->value !== $digest ) { // phpcs:ignore WordPress.NamingConventions.ValidVariableName
			$verification->add( 'digest-mismatch', 'contentDigest.value', 'The content digest is not that of the file list.' );
		}
		$name = basename( $directory );
		if ( Bundle_Manifest::id_of( $digest ) !== $manifest->id ) {
			$verification->add( 'bundle-id-mismatch', 'id', 'The id is not derived from the file list.' );
		} elseif ( str_starts_with( $name, Contracts::get( 'artifacts/schemas' )['BUNDLE_ID_PREFIX'] ) && $name !== $manifest->id ) {
			$verification->add( 'bundle-id-mismatch', 'id', 'The directory is not named after the id.' );
		}
	}
}
