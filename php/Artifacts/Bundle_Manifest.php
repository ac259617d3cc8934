<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

use WP_Codebox\Contracts\Contracts;

/**
 * `manifest.json`: makes it, and derives the digests it states (src-shared/artifacts/file-list.ts, schemas.ts).
 */
final class Bundle_Manifest {

	public const PATH = 'manifest.json';

	/**
	 * SHA-256 of the canonical JSON of all files but the manifest, ordered by path.
	 *
	 * @param iterable<array{path: string, sha256: string, size: int}> $files Files in any order.
	 * @return string 64 hex digits.
	 */
	public static function content_digest( iterable $files ): string {
		$entries = array();
		foreach ( $files as $file ) {
			if ( self::PATH !== $file['path'] ) {
				$entries[ $file['path'] ] = array(
					'path'   => $file['path'],
					'sha256' => $file['sha256'],
					'size'   => $file['size'],
				);
			}
		}
		$list = array();
		foreach ( Canonical_Json::sorted( array_map( 'strval', array_keys( $entries ) ) ) as $path ) {
			$list[] = $entries[ $path ];
		}
		return hash( 'sha256', Canonical_Json::encode( $list ) );
	}

	/**
	 * @param string $digest 64 hex digits.
	 */
	public static function id_of( string $digest ): string {
		return Contracts::get( 'artifacts/schemas' )['BUNDLE_ID_PREFIX'] . $digest;
	}

	/**
	 * @param string $id Anything.
	 */
	public static function is_id( string $id ): bool {
		return 1 === preg_match( '/^artifact-bundle-sha256-[0-9a-f]{64}$/D', $id );
	}

	/**
	 * The text of the manifest, with the entry of the manifest itself.
	 *
	 * @param list<array{path: string, kind: string, content_type: string, sha256: string, size: int}> $files      All other files.
	 * @param array                                                                                    $runtime    What produced the bundle.
	 * @param string                                                                                   $created_at ISO 8601.
	 */
	public static function text( array $files, array $runtime, string $created_at ): string {
		$schemas = Contracts::get( 'artifacts/schemas' );
		$digest  = self::content_digest( $files );
		$entries = array();
		foreach ( $files as $file ) {
			$entries[ $file['path'] ] = array(
				'path'        => $file['path'],
				'kind'        => $file['kind'],
				'contentType' => $file['content_type'],
				'sha256'      => self::digest( $file['sha256'] ),
				'size'        => $file['size'],
			);
		}
		$list = array(
			array(
				'path'        => self::PATH,
				'kind'        => 'manifest',
				'contentType' => 'application/json',
				'sha256'      => self::digest( str_repeat( '0', 64 ) ),
			),
		);
		foreach ( Canonical_Json::sorted( array_map( 'strval', array_keys( $entries ) ) ) as $path ) {
			$list[] = $entries[ $path ];
		}
		$manifest = array(
			'schema'        => $schemas['ARTIFACT_MANIFEST_SCHEMA'],
			'id'            => self::id_of( $digest ),
			'contentDigest' => array(
				'algorithm' => 'sha256',
				'inputs'    => $schemas['CONTENT_DIGEST_INPUTS'],
				'value'     => $digest,
			),
			'createdAt'     => $created_at,
			'runtime'       => (object) $runtime,
			'files'         => $list,
		);
		$manifest['files'][0]['sha256']['value'] = hash( 'sha256', $schemas['MANIFEST_SELF_DOMAIN'] . Canonical_Json::encode( $manifest ) );
		return Canonical_Json::encode( $manifest );
	}

	/**
	 * What the manifest's own entry has to say.
	 *
	 * @param \stdClass $manifest A manifest whose shape was checked.
	 * @return string 64 hex digits.
	 */
	public static function self_digest( \stdClass $manifest ): string {
		$copy = clone $manifest;
		foreach ( $manifest->files as $index => $file ) {
			if ( self::PATH === $file->path ) {
				$zeroed         = clone $file;
				$zeroed->sha256 = self::digest( str_repeat( '0', 64 ) );
				$files          = $manifest->files;
				$files[ $index ] = $zeroed;
				$copy->files    = $files;
			}
		}
		return hash( 'sha256', Contracts::get( 'artifacts/schemas' )['MANIFEST_SELF_DOMAIN'] . Canonical_Json::encode( $copy ) );
	}

	/**
	 * @param string $value 64 hex digits.
	 * @return array{algorithm: string, value: string}
	 */
	public static function digest( string $value ): array {
		return array(
			'algorithm' => 'sha256',
			'value'     => $value,
		);
	}
}
