<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

use WP_Codebox\Contracts\Contracts;

/**
 * What an import answers with: artifact-result-envelope/v1 (reference §11.9).
 */
final class Import_Result {

	/**
	 * @param string        $operation import-artifact-bundle or reimport-artifact-bundle.
	 * @param Stored_Bundle $stored    What the store answered.
	 * @param array         $input     Input of the operation.
	 */
	public static function of( string $operation, Stored_Bundle $stored, array $input ): array {
		$bundle = array(
			'kind'   => 'artifact-bundle',
			'id'     => $stored->id,
			'path'   => $stored->id,
			'digest' => Bundle_Manifest::digest( $stored->digest ),
		);
		$files  = array();
		foreach ( $stored->reader->files() as $path => $file ) {
			$files[] = array(
				'kind'   => $file['kind'],
				'path'   => (string) $path,
				'digest' => $file['sha256'],
			);
		}
		$result = array(
			'schema'           => Contracts::get( 'artifacts/schemas' )['ARTIFACT_RESULT_ENVELOPE_SCHEMA'],
			'operation'        => $operation,
			'operation_schema' => "wp-codebox/$operation-result/v1",
			'status'           => $stored->status,
			'success'          => true,
			'artifactBundle'   => $bundle,
			'artifactRefs'     => array( $bundle ),
			'evidenceRefs'     => $files,
			'typed_artifacts'  => array(),
			'verification'     => $stored->verification->to_array( $stored->id ),
			'diagnostics'      => array(),
			'artifact'         => ( new Artifact_Documents() )->summary( $stored->reader ),
		);
		if ( isset( $input['metadata'] ) ) {
			$result['metadata'] = (object) $input['metadata'];
		}
		return $result;
	}
}
