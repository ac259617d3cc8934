<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

use WP_Error;
use WP_REST_Response;

/**
 * Bytes on their way to a browser: an attachment of no type, not sniffed, in a sandbox, not cached.
 */
final class Artifact_Download {

	/**
	 * @param string                $name   File name that the browser suggests.
	 * @param int|null              $bytes  How many, where that is known.
	 * @param \Closure():void       $send   Writes the bytes to the output.
	 */
	private function __construct(
		private readonly string $name,
		private readonly ?int $bytes,
		private readonly \Closure $send
	) {}

	/**
	 * @param Bundle_Reader $bundle A bundle.
	 * @param string        $path   One of its files.
	 * @throws Artifact_Error wp_codebox_artifact_file_missing, wp_codebox_artifact_verification_failed.
	 */
	public static function of_file( Bundle_Reader $bundle, string $path ): self {
		$file   = $bundle->open( $path );
		$entry  = $bundle->files()[ $path ];
		$hash   = hash_init( 'sha256' );
		$length = hash_update_stream( $hash, $file );
		if ( Bundle_Manifest::PATH !== $path && hash_final( $hash ) !== ( $entry['sha256']['value'] ?? '' ) ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_verification_failed', "file-hash-mismatch: $path is not what the manifest says." );
		}
		rewind( $file );
		return new self(
			basename( $path ),
			$length,
			static function () use ( $file ): void {
				fpassthru( $file );
				fclose( $file ); // phpcs:ignore WordPress.WP.AlternativeFunctions
			}
		);
	}

	/**
	 * @param Bundle_Reader         $bundle       A bundle.
	 * @param Verification|WP_Error $verification Whether it is whole.
	 * @param Bundle_Export         $export       Writes zips.
	 * @throws Artifact_Error wp_codebox_artifact_verification_failed.
	 */
	public static function of_bundle( Bundle_Reader $bundle, Verification|WP_Error $verification, Bundle_Export $export ): self {
		if ( is_wp_error( $verification ) ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_not_found', basename( $bundle->directory ) );
		}
		$verification->require_valid();
		return new self(
			basename( $bundle->directory ) . '.zip',
			null,
			static function () use ( $bundle, $export ): void {
				$export->write(
					$bundle,
					static function ( string $bytes ): void {
						echo $bytes; // phpcs:ignore WordPress.Security.EscapeOutput -- an attachment, byte by byte.
						flush();
					}
				);
			}
		);
	}

	/** A response whose body the REST server does not make. */
	public function response(): WP_REST_Response {
		$response = new WP_REST_Response( null, 200, $this->headers() );
		add_filter(
			'rest_pre_serve_request',
			function ( bool $served, mixed $result ) use ( $response ): bool {
				if ( $served || $result !== $response ) {
					return $served;
				}
				while ( ob_get_level() > 0 ) {
					ob_end_clean();
				}
				( $this->send )();
				return true;
			},
			10,
			2
		);
		return $response;
	}

	/**
	 * @return array<string, string>
	 */
	private function headers(): array {
		$ascii   = (string) preg_replace( '/[^A-Za-z0-9._-]/', '_', $this->name );
		$headers = array(
			'Content-Type'            => 'application/octet-stream',
			'Content-Disposition'     => 'attachment; filename="' . $ascii . '"; filename*=UTF-8\'\'' . rawurlencode( $this->name ),
			'X-Content-Type-Options'  => 'nosniff',
			'Content-Security-Policy' => "sandbox; default-src 'none'",
			'Cache-Control'           => 'private, no-store',
		);
		return null === $this->bytes ? $headers : $headers + array( 'Content-Length' => (string) $this->bytes );
	}
}
