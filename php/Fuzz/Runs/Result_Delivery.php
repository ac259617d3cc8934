<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Runs;

use WP_Codebox\Artifacts\Artifact_Store;
use WP_Codebox\Artifacts\Bundle_Draft;
use WP_Codebox\Artifacts\Bundle_File;
use WP_Codebox\Artifacts\Canonical_Json;
use WP_Codebox\Errors\Errors;
use WP_Codebox\Fuzz\Report\Table_Report;
use WP_Error;

/**
 * Stores what fuzzing delivers as one bundle: result.json, findings/*.json, reports/table.txt and the files that the
 * caller brings. It is read back and verified under the name that callers will use.
 */
final class Result_Delivery {

	/**
	 * @param \Closure():Artifact_Store $store Where; built when it is needed.
	 */
	public function __construct( private readonly \Closure $store ) {}

	/**
	 * @param Bundle_Draft            $draft    What ran.
	 * @param array                   $document fuzz-suite-result/v1.
	 * @param array<string, array>    $values   Path → kind and JSON value.
	 * @param array<string, resource> $streams  Path → file at its start; .ndjson, or .json.
	 * @return array{result: array, artifact: array}|WP_Error The result with its references, and the reference of the verified bundle.
	 */
	public function deliver( Bundle_Draft $draft, array $document, array $values, array $streams ): array|WP_Error {
		foreach ( $document['findings'] as $finding ) {
			$values[ "findings/{$finding['fingerprint']}.json" ] = array( 'finding', $finding );
		}
		$refs = array();
		foreach ( $values as $path => list( $kind, $value ) ) {
			$refs[] = self::add( $draft, $path, $kind, 'application/json', Canonical_Json::encode( $value ) );
		}
		$refs[] = self::add( $draft, 'reports/table.txt', 'report', 'text/plain', Table_Report::of( $document ) . "\n" );
		foreach ( $streams as $path => $stream ) {
			$kind   = str_starts_with( $path, 'logs/' ) ? 'log' : basename( $path, str_ends_with( $path, '.ndjson' ) ? '.ndjson' : '.json' );
			$type   = str_ends_with( $path, '.ndjson' ) ? 'application/x-ndjson' : 'application/json';
			$hash   = hash_init( 'sha256' );
			$bytes  = hash_update_stream( $hash, $stream );
			$refs[] = self::reference( $path, $kind, $type, hash_final( $hash ), $bytes );
			rewind( $stream );
			$draft->with( Bundle_File::of_stream( $path, $kind, $type, $stream ) );
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

	private static function add( Bundle_Draft $draft, string $path, string $kind, string $content_type, string $text ): array {
		$draft->with( Bundle_File::of_text( $path, $kind, $content_type, $text ) );
		return self::reference( $path, $kind, $content_type, hash( 'sha256', $text ), strlen( $text ) );
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
