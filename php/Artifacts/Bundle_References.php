<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

use WP_Codebox\Contracts\Contracts;

/**
 * Whether the documents of a bundle speak of files that the bundle has: metadata.json, the in-toto
 * statement, changed-files.json. Twin of src-shared/artifacts/references.ts.
 */
final class Bundle_References {

	/**
	 * @param Durable_Files $disk Reads files.
	 */
	public function __construct( private readonly Durable_Files $disk ) {}

	/**
	 * @param string       $directory    The bundle.
	 * @param \stdClass    $manifest     Its manifest.
	 * @param Verification $verification Receives what is wrong.
	 */
	public function check( string $directory, \stdClass $manifest, Verification $verification ): void {
		$schemas = Contracts::get( 'artifacts/schemas' );
		$files   = array();
		foreach ( $manifest->files as $file ) {
			$files[ $file->path ] = $file->sha256->value;
		}
		foreach ( array(
'METADATA_ARTIFACT_PATH'      => 'metadata',
'PROVENANCE_ARTIFACT_PATH'    => 'provenance',
'CHANGED_FILES_ARTIFACT_PATH' => 'changed_files',
) as $name => $method ) {
			$path = $schemas[ $name ];
			if ( isset( $files[ $path ] ) ) {
				$document = $this->document( $directory, $path );
				if ( $document instanceof \stdClass ) {
					$this->$method( $path, $document, $files, $verification );
				} else {
					$verification->add( 'payload-schema-violation', $path, "$path is not a JSON object.", $path );
				}
			}
		}
	}

	private function metadata( string $path, \stdClass $document, array $files, Verification $verification ): void {
		$artifacts = ( $document->artifacts ?? null ) instanceof \stdClass ? (array) $document->artifacts : array();
		foreach ( Canonical_Json::sorted( array_map( 'strval', array_keys( $artifacts ) ) ) as $name ) {
			$this->reference( "$path#artifacts.$name", $artifacts[ $name ], $files, $path, $verification );
		}
	}

	private function changed_files( string $path, \stdClass $document, array $files, Verification $verification ): void {
		foreach ( is_array( $document->files ?? null ) ? $document->files : array() as $index => $file ) {
			if ( $file instanceof \stdClass && property_exists( $file, 'artifactPath' ) ) {
				$this->reference( "$path#files[$index].artifactPath", $file->artifactPath, $files, $path, $verification ); // phpcs:ignore WordPress.NamingConventions.ValidVariableName
			}
		}
	}

	private function provenance( string $path, \stdClass $document, array $files, Verification $verification ): void {
		$subjects = $document->subject ?? null;
		if ( Contracts::get( 'artifacts/schemas' )['IN_TOTO_STATEMENT_TYPE'] !== ( $document->_type ?? null ) || ! is_array( $subjects ) || ! is_string( $document->predicateType ?? null ) ) { // phpcs:ignore WordPress.NamingConventions.ValidVariableName
			$verification->add( 'payload-schema-violation', $path, "$path is no in-toto Statement v1.", $path );
			return;
		}
		$stated = array();
		foreach ( $subjects as $subject ) {
			if ( $subject instanceof \stdClass && is_string( $subject->name ?? null ) ) {
				$stated[ $subject->name ] = $subject->digest->sha256 ?? null;
			}
		}
		$expected = array_diff_key( $files, array(
Bundle_Manifest::PATH => 1,
$path                 => 1,
) );
		ksort( $stated, SORT_STRING );
		ksort( $expected, SORT_STRING );
		if ( $stated !== $expected || count( $subjects ) !== count( $expected ) ) {
			$verification->add( 'malformed-reference', "$path#subject", "$path does not state the files of the bundle.", $path );
		}
	}

	private function reference( string $where, mixed $target, array $files, string $path, Verification $verification ): void {
		if ( ! is_string( $target ) || ! isset( $files[ $target ] ) ) {
			$verification->add( 'malformed-reference', $where, "$where names a file that the bundle does not have.", $path );
		}
	}

	private function document( string $directory, string $path ): mixed {
		$limits = Contracts::get( 'artifacts/limits' );
		if ( filesize( $directory . '/' . $path ) > $limits['documentBytes'] ) {
			return null;
		}
		return json_decode( $this->disk->read( $directory . '/' . $path, $limits['documentBytes'] ), false, $limits['jsonDepth'] + 1 );
	}
}
