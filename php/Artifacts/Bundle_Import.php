<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Operations\Invocation;

/**
 * Takes in a bundle from a directory or a zip: verified where it is, copied, verified where it came to.
 */
final class Bundle_Import {

	/**
	 * @param Durable_Files   $disk     Copies.
	 * @param Bundle_Verifier $verifier Verifies.
	 * @param Zip_Reader      $zip      Unpacks.
	 * @param Import_Sources  $sources  Decides what may be read.
	 */
	public function __construct(
		private readonly Durable_Files $disk,
		private readonly Bundle_Verifier $verifier,
		private readonly Zip_Reader $zip,
		private readonly Import_Sources $sources
	) {}

	/**
	 * @param array          $input      `source_bundle_path`, `source_manifest_path` or `upload`; expectations; `replace`.
	 * @param Artifact_Store $store      Where to.
	 * @param Invocation     $invocation Who calls.
	 * @return Stored_Bundle
	 * @throws Artifact_Error wp_codebox_artifact_import_*, wp_codebox_artifact_verification_failed.
	 */
	public function import( array $input, Artifact_Store $store, Invocation $invocation ): Stored_Bundle {
		$source = $this->source( $input, $store, $invocation );
		if ( is_dir( $source ) ) {
			$verification = $this->verifier->verify( $source );
			$verification->require_valid();
			$this->expect( $verification->manifest(), $input );
		}
		$replace = true === ( $input['replace'] ?? false );
		$stored  = $store->receive(
			function ( string $staging, int $room ) use ( $source, $input ): Verification {
				is_dir( $source ) ? $this->copy( $source, $staging, $room ) : $this->zip->unpack( $source, $staging, $room );
				$verification = $this->verifier->verify( $staging );
				$verification->require_valid();
				$this->expect( $verification->manifest(), $input );
				return $verification;
			},
			$replace
		);
		if ( isset( $input['upload'] ) ) {
			$store->uploads()->discard( $input['upload'], get_current_user_id() );
		}
		return $stored;
	}

	/**
	 * Imports again: from a source when one is named, else the bundle that an id or an earlier result speaks of has to be here and whole.
	 *
	 * @param array          $input      As for `import()`, or `artifact_id`, `artifact_ref`, `artifact_result`.
	 * @param Artifact_Store $store      Where to.
	 * @param Invocation     $invocation Who calls.
	 * @return Stored_Bundle
	 */
	public function reimport( array $input, Artifact_Store $store, Invocation $invocation ): Stored_Bundle {
		$path = $input['artifact_ref']['artifacts_path'] ?? $input['artifact_result']['artifactBundle']['path'] ?? null;
		$id   = $input['artifact_id'] ?? $input['artifact_ref']['artifact_id'] ?? $input['artifact_result']['artifactBundle']['id'] ?? null;
		if ( array_intersect_key( $input, array_flip( array( 'source_bundle_path', 'source_manifest_path', 'upload' ) ) ) ) {
			return $this->import( $input, $store, $invocation );
		}
		// Our own results name a bundle of this store, others a directory.
		if ( is_string( $path ) && ! Bundle_Manifest::is_id( $path ) ) {
			return $this->import( array( 'source_bundle_path' => $path ) + $input, $store, $invocation );
		}
		if ( ! is_string( $id ) ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_import_source_missing', 'a source, artifact_id, artifact_ref or artifact_result is needed' );
		}
		$verification = $store->verify( $id );
		$reader       = $store->find( $id );
		if ( is_wp_error( $verification ) || is_wp_error( $reader ) ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_not_found', substr( Directory_Tree::shown( $id ), 0, 200 ) );
		}
		$verification->require_valid();
		$manifest = $verification->manifest();
		$this->expect( $manifest, $input );
		return new Stored_Bundle( Stored_Bundle::EXISTING, $id, $manifest->contentDigest->value, $reader, $verification ); // phpcs:ignore WordPress.NamingConventions.ValidVariableName
	}

	private function source( array $input, Artifact_Store $store, Invocation $invocation ): string {
		$given = array_intersect_key( $input, array_flip( array( 'source_bundle_path', 'source_manifest_path', 'upload' ) ) );
		if ( 1 !== count( $given ) ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_import_source_missing', 'exactly one of source_bundle_path, source_manifest_path and upload is needed' );
		}
		if ( isset( $given['upload'] ) ) {
			return $store->uploads()->path( $given['upload'], get_current_user_id() );
		}
		$field  = (string) array_key_first( $given );
		$source = $this->sources->resolve( (string) $given[ $field ], $field, $invocation );
		if ( 'source_manifest_path' === $field ) {
			if ( Bundle_Manifest::PATH !== basename( $source ) ) {
				throw Artifact_Error::of( 'wp_codebox_artifact_import_source_invalid', 'source_manifest_path has to name a manifest.json', array( 'field' => $field ) );
			}
			return dirname( $source );
		}
		if ( ! is_dir( $source ) && ! is_file( $source ) ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_import_source_invalid', 'it is neither a directory nor a zip', array( 'field' => $field ) );
		}
		return $source;
	}

	/**
	 * Copies the files that the manifest lists; whatever changes meanwhile fails the second verification.
	 *
	 * @param string $source  Verified directory.
	 * @param string $staging Empty directory.
	 * @param int    $room    Bytes that the store has left.
	 */
	private function copy( string $source, string $staging, int $room ): void {
		$limits = Contracts::get( 'artifacts/limits' );
		$total  = 0;
		$made   = array( $staging => true );
		foreach ( Directory_Tree::read( $source ) as $path => $kind ) {
			$target = $staging . '/' . $path;
			if ( Directory_Tree::DIRECTORY === $kind ) {
				$this->disk->make_directory( $target );
				$made[ $target ] = true;
				continue;
			}
			$file = $this->disk->open( $source . '/' . $path );
			try {
				$total += $this->disk->copy( $file, $target, min( $limits['fileBytes'], max( 0, $limits['bundleBytes'] - $total ) ) )['size'];
			} finally {
				fclose( $file ); // phpcs:ignore WordPress.WP.AlternativeFunctions
			}
			if ( $total > $room ) {
				throw Artifact_Error::of( 'wp_codebox_artifact_quota_exceeded', "$room bytes are left", array( 'violation' => 'quota-exceeded' ) );
			}
		}
		array_map( array( $this->disk, 'sync_directory' ), array_reverse( array_keys( $made ) ) );
	}

	private function expect( \stdClass $manifest, array $input ): void {
		$id = (string) ( $input['expected_artifact_id'] ?? '' );
		if ( '' !== $id && ! hash_equals( $manifest->id, $id ) ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_import_id_mismatch', "expected $id, found $manifest->id" );
		}
		$digest = (string) preg_replace( '/^sha256:/', '', (string) ( $input['expected_content_digest'] ?? '' ) );
		$found  = $manifest->contentDigest->value; // phpcs:ignore WordPress.NamingConventions.ValidVariableName
		if ( '' !== $digest && ! hash_equals( $found, $digest ) ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_import_digest_mismatch', "expected $digest, found $found" );
		}
	}
}
