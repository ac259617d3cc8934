<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

use WP_Codebox\Contracts\Contracts;

/**
 * One checked file of a caller.
 */
final class Browser_File {

	/**
	 * @param string      $path        Path below the bundle's root.
	 * @param string|null $bytes       Content; null for an upload.
	 * @param string|null $upload      File of an upload.
	 * @param string      $encoding    utf-8, base64 or upload: how it came.
	 * @param string      $mime_type   Content type.
	 * @param string      $kind        What it is.
	 * @param string[]    $roles       What it is for.
	 * @param string      $description For people.
	 * @param string      $sha256      Of the content.
	 * @param int         $size        Bytes.
	 */
	private function __construct(
		public readonly string $path,
		public readonly ?string $bytes,
		public readonly ?string $upload,
		public readonly string $encoding,
		public readonly string $mime_type,
		public readonly string $kind,
		public readonly array $roles,
		public readonly string $description,
		public readonly string $sha256,
		public readonly int $size
	) {}

	/**
	 * @param array  $file     As the caller sent it.
	 * @param string $bytes    Decoded content.
	 * @param string $encoding utf-8 or base64.
	 */
	public static function of_bytes( array $file, string $bytes, string $encoding ): self {
		return self::make( $file, $bytes, null, $encoding, hash( 'sha256', $bytes ), strlen( $bytes ) );
	}

	/**
	 * @param array  $file As the caller sent it.
	 * @param string $path File of the upload.
	 */
	public static function of_upload( array $file, string $path ): self {
		return self::make( $file, null, $path, 'upload', (string) hash_file( 'sha256', $path ), (int) filesize( $path ) );
	}

	/**
	 * @param string $path Path in the bundle.
	 */
	public function stored_at( string $path ): Bundle_File {
		return null === $this->upload
			? Bundle_File::of_text( $path, $this->kind, $this->mime_type, (string) $this->bytes )
			: Bundle_File::of_path( $path, $this->kind, $this->mime_type, $this->upload );
	}

	private static function make( array $file, ?string $bytes, ?string $upload, string $encoding, string $sha256, int $size ): self {
		$types     = Contracts::get( 'artifacts/content-types' );
		$extension = strtolower( pathinfo( $file['path'], PATHINFO_EXTENSION ) );
		return new self(
			$file['path'],
			$bytes,
			$upload,
			$encoding,
			$file['mime_type'] ?? $types[ $extension ] ?? ( 'utf-8' === $encoding ? 'text/plain' : 'application/octet-stream' ),
			$file['kind'] ?? 'browser-artifact',
			array_values( array_unique( array_merge( isset( $file['role'] ) ? array( $file['role'] ) : array(), $file['roles'] ?? array() ) ) ),
			$file['description'] ?? '',
			$sha256,
			$size
		);
	}
}
