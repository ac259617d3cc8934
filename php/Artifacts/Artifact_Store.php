<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

use WP_Error;

/**
 * The artifact bundles of this site. A bundle is seen whole or not at all, and its id says what is in it.
 */
final class Artifact_Store {

	/** @var array<string, Staging_Area> Root → the area whose locks this process holds. */
	private array $areas = array();

	/** How often a name is tried again when another process stores or discards the same bundle. */
	private const TRIES = 20;

	/**
	 * @param Artifact_Root   $root     Where.
	 * @param Durable_Files   $disk     Writes.
	 * @param Path_Policy     $policy   Judges paths.
	 * @param Bundle_Writer   $writer   Fills a staging directory.
	 * @param Bundle_Verifier $verifier Reads back.
	 * @param Store_Limits    $limits   Quota and retention of the site.
	 */
	public function __construct(
		private readonly Artifact_Root $root,
		private readonly Durable_Files $disk,
		private readonly Path_Policy $policy,
		private readonly Bundle_Writer $writer,
		private readonly Bundle_Verifier $verifier,
		private readonly Store_Limits $limits
	) {}

	/**
	 * Stores a draft. The same content and metadata give the same id; a bundle that is there already is verified and kept.
	 *
	 * @param Bundle_Draft $draft What to store.
	 * @return Stored_Bundle|WP_Error Status created or existing.
	 */
	public function persist( Bundle_Draft $draft ): Stored_Bundle|WP_Error {
		return Artifact_Error::guard(
			function () use ( $draft ): Stored_Bundle {
				$this->writer->check( $draft );
				return $this->in_staging(
					fn( string $staging, int $room ): Stored_Bundle => $this->adopt( $staging, $this->writer->write( $draft, $staging, $room ), false )
				);
			}
		);
	}

	/**
	 * Lets an import fill a staging directory and gives the result its place.
	 *
	 * @param \Closure(string, int):Verification $fill    Gets the directory and the bytes that are left; answers with what verifying it found: nothing wrong.
	 * @param bool                            $replace Whether the manifest of a bundle that is there already is replaced.
	 * @return Stored_Bundle
	 */
	public function receive( \Closure $fill, bool $replace ): Stored_Bundle {
		return $this->in_staging( fn( string $staging, int $room ): Stored_Bundle => $this->adopt( $staging, $fill( $staging, $room ), $replace ) );
	}

	/**
	 * @param string $id Bundle id.
	 * @return Bundle_Reader|WP_Error wp_codebox_artifact_id_missing, wp_codebox_artifact_not_found.
	 */
	public function find( string $id ): Bundle_Reader|WP_Error {
		return Artifact_Error::guard( fn(): Bundle_Reader => $this->reader( $this->existing( $id ) ) );
	}

	/**
	 * @param string $id Bundle id.
	 * @return Verification|WP_Error
	 */
	public function verify( string $id ): Verification|WP_Error {
		return Artifact_Error::guard( fn(): Verification => $this->verifier->verify( $this->existing( $id ) ) );
	}

	/**
	 * @return list<string>|WP_Error Every bundle id, newest first.
	 */
	public function ids(): array|WP_Error {
		return Artifact_Error::guard( fn(): array => array_keys( $this->ages() ) );
	}

	/**
	 * Removes a bundle; readers that have it open finish.
	 *
	 * @param string $id Bundle id.
	 * @return true|WP_Error
	 */
	public function discard( string $id ): true|WP_Error {
		return Artifact_Error::guard(
			function () use ( $id ): true {
				$this->remove( $this->existing( $id ) );
				return true;
			}
		);
	}

	/**
	 * Removes bundles older than the retention, unfinished uploads and abandoned staging directories.
	 *
	 * @param int|null $days   Days that a bundle stays; the site's setting when null, 0 keeps all.
	 * @param bool     $dry_run Whether it is only said what would go.
	 * @return array{removed: list<string>, abandoned: int, bytes: int}|WP_Error
	 */
	public function prune( ?int $days, bool $dry_run ): array|WP_Error {
		return Artifact_Error::guard(
			function () use ( $days, $dry_run ): array {
				$root    = $this->root->path( false );
				$days  ??= $this->limits->retention_days();
				$expired = 0 === $days ? array() : array_keys( array_filter( $this->ages(), static fn( int $stored ): bool => $stored < time() - $days * DAY_IN_SECONDS ) );
				$bytes   = 0;
				foreach ( $expired as $id ) {
					$bytes += $this->size( $root . '/' . $id );
					if ( ! $dry_run ) {
						$this->remove( $root . '/' . $id );
					}
				}
				return array(
					'removed'   => $expired,
					'abandoned' => null === $root || $dry_run ? 0 : $this->staging( $root )->clear_abandoned() + ( new Upload_Area( $root, $this->disk ) )->clear_expired(),
					'bytes'     => $bytes,
				);
			}
		);
	}

	/**
	 * Bytes that the bundles hold.
	 *
	 * @return int|WP_Error
	 */
	public function usage(): int|WP_Error {
		return Artifact_Error::guard(
			function (): int {
				$root = $this->root->path( false );
				return null === $root ? 0 : $this->used( $root );
			}
		);
	}

