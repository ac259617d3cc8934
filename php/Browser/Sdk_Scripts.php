<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

/**
 * Registers the browser SDK: the script `wp-codebox-browser` (and the handle that existing callers
 * enqueue), and the script module `@wp-codebox/browser`. Nothing is enqueued: the page that wants it says so.
 */
final class Sdk_Scripts {

	public const HANDLE        = 'wp-codebox-browser';
	public const LEGACY_HANDLE = 'wp-codebox-browser-runtime';
	public const MODULE        = '@wp-codebox/browser';

	/**
	 * @param string $dir Folder of the plugin, without a trailing slash.
	 * @param string $url URL of that folder, without a trailing slash.
	 */
	public function __construct( private readonly string $dir, private readonly string $url ) {}

	/** Hooks into WordPress. */
	public function register(): void {
		add_action( 'init', array( $this, 'register_scripts' ) );
		add_filter( 'script_module_data_' . self::MODULE, array( $this, 'module_data' ) );
	}

	public function register_scripts(): void {
		$asset = $this->asset( 'browser' );
		if ( null !== $asset ) {
			wp_register_script( self::HANDLE, $this->url . '/build/browser.js', $asset['dependencies'], $asset['version'], array( 'in_footer' => true ) );
			// The same file under its old name: an alias, so that a page which asks for both loads it once.
			wp_register_script( self::LEGACY_HANDLE, false, array( self::HANDLE ), $asset['version'], array( 'in_footer' => true ) );
		}
		$module = $this->asset( 'browser-module' );
		if ( null !== $module ) {
			wp_register_script_module( self::MODULE, $this->url . '/build/browser-module.js', array(), $module['version'] );
		}
	}

	/**
	 * Where the REST API is, and the nonce of the page's user.
	 *
	 * @param array $data What others gave the module.
	 */
	public function module_data( array $data ): array {
		return $data + array( 'root' => esc_url_raw( rest_url() ) ) + ( is_user_logged_in() ? array( 'nonce' => wp_create_nonce( 'wp_rest' ) ) : array() );
	}

	/**
	 * @param string $name Name of a bundle.
	 * @return array{dependencies: string[], version: string}|null Null where the bundle was not built.
	 */
	private function asset( string $name ): ?array {
		$file = "$this->dir/build/$name.asset.php";
		if ( ! is_file( $file ) ) {
			return null;
		}
		$asset = require $file;
		return array(
			'dependencies' => (array) ( $asset['dependencies'] ?? array() ),
			'version'      => (string) ( $asset['version'] ?? '' ),
		);
	}
}
