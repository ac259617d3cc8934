<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

use WP_Codebox\Errors\Errors;
use WP_Error;

/**
 * The built remote: where its files lie and how they are called (`npm run build:remote`).
 */
final class Remote {

	/**
	 * @param string $dir Folder of the plugin, without a trailing slash.
	 * @param string $url URL of that folder, without a trailing slash.
	 */
	public function __construct( private readonly string $dir, private readonly string $url ) {}

	/**
	 * Names of the files in the remote's folder, by role.
	 *
	 * @return array{page: string, client: string, worker: string, runtime: string}|WP_Error `wp_codebox_preview_not_built`.
	 */
	public function manifest(): array|WP_Error {
		$file     = $this->file( 'manifest.json' );
		$manifest = is_readable( $file ) ? wp_json_file_decode( $file, array( 'associative' => true ) ) : null;
		return is_array( $manifest ) ? $manifest : Errors::make( 'wp_codebox_preview_not_built', 'run npm run build:remote, or install the plugin from its zip' );
	}

	/**
	 * @param string $name File in the remote's folder.
	 * @return string Path.
	 */
	public function file( string $name ): string {
		return $this->dir . '/build/remote/' . $name;
	}

	/**
	 * @param string $name   File in the remote's folder.
	 * @param string $origin Take the URL to this origin; empty for the site's own.
	 */
	public function url( string $name = '', string $origin = '' ): string {
		$url = $this->url . '/build/remote/' . $name;
		return '' === $origin ? $url : $origin . wp_parse_url( $url, PHP_URL_PATH );
	}

	/** Folder with what goes into a preview beside core: theme, SQLite integration, installed database. */
	public function site_dir(): string {
		return $this->dir . '/build/preview-site';
	}
}
