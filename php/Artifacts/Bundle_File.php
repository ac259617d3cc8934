<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

/**
 * One file that is to be stored: its place, what it is, and where its bytes come from.
 */
final class Bundle_File {

	public const TEXT   = 'text';
	public const PATH   = 'path';
	public const STREAM = 'stream';

	/**
	 * @param string          $path         Path in the bundle.
	 * @param string          $kind         Kind in the manifest.
	 * @param string          $content_type MIME type.
	 * @param string          $from         One of the constants.
	 * @param string|resource $source       Bytes, a path on the host, or an open stream.
	 */
	private function __construct(
		public readonly string $path,
		public readonly string $kind,
		public readonly string $content_type,
		public readonly string $from,
		public readonly mixed $source
	) {}

	/**
	 * @param string $path         Path in the bundle.
	 * @param string $kind         Kind in the manifest.
	 * @param string $content_type MIME type.
	 * @param string $bytes        Content.
	 */
	public static function of_text( string $path, string $kind, string $content_type, string $bytes ): self {
		return new self( $path, $kind, $content_type, self::TEXT, $bytes );
	}

	/**
	 * A value as canonical JSON, so that the same value is the same file everywhere.
	 *
	 * @param string $path  Path in the bundle.
	 * @param string $kind  Kind in the manifest.
	 * @param mixed  $value A JSON value.
	 */
	public static function of_json( string $path, string $kind, mixed $value ): self {
		return new self( $path, $kind, 'application/json', self::TEXT, Canonical_Json::encode( $value ) );
	}

	/**
	 * @param string $path         Path in the bundle.
	 * @param string $kind         Kind in the manifest.
	 * @param string $content_type MIME type.
	 * @param string $source       A regular file on the host, read when the bundle is written; a link is refused.
	 */
	public static function of_path( string $path, string $kind, string $content_type, string $source ): self {
		return new self( $path, $kind, $content_type, self::PATH, $source );
	}

	/**
	 * @param string   $path         Path in the bundle.
	 * @param string   $kind         Kind in the manifest.
	 * @param string   $content_type MIME type.
	 * @param resource $stream       Read once, from where it stands, when the bundle is written; the caller closes it.
	 */
	public static function of_stream( string $path, string $kind, string $content_type, $stream ): self {
		return new self( $path, $kind, $content_type, self::STREAM, $stream );
	}
}
