<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

use WP_Codebox\Contracts\Contracts;

/**
 * The documents around browser files: the normalization, the draft that is stored, the persistence result (reference §11.4, §11.5).
 */
final class Browser_Bundle {

	/** Fields of the input that are kept in metadata.json as they are. Never `authorization`. */
	private const KEPT = array( 'session_id', 'session', 'provenance', 'metadata', 'caller', 'caller_schema', 'caller_schema_id', 'caller_kind', 'caller_metadata', 'materialization', 'review_hints', 'apply_target', 'root', 'entrypoint' );

	private array $schemas;

	/**
	 * @param array              $input Input of the operation.
	 * @param list<Browser_File> $files Its checked files.
	 */
	public function __construct(
		private readonly array $input,
		private readonly array $files
	) {
		$this->schemas = Contracts::get( 'artifacts/schemas' );
	}

	/** browser-artifact-bundle-normalization/v1. */
	public function normalization(): array {
		return array(
			'schema'         => $this->schemas['BROWSER_BUNDLE_NORMALIZATION_SCHEMA'],
			'success'        => true,
			'caller_schema'  => $this->input['schema_id'],
			'root'           => $this->input['root'] ?? '',
			'entrypoint'     => $this->input['entrypoint'],
			'files'          => array_map( fn( Browser_File $file ): array => $this->normalized( $file ), $this->files ),
			'roles'          => (object) ( $this->input['roles'] ?? array() ),
			'provenance'     => (object) ( $this->input['provenance'] ?? array() ),
			'metadata'       => (object) ( $this->input['metadata'] ?? array() ),
			'content_digest' => Bundle_Manifest::content_digest( array_map( static fn( Browser_File $file ): array => get_object_vars( $file ), $this->files ) ),
		);
	}

	/** What is stored: the files below files/browser, and the documents that reviews and applies read. */
	public function draft(): Bundle_Draft {
		$draft = new Bundle_Draft(
			array(
				'name'    => 'wp-codebox',
				'version' => WP_CODEBOX_VERSION,
			),
			array_intersect_key( $this->input, array_flip( self::KEPT ) ) + array( 'kind' => 'browser' ),
			array(
				'operation' => 'wp-codebox/persist-browser-artifact',
				'versions'  => array(
					'wp-codebox' => WP_CODEBOX_VERSION,
					'wordpress'  => get_bloginfo( 'version' ),
				),
				'inputs'    => (object) array_column( array_map( static fn( Browser_File $file ): array => array( $file->path, array( 'sha256' => $file->sha256 ) ), $this->files ), 1, 0 ),
			)
		);
		foreach ( $this->files as $file ) {
			$draft->with( $file->stored_at( $this->place( $file ) ) );
		}
		return $draft->with(
			Bundle_File::of_json( $this->schemas['CHANGED_FILES_ARTIFACT_PATH'], 'changed-files', $this->changed_files() ),
			Bundle_File::of_text( $this->schemas['PATCH_ARTIFACT_PATH'], 'patch', 'text/x-diff', '' ),
			Bundle_File::of_json( $this->schemas['TEST_RESULTS_ARTIFACT_PATH'], 'test-results', $this->test_results() )
		);
	}

	/**
	 * @param Stored_Bundle $stored   What the store answered.
	 * @param array         $artifact Summary of the bundle.
	 */
	public function persistence( Stored_Bundle $stored, array $artifact ): array {
		$session = $this->input['session_id'] ?? $this->input['session']['id'] ?? '';
		return array(
			'schema'           => $this->schemas['BROWSER_ARTIFACT_PERSISTENCE_SCHEMA'],
			'success'          => true,
			'status'           => $stored->status,
			'artifact_id'      => $stored->id,
			'content_digest'   => $stored->digest,
			'directory'        => $stored->id,
			'artifact_ref'     => array(
				'schema'         => $this->schemas['BROWSER_ARTIFACT_REF_SCHEMA'],
				'artifact_id'    => $stored->id,
				'content_digest' => $stored->digest,
				'status'         => $stored->status,
				'session_id'     => $session,
			),
			'persisted_bundle' => array(
				'schema'         => $this->schemas['BROWSER_PERSISTED_BUNDLE_SCHEMA'],
				'artifact_id'    => $stored->id,
				'content_digest' => $stored->digest,
				'root'           => $this->schemas['BROWSER_FILES_ROOT'],
				'entrypoint'     => $this->input['entrypoint'] ?? '',
				'files'          => array_map(
					fn( Browser_File $file ): array => array(
						'path'          => $file->path,
						'artifact_path' => $this->place( $file ),
						'status'        => $stored->status,
						'encoding'      => $file->encoding,
						'mime_type'     => $file->mime_type,
						'size'          => $file->size,
						'sha256'        => Bundle_Manifest::digest( $file->sha256 ),
						'kind'          => $file->kind,
						'description'   => $file->description,
					),
					$this->files
				),
			),
			'grant'            => array(
				'schema'        => $this->schemas['BROWSER_ARTIFACT_GRANT_SCHEMA'],
				'scope'         => 'artifact:write',
				'session_id'    => $session,
				'authorization' => isset( $this->input['authorization'] ) ? 'trusted-caller' : 'user',
			),
			'artifact'         => $artifact,
			'verification'     => $stored->verification->to_array( $stored->id ),
		);
	}

	private function normalized( Browser_File $file ): array {
		$normalized = array(
			'path'      => $file->path,
			'encoding'  => $file->encoding,
			'mime_type' => $file->mime_type,
			'size'      => $file->size,
			'sha256'    => $file->sha256,
			'kind'      => $file->kind,
			'roles'     => $file->roles,
		);
		if ( 'base64' === $file->encoding ) {
			$normalized['content_base64'] = base64_encode( (string) $file->bytes ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions
		} else {
			$normalized['content'] = (string) $file->bytes;
		}
		return $normalized;
	}

	private function place( Browser_File $file ): string {
		return $this->schemas['BROWSER_FILES_ROOT'] . '/' . $file->path;
	}

	private function changed_files(): array {
		return array(
			'schema' => $this->schemas['CHANGED_FILES_SCHEMA'],
			'files'  => array_map(
				fn( Browser_File $file ): array => array(
					'path'         => $file->path,
					'artifactPath' => $this->place( $file ),
					'status'       => 'created',
					'encoding'     => $file->encoding,
					'mimeType'     => $file->mime_type,
					'size'         => $file->size,
					'sha256'       => $file->sha256,
					'kind'         => $file->kind,
				),
				$this->files
			),
		);
	}

	/** No test ran, and it says so. */
	private function test_results(): array {
		return array(
			'schema'           => $this->schemas['TEST_RESULTS_SCHEMA'],
			'status'           => 'unknown',
			'summary'          => array( 'tests' => 0 ),
			'suites'           => array(),
			'rawLogReferences' => array(),
		);
	}
}
