<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

use WP_Codebox\Contracts\Contracts;

/**
 * Checks the files that a caller sends in JSON and decodes them (reference §11.4).
 */
final class Browser_Files {

	private array $limits;

	/**
	 * @param Path_Policy $policy Judges paths.
	 */
	public function __construct( private readonly Path_Policy $policy ) {
		$this->limits = Contracts::get( 'artifacts/limits' );
	}

	/**
	 * @param array                          $files  The `files` of the input.
	 * @param \Closure(string):string|null   $upload Finds the file of an upload; null where uploads are not taken.
	 * @return list<Browser_File>
	 * @throws Artifact_Error wp_codebox_browser_artifact_*; its data has the `violation`.
	 */
	public function read( array $files, ?\Closure $upload ): array {
		if ( ! $files ) {
			throw Artifact_Error::of( 'wp_codebox_browser_artifact_files_missing', 'the list is empty', array( 'violation' => 'files-missing' ) );
		}
		// The metadata, the statement, the changed files, the patch and the test results are files of the bundle too.
		$most = $this->limits['files'] - 5;
		if ( count( $files ) > $most ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_too_many_files', count( $files ) . ", at most $most", array( 'violation' => 'too-many-files' ) );
		}
		$paths = new Path_Set( $this->policy );
		foreach ( $files as $index => $file ) {
			$problem = $paths->add( (string) $file['path'] );
			if ( null !== $problem ) {
				throw Artifact_Error::refused_path( $problem, (string) $file['path'], $this->policy, (int) $index );
			}
		}
		return array_map( fn( array $file, int $index ): Browser_File => $this->file( $file, $index, $upload ), $files, array_keys( $files ) );
	}

	/**
	 * Checks the root and the entry point against the files.
	 *
	 * @param array              $input Input of the operation.
	 * @param list<Browser_File> $files Its files.
	 */
	public function check_place( array $input, array $files ): void {
		$root    = (string) ( $input['root'] ?? '' );
		$problem = '' === $root ? null : $this->policy->problem( $root );
		if ( null !== $problem ) {
			throw Artifact_Error::refused_path( $problem, $root, $this->policy );
		}
		$entrypoint = $input['entrypoint'] ?? null;
		if ( is_string( $entrypoint ) && ! in_array( $entrypoint, array_column( $files, 'path' ), true ) ) {
			throw Artifact_Error::of( 'wp_codebox_browser_artifact_entrypoint_missing', substr( Directory_Tree::shown( $entrypoint ), 0, 300 ), array( 'violation' => 'entrypoint-missing' ) );
		}
	}

	private function file( array $file, int $index, ?\Closure $upload ): Browser_File {
		$at      = "files[$index]";
		$sources = array_values( array_intersect( array( 'content', 'content_base64', 'upload' ), array_keys( $file ) ) );
		if ( 1 !== count( $sources ) ) {
			throw Artifact_Error::of( 'wp_codebox_browser_artifact_file_invalid', "$at needs exactly one of content, content_base64 and upload", $this->about( 'content-missing', $file, $index ) );
		}
		if ( 'upload' === $sources[0] ) {
			if ( null === $upload ) {
				throw Artifact_Error::of( 'wp_codebox_browser_artifact_file_invalid', "$at.upload can only be persisted", $this->about( 'upload-unexpected', $file, $index ) );
			}
			return Browser_File::of_upload( $file, $upload( $file['upload'] ) );
		}
		$is_base64 = 'content_base64' === $sources[0] || 'base64' === ( $file['encoding'] ?? 'utf-8' );
		$bytes     = $is_base64 ? $this->decode( $file[ $sources[0] ], $file, $index ) : $file['content'];
		if ( strlen( $bytes ) > $this->limits['inlineFileBytes'] ) {
			throw Artifact_Error::of( 'wp_codebox_browser_artifact_file_too_large', "$at has " . strlen( $bytes ) . ' bytes, at most ' . $this->limits['inlineFileBytes'], $this->about( 'file-too-large', $file, $index ) );
		}
		if ( ! $is_base64 && 1 !== preg_match( '//u', $bytes ) ) {
			throw Artifact_Error::of( 'wp_codebox_browser_artifact_encoding_invalid', $at, $this->about( 'encoding-invalid', $file, $index ) );
		}
		return Browser_File::of_bytes( $file, $bytes, $is_base64 ? 'base64' : 'utf-8' );
	}

	private function decode( string $text, array $file, int $index ): string {
		$bytes = base64_decode( $text, true ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- how bytes travel in JSON.
		// PHP skips white space and forgives missing padding; what is not exactly base64 was cut or glued.
		if ( false === $bytes || base64_encode( $bytes ) !== $text ) { // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions
			throw Artifact_Error::of( 'wp_codebox_browser_artifact_base64_invalid', "files[$index]", $this->about( 'base64-invalid', $file, $index ) );
		}
		return $bytes;
	}

	private function about( string $violation, array $file, int $index ): array {
		return array(
			'violation' => $violation,
			'path'      => $file['path'],
			'index'     => $index,
		);
	}
}
