<?php
// phpcs:disable WordPress.DB, WordPress.PHP, WordPress.WP.AlternativeFunctions -- The defects are planted; see the table in README.md.

declare( strict_types=1 );

namespace Buggy_Workshops\Buggy;

use Buggy_Workshops\Routes;
use WP_Error;
use WP_REST_Request;

/**
 * Files, as plugins write them.
 */
final class Files extends Routes {

	public function register(): void {
		$name = array( 'name' => self::arg( 'string', true ) );
		$this->route( '/files/template', 'GET', array( $this, 'template' ), '__return_true', $name );
		$this->route( '/files/read', 'GET', array( $this, 'read' ), '__return_true', $name );
		$this->route( '/files/upload', 'POST', array( $this, 'upload' ), 'is_user_logged_in', $name + array( 'content' => self::arg( 'string', true ) ) );
		$this->route( '/files/tidy', 'GET', array( $this, 'tidy' ), '__return_true' );
		$this->route( '/files/import', 'POST', array( $this, 'import' ), 'is_user_logged_in', array( 'data' => self::arg( 'string', true ) ) );
		$this->route( '/files/size', 'GET', array( $this, 'size' ), '__return_true', $name );
		$this->route( '/files/log', 'GET', array( $this, 'log' ), '__return_true', array( 'day' => self::arg( 'integer', false, array( 'default' => 1 ) ) ) );
	}

	/** B34: includes what the caller names. */
	public function template( WP_REST_Request $request ): array {
		ob_start();
		include dirname( __DIR__ ) . '/templates/' . $request['name'] . '.php';
		return array( 'html' => ob_get_clean() );
	}

	/** B35: reads what the caller names. */
	public function read( WP_REST_Request $request ): array {
		return array( 'text' => file_get_contents( dirname( __DIR__ ) . '/templates/' . $request['name'] ) );
	}

	/** B36: any extension, and a name of the caller's. */
	public function upload( WP_REST_Request $request ): array {
		$uploads = wp_upload_dir();
		$file    = $uploads['path'] . '/' . sanitize_file_name( $request['name'] );
		wp_mkdir_p( $uploads['path'] );
		file_put_contents( $file, $request['content'] );
		return array( 'url' => $uploads['url'] . '/' . basename( $file ) );
	}

	/** B37: a read that deletes. */
	public function tidy(): array {
		wp_delete_file( WP_CONTENT_DIR . '/workshops-cache.json' );
		return array( 'tidy' => true );
	}

	/** B38: objects from outside. */
	public function import( WP_REST_Request $request ): array {
		$data = maybe_unserialize( $request['data'] );
		return array( 'imported' => is_countable( $data ) ? count( $data ) : 1 );
	}

	/** B60: a name on a command line. */
	public function size( WP_REST_Request $request ): array {
		return array( 'size' => (int) shell_exec( 'wc -c ' . dirname( __DIR__ ) . '/templates/' . $request['name'] . '.php 2>/dev/null' ) );
	}

	/** B39: says where it looked. */
	public function log( WP_REST_Request $request ): WP_Error {
		$file = WP_CONTENT_DIR . '/workshops-' . $request['day'] . '.log';
		return new WP_Error( 'no_log', 'Cannot read ' . $file, array( 'status' => 404 ) );
	}
}
