<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

use WP_Codebox\Errors\Errors;
use WP_Error;

/**
 * The two files that a preview downloads. WordPress lies below an address that belongs to one
 * user, cannot be guessed and stays the same as long as the file does. The PHP runtime is the
 * same for everyone and public.
 */
final class Remote_Files {

	/**
	 * @param Remote       $remote  The built remote.
	 * @param Core_Archive $archive WordPress, packed.
	 * @param Remote_Cache $cache   Where the packed runtime is kept.
	 */
	public function __construct(
		private readonly Remote $remote,
		private readonly Core_Archive $archive,
		private readonly Remote_Cache $cache,
	) {}

	/**
	 * WordPress.
	 *
	 * @return array{url: string, bytes: int}|WP_Error
	 */
	public function archive(): array|WP_Error {
		$path = $this->archive->path();
		return is_wp_error( $path ) ? $path : array(
			'url'   => rest_url( Remote_Routes::FILES . basename( $path ) . '/' . $this->token( basename( $path ) ) ),
			'bytes' => (int) filesize( $path ),
		);
	}

	/**
	 * The PHP runtime. It ships raw (a zip inside a zip saves nothing) and travels packed; the
	 * browser unpacks it itself, so that it can keep the compiled code.
	 *
	 * @param string $origin Origin of the remote; empty for the site's own.
	 * @return array{url: string, bytes: int}|WP_Error
	 */
	public function runtime( string $origin = '' ): array|WP_Error {
		$path = $this->packed_runtime();
		return is_wp_error( $path ) ? $path : array(
			'url'   => Remote_Routes::public_url( Remote_Routes::RUNTIME . basename( $path ), $origin ),
			'bytes' => (int) filesize( $path ),
		);
	}

	/**
	 * The packed runtime behind a public address.
	 *
	 * @param string $name File name from the address.
	 * @return string|WP_Error Path, or `wp_codebox_preview_file_unknown`.
	 */
	public function find_runtime( string $name ): string|WP_Error {
		$path = $this->packed_runtime();
		return ! is_wp_error( $path ) && basename( $path ) === $name ? $path : Errors::make( 'wp_codebox_preview_file_unknown', $name );
	}

	/**
	 * The archive behind an address of the current user.
	 *
	 * @param string $name  File name from the address.
	 * @param string $token Token from the address.
	 * @return string|WP_Error Path, or `wp_codebox_preview_file_unknown`.
	 */
	public function find( string $name, string $token ): string|WP_Error {
		$unknown = Errors::make( 'wp_codebox_preview_file_unknown', $name );
		if ( ! hash_equals( $this->token( $name ), $token ) ) {
			return $unknown;
		}
		$path = $this->archive->path();
		return ! is_wp_error( $path ) && basename( $path ) === $name ? $path : $unknown;
	}

	private function packed_runtime(): string|WP_Error {
		$manifest = $this->remote->manifest();
		if ( is_wp_error( $manifest ) ) {
			return $manifest;
		}
		$source = $this->remote->file( $manifest['runtime'] );
		$name   = $manifest['runtime'] . '.gz';
		$result = $this->cache->get( $name, fn( $stream ): string => $this->pack( $source, $stream ) );
		if ( '' !== $result['error'] ) {
			return Errors::make( 'wp_codebox_preview_archive_failed', $result['error'] );
		}
		$this->cache->prune( 'php-*.wasm.gz', $name );
		return $result['path'];
	}

	/**
	 * @param string   $source Path of the raw file.
	 * @param resource $stream Where to.
	 */
	private function pack( string $source, $stream ): string {
		// phpcs:disable WordPress.WP.AlternativeFunctions -- streams of local files.
		$raw     = is_readable( $source ) ? fopen( $source, 'rb' ) : false;
		$deflate = function_exists( 'deflate_init' ) ? deflate_init( ZLIB_ENCODING_GZIP, array( 'level' => 9 ) ) : false;
		if ( false === $raw || false === $deflate ) {
			return false === $raw ? 'the PHP runtime is missing' : 'the PHP extension zlib is missing';
		}
		$written = true;
		while ( ! feof( $raw ) ) {
			$written = $written && false !== fwrite( $stream, (string) deflate_add( $deflate, (string) fread( $raw, 1 << 20 ), ZLIB_NO_FLUSH ) );
		}
		$written = $written && false !== fwrite( $stream, (string) deflate_add( $deflate, '', ZLIB_FINISH ) );
		fclose( $raw );
		// phpcs:enable
		return $written ? '' : 'the disk is full';
	}

	private function token( string $name ): string {
		return substr( hash_hmac( 'sha256', 'wp-codebox-preview-file|' . get_current_user_id() . '|' . $name, wp_salt( 'auth' ) ), 0, 40 );
	}
}
