<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Runs;

use WP_Codebox\Artifacts\Artifact_Store;
use WP_Codebox\Artifacts\Bundle_Draft;
use WP_Codebox\Artifacts\Bundle_File;
use WP_Codebox\Artifacts\Canonical_Json;
use WP_Codebox\Errors\Errors;
use WP_Error;

/**
 * Stores what a run of a suite delivers: suite.json, result.json, cases.ndjson, findings/*.json, logs/*.ndjson.
 */
final class Suite_Bundle {

	/**
	 * @param \Closure():Artifact_Store $store Where; built when it is needed.
	 */
	public function __construct( private readonly \Closure $store ) {}

	/**
	 * @param array                   $suite    fuzz-suite/v1 as it was sent.
	 * @param array                   $document fuzz-suite-result/v1.
	 * @param array<string, resource> $streams  Path in the bundle → file.
	 * @param string                  $run_id   UUID of the run.
	 * @return array{result: array, artifact: array}|WP_Error The result with its references, and the reference of the verified bundle.
	 */
	public function store( array $suite, array $document, array $streams, string $run_id ): array|WP_Error {
		$files = array( 'suite.json' => array( 'suite', $suite ) );
		foreach ( $document['findings'] as $finding ) {
			$files[ "findings/{$finding['fingerprint']}.json" ] = array( 'finding', $finding );
		}
		$draft  = $this->draft( $document, $run_id, hash( 'sha256', Canonical_Json::encode( $suite ) ) );
		$refs   = array();
		foreach ( $files as $path => list( $kind, $value ) ) {
			$text   = Canonical_Json::encode( $value );
			$refs[] = self::reference( $path, $kind, 'application/json', hash( 'sha256', $text ), strlen( $text ) );
			$draft->with( Bundle_File::of_text( $path, $kind, 'application/json', $text ) );
		}
		foreach ( $streams as $path => $stream ) {
			$kind   = 'cases.ndjson' === $path ? 'cases' : 'log';
			$hash   = hash_init( 'sha256' );
			$bytes  = hash_update_stream( $hash, $stream );
			$refs[] = self::reference( $path, $kind, 'application/x-ndjson', hash_final( $hash ), $bytes );
			rewind( $stream );
			$draft->with( Bundle_File::of_stream( $path, $kind, 'application/x-ndjson', $stream ) );
		}
		$result = array( 'artifactRefs' => $refs ) + $document;
		$stored = ( $this->store )()->persist( $draft->with( Bundle_File::of_json( 'result.json', 'result', $result ) ) );
		if ( is_wp_error( $stored ) ) {
			return $stored;
		}
		// Storing has read it back; this asks the store under the name that callers will use.
		$verified = ( $this->store )()->verify( $stored->id );
		if ( is_wp_error( $verified ) ) {
			return $verified;
		}
		if ( ! $verified->is_valid() ) {
			return Errors::make( 'wp_codebox_artifact_verification_failed', $verified->summary() );
		}
		return array(
			'result'   => $result,
			'artifact' => array(
				'id'            => $stored->id,
				'contentDigest' => $stored->digest,
				'status'        => 'verified',
				'files'         => count( $stored->reader->files() ),
				'bytes'         => $stored->reader->size(),
			),
		);
	}

	private function draft( array $document, string $run_id, string $suite_digest ): Bundle_Draft {
		return new Bundle_Draft(
			array(
				'name'    => 'wp-codebox',
				'version' => WP_CODEBOX_VERSION,
			),
			array(
				'kind'    => Suite_Run::ID,
				'run'     => $run_id,
				'status'  => $document['status'],
				'summary' => $document['summary'],
			),
			array(
				'operation' => 'wp-codebox/run-fuzz-suite',
				'run'       => $run_id,
				'inputs'    => array( 'suite.json' => $suite_digest ),
				'versions'  => array(
					'wp-codebox' => WP_CODEBOX_VERSION,
					'wordpress'  => wp_get_wp_version(),
					'php'        => PHP_VERSION,
				),
				'logs'      => array_map( static fn( string $log ): string => "logs/$log.ndjson", array_keys( Case_Entry::LOGS ) ),
			)
		);
	}

	private static function reference( string $path, string $kind, string $content_type, string $digest, int $bytes ): array {
		return array(
			'path'        => $path,
			'kind'        => $kind,
			'contentType' => $content_type,
			'sha256'      => $digest,
			'bytes'       => $bytes,
		);
	}
}
