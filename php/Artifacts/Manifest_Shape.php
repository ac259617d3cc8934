<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

use WP_Codebox\Contracts\Contracts;

/**
 * Whether a decoded manifest has the fields that the rest of the verifier relies on. Twin of src-shared/artifacts/manifest-shape.ts.
 */
final class Manifest_Shape {

	/**
	 * @param mixed        $manifest     Decoded JSON, objects as stdClass.
	 * @param Verification $verification Receives what is wrong.
	 */
	public function check( mixed $manifest, Verification $verification ): void {
		if ( ! $manifest instanceof \stdClass ) {
			$this->wrong( $verification, '$', 'has to be an object' );
			return;
		}
		$schemas = Contracts::get( 'artifacts/schemas' );
		if ( ( $manifest->schema ?? null ) !== $schemas['ARTIFACT_MANIFEST_SCHEMA'] ) {
			$this->wrong( $verification, 'schema', 'has to be ' . $schemas['ARTIFACT_MANIFEST_SCHEMA'] );
		}
		if ( ! is_string( $manifest->id ?? null ) ) {
			$this->wrong( $verification, 'id', 'has to be a string' );
		}
		if ( ! $this->is_content_digest( $manifest->contentDigest ?? null, $schemas['CONTENT_DIGEST_INPUTS'] ) ) { // phpcs:ignore WordPress.NamingConventions.ValidVariableName
			$this->wrong( $verification, 'contentDigest', 'has to be a sha256 digest over manifest.files' );
		}
		if ( 1 !== preg_match( '/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/D', is_string( $manifest->createdAt ?? null ) ? $manifest->createdAt : '' ) ) { // phpcs:ignore WordPress.NamingConventions.ValidVariableName
			$this->wrong( $verification, 'createdAt', 'has to be a time in UTC' );
		}
		if ( ! ( $manifest->runtime ?? null ) instanceof \stdClass ) {
			$this->wrong( $verification, 'runtime', 'has to be an object' );
		}
		$this->files( $manifest->files ?? null, $verification );
	}

	private function files( mixed $files, Verification $verification ): void {
		$limits = Contracts::get( 'artifacts/limits' );
		if ( ! is_array( $files ) || count( $files ) < 2 || count( $files ) > $limits['files'] + 1 ) {
			$this->wrong( $verification, 'files', 'has to list the manifest and 1 to ' . $limits['files'] . ' files' );
			return;
		}
		foreach ( $files as $index => $file ) {
			$at = "files[$index]";
			if ( ! $file instanceof \stdClass || ! is_string( $file->path ?? null ) || ! is_string( $file->kind ?? null ) || '' === $file->kind || ! is_string( $file->contentType ?? null ) ) { // phpcs:ignore WordPress.NamingConventions.ValidVariableName
				$this->wrong( $verification, $at, 'needs path, kind and contentType' );
				continue;
			}
			if ( ! $this->is_digest( $file->sha256 ?? null ) ) {
				$verification->add( 'missing-file-hash', "$at.sha256", "$at.sha256 has to be a sha256 digest.", Directory_Tree::shown( $file->path ) );
			}
			if ( Bundle_Manifest::PATH !== $file->path && ( ! is_int( $file->size ?? null ) || $file->size < 0 ) ) {
				$this->wrong( $verification, "$at.size", 'has to be a number of bytes' );
			}
		}
	}

	private function is_content_digest( mixed $digest, array $inputs ): bool {
		return $this->is_digest( $digest ) && ( $digest->inputs ?? null ) === $inputs;
	}

	private function is_digest( mixed $digest ): bool {
		return $digest instanceof \stdClass && 'sha256' === ( $digest->algorithm ?? null ) && is_string( $digest->value ?? null ) && 1 === preg_match( '/^[0-9a-f]{64}$/D', $digest->value );
	}

	private function wrong( Verification $verification, string $path, string $what ): void {
		$verification->add( 'invalid-manifest-shape', $path, "$path $what." );
	}
}