	/** Uploads in parts, which `persist` and `import` take up. */
	public function uploads(): Upload_Area {
		return new Upload_Area( (string) $this->root->path( true ), $this->disk );
	}

	/**
	 * @template T
	 * @param \Closure(string, int):T $work Gets a staging directory and the bytes that are left.
	 * @return T
	 */
	private function in_staging( \Closure $work ): mixed {
		$root = (string) $this->root->path( true );
		$area = $this->staging( $root );
		$area->clear_abandoned();
		$room    = max( 0, $this->limits->store_bytes() - $this->used( $root ) );
		$staging = $area->take();
		try {
			return $work( $staging, $room );
		} finally {
			$area->release( $staging );
		}
	}

	/**
	 * Gives a verified staging directory its name. The rename is one step: it wins or another process has won.
	 *
	 * @param string    $staging  The directory.
	 * @param Verification $verification What verifying it found.
	 * @param bool      $replace  Whether a bundle that is there takes this manifest.
	 */
	private function adopt( string $staging, Verification $verification, bool $replace ): Stored_Bundle {
		$manifest = $verification->manifest();
		$target = (string) $this->root->path( true ) . '/' . $manifest->id;
		$status = Stored_Bundle::CREATED;
		$try    = 0;
		while ( ! $this->rename_new( $staging, $target, ++$try ) ) {
			if ( ! is_dir( $target ) ) {
				continue;
			}
			$there = $this->verifier->verify( $target );
			if ( $there->is_valid() ) {
				$verification = $there;
				// The id covers every file but the manifest, so the manifest is all that can differ.
				if ( $replace ) {
					$this->disk->move( $staging . '/' . Bundle_Manifest::PATH, $target . '/' . Bundle_Manifest::PATH );
				}
				$status = $replace ? Stored_Bundle::UPDATED : Stored_Bundle::EXISTING;
				break;
			}
			$this->set_aside( $target );
		}
		return new Stored_Bundle( $status, $manifest->id, $manifest->contentDigest->value, $this->reader( $target ), $verification ); // phpcs:ignore WordPress.NamingConventions.ValidVariableName
	}

	private function rename_new( string $staging, string $target, int $try ): bool {
		clearstatcache( true, $target );
		if ( is_dir( $target ) && $try < self::TRIES ) {
			return false;
		}
		try {
			$this->disk->move( $staging, $target );
			return true;
		} catch ( Artifact_Error $failure ) {
			if ( ! is_dir( $staging ) || $try >= self::TRIES ) {
				throw $failure;
			}
			return false;
		}
	}

	/**
	 * Takes a damaged bundle out of sight, so that a whole one can take its place.
	 *
	 * @param string $target Directory of a bundle that does not verify.
	 */
	private function set_aside( string $target ): void {
		try {
			$this->remove( $target );
		} catch ( Artifact_Error $failure ) {
			clearstatcache( true, $target );
			if ( is_dir( $target ) ) {
				throw $failure;
			}
		}
	}

	private function remove( string $directory ): void {
		$area    = $this->staging( dirname( $directory ) );
		$staging = $area->take();
		try {
			$this->disk->move( $directory, $staging . '/' . basename( $directory ) );
		} finally {
			$area->release( $staging );
		}
	}

	private function existing( string $id ): string {
		if ( ! Bundle_Manifest::is_id( $id ) ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_id_missing', substr( Directory_Tree::shown( $id ), 0, 200 ) );
		}
		$root = $this->root->path( false );
		if ( null === $root || is_link( "$root/$id" ) || ! is_dir( "$root/$id" ) ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_not_found', $id );
		}
		return "$root/$id";
	}

	/**
	 * @return array<string, int> Bundle id → when it was stored, newest first.
	 */
	private function ages(): array {
		$root  = $this->root->path( false );
		$names = null === $root ? array() : scandir( $root );
		$ages  = array();
		foreach ( is_array( $names ) ? $names : array() as $name ) {
			$manifest = "$root/$name/" . Bundle_Manifest::PATH;
			if ( Bundle_Manifest::is_id( $name ) && is_dir( "$root/$name" ) ) {
				$ages[ $name ] = is_file( $manifest ) ? (int) filemtime( $manifest ) : 0;
			}
		}
		arsort( $ages );
		return $ages;
	}

	private function used( string $root ): int {
		return ( new Store_Usage( $root, $this->staging( $root ) ) )->bytes( array_keys( $this->ages() ), fn( string $id ): int => $this->size( $root . '/' . $id ) );
	}

	private function size( string $directory ): int {
		try {
			return $this->reader( $directory )->size();
		} catch ( Artifact_Error $failure ) {
			// A damaged bundle still takes room; how much is not worth a walk.
			return 0;
		}
	}

	private function staging( string $root ): Staging_Area {
		return $this->areas[ $root ] ??= new Staging_Area( $root, $this->disk );
	}

	private function reader( string $directory ): Bundle_Reader {
		return new Bundle_Reader( $directory, $this->disk, $this->policy );
	}
}
