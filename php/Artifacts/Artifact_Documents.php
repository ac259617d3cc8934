<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

use WP_Codebox\Contracts\Contracts;

/**
 * What callers see of a stored bundle (reference §11.6); never its place on the host.
 */
final class Artifact_Documents {

	private const PATHS = array(
		'manifest'      => 'ARTIFACT_MANIFEST_PATH',
		'metadata'      => 'METADATA_ARTIFACT_PATH',
		'provenance'    => 'PROVENANCE_ARTIFACT_PATH',
		'changed_files' => 'CHANGED_FILES_ARTIFACT_PATH',
		'patch'         => 'PATCH_ARTIFACT_PATH',
		'test_results'  => 'TEST_RESULTS_ARTIFACT_PATH',
		'review'        => 'REVIEW_ARTIFACT_PATH',
	);

	/** Most of a patch that travels in JSON; the whole of it is a download. */
	private const PATCH_BYTES = 5242880;

	/**
	 * @param Bundle_Reader $bundle A bundle.
	 * @return array One entry of artifact-list/v1.
	 */
	public function summary( Bundle_Reader $bundle ): array {
		$schemas  = Contracts::get( 'artifacts/schemas' );
		$manifest = $bundle->manifest();
		$paths    = array_filter( array_map( static fn( string $name ): string => $schemas[ $name ], self::PATHS ), array( $bundle, 'has' ) );
		return array(
			'id'                => basename( $bundle->directory ),
			'content_digest'    => (string) ( $manifest['contentDigest']['value'] ?? '' ),
			'created_at'        => (string) ( $manifest['createdAt'] ?? '' ),
			'directory'         => basename( $bundle->directory ),
			'paths'             => $paths,
			'file_count'        => count( $bundle->files() ),
			'bytes'             => $bundle->size(),
			'has_patch'         => isset( $paths['patch'] ),
			'has_changed_files' => isset( $paths['changed_files'] ),
			'has_test_results'  => isset( $paths['test_results'] ),
			'has_review'        => isset( $paths['review'] ),
		);
	}

	/**
	 * @param string    $id    A bundle that cannot be read.
	 * @param \WP_Error $error Why.
	 * @return array One entry of artifact-list/v1.
	 */
	public function damaged( string $id, \WP_Error $error ): array {
		return array(
			'id'                => $id,
			'content_digest'    => '',
			'created_at'        => '',
			'directory'         => $id,
			'paths'             => new \stdClass(),
			'file_count'        => 0,
			'bytes'             => 0,
			'has_patch'         => false,
			'has_changed_files' => false,
			'has_test_results'  => false,
			'has_review'        => false,
			'error'             => $error->get_error_code(),
		);
	}

	/**
	 * @param Bundle_Reader $bundle A bundle.
	 * @return array `artifact` of artifact/v1.
	 */
	public function whole( Bundle_Reader $bundle ): array {
		$schemas  = Contracts::get( 'artifacts/schemas' );
		$artifact = $this->summary( $bundle ) + array( 'manifest' => $bundle->manifest() );
		foreach ( array( 'metadata', 'provenance', 'changed_files', 'test_results', 'review' ) as $name ) {
			$artifact[ $name ] = $bundle->document( $schemas[ self::PATHS[ $name ] ] );
		}
		$artifact['patch'] = $bundle->text( $schemas['PATCH_ARTIFACT_PATH'], self::PATCH_BYTES );
		return $artifact;
	}
}
