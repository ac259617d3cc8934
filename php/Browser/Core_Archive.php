<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

use WP_Codebox\Errors\Errors;
use WP_Error;

/**
 * The WordPress of a preview as tar.gz: the site's own core, installed, packed on first use and
 * kept by the digest of what is in it.
 */
final class Core_Archive {

	/**
	 * @param Core_Archive_Files $core     Files of the site's core.
	 * @param Snapshot           $snapshot What makes it an installed site.
	 * @param Remote_Cache       $cache    Where archives are kept.
	 */
	public function __construct(
		private readonly Core_Archive_Files $core,
		private readonly Snapshot $snapshot,
		private readonly Remote_Cache $cache,
	) {}

	/**
	 * @return string|WP_Error Path of the archive.
	 */
	public function path(): string|WP_Error {
		if ( ! function_exists( 'deflate_init' ) ) {
			return Errors::make( 'wp_codebox_preview_archive_failed', 'the PHP extension zlib is missing' );
		}
		try {
			$name = 'wordpress-' . $this->digest() . '.tar.gz';
		} catch ( \UnexpectedValueException $error ) {
			return Errors::make( 'wp_codebox_preview_archive_failed', $error->getMessage() );
		}
		$result = $this->cache->get( $name, fn( $stream ): string => $this->write( $stream ) );
		if ( '' !== $result['error'] ) {
			return Errors::make( 'wp_codebox_preview_archive_failed', $result['error'] );
		}
		$this->cache->prune( 'wordpress-*.tar.gz', $name );
		return $result['path'];
	}

	/**
	 * Of names, sizes and times: reading 25 MB on every start would cost more than the start.
	 */
	private function digest(): string {
		$hash = hash_init( 'sha256' );
		hash_update( $hash, WP_CODEBOX_VERSION );
		foreach ( $this->core->all() + $this->snapshot->files() as $path => $file ) {
			hash_update( $hash, "$path\0{$file->getSize()}\0{$file->getMTime()}\n" );
		}
		return substr( hash_final( $hash ), 0, 32 );
	}

	/**
	 * @param resource $stream Where to.
	 * @return string What went wrong; empty when all is well.
	 */
	private function write( $stream ): string {
		try {
			$tar = new Core_Archive_Tar( $stream );
			foreach ( $this->core->all() + $this->snapshot->files() as $path => $file ) {
				$content = file_get_contents( $file->getPathname() ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- local files.
				if ( false === $content ) {
					return "the file $path cannot be read";
				}
				$tar->add( $path, str_ends_with( $path, '.sqlite' ) ? $this->snapshot->personalize( $content ) : $content );
			}
			foreach ( $this->snapshot->generated() as $path => $content ) {
				$tar->add( $path, $content );
			}
			$tar->finish();
			return '';
		} catch ( \UnexpectedValueException $error ) {
			return $error->getMessage();
		}
	}
}
