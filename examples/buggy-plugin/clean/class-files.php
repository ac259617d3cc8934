<?php
// phpcs:disable WordPress.WP.AlternativeFunctions -- A file of its own.

declare( strict_types=1 );

namespace Buggy_Workshops\Clean;

use Buggy_Workshops\Routes;
use WP_Error;
use WP_REST_Request;

/**
 * Files, as they should be.
 */
final class Files extends Routes {

	private const TEMPLATES = array( 'card', 'list' );

	public function register(): void {
		$name = array( 'name' => self::arg( 'string', true, array( 'enum' => self::TEMPLATES ) ) );
		$this->route( '/files/template', 'GET', array( $this, 'template' ), '__return_true', $name );
		$this->route( '/files/read', 'GET', array( $this, 'read' ), '__return_true', $name );
		$this->route( '/files/upload', 'POST', array( $this, 'upload' ), static fn(): bool => current_user_can( 'upload_files' ), array( 'name' => self::arg( 'string', true ), 'content' => self::arg( 'string', true ) ) ); // phpcs:ignore
		$this->route( '/files/tidy', 'POST', array( $this, 'tidy' ), static fn(): bool => current_user_can( 'manage_options' ) );
		$this->route( '/files/import', 'POST', array( $this, 'import' ), 'is_user_logged_in', array( 'data' => self::arg( 'string', true ) ) );
		$this->route( '/files/size', 'GET', array( $this, 'size' ), '__return_true', array( 'name' => self::arg( 'string', true ) ) );
		$this->route( '/files/log', 'GET', array( $this, 'log' ), '__return_true', array( 'day' => self::arg( 'integer', false, array( 'default' => 1 ) ) ) );
	}

	/** B34: one of two. */
	public function template( WP_REST_Request $request ): array {
		ob_start();
		include dirname( __DIR__ ) . '/templates/' . ( 'list' === $request['name'] ? 'list' : 'card' ) . '.php';
		return array( 'html' => ob_get_clean() );
	}

	/** B35: one of two. */
	public function read( WP_REST_Request $request ): array {
		return array( 'text' => file_get_contents( dirname( __DIR__ ) . '/templates/' . ( 'list' === $request['name'] ? 'list' : 'card' ) . '.php' ) );
	}

	/** B36: always a text file, under a name of our own. */
	public function upload( WP_REST_Request $request ): array|WP_Error {
		$stored = wp_upload_bits( 'note-' . wp_generate_uuid4() . '.txt', null, $request['content'] );
		return empty( $stored['error'] ) ? array( 'url' => $stored['url'] ) : new WP_Error( 'not_stored', 'The note could not be stored.', array( 'status' => 503 ) );
	}

	/** B37: by POST, for who may manage. */
	public function tidy(): array {
		wp_delete_file( WP_CONTENT_DIR . '/workshops-cache.json' );
		return array( 'tidy' => true );
	}

	/** B38: JSON has no objects with a life of their own. */
	public function import( WP_REST_Request $request ): array {
		$data = json_decode( $request['data'], true );
		return array( 'imported' => is_array( $data ) ? count( $data ) : 0 );
	}

	/** B60: quoted for the shell, and one of two. */
	public function size( WP_REST_Request $request ): array {
		$file = dirname( __DIR__ ) . '/templates/' . ( in_array( $request['name'], self::TEMPLATES, true ) ? $request['name'] : 'card' ) . '.php';
		return array( 'size' => (int) shell_exec( 'wc -c ' . escapeshellarg( $file ) . ' 2>/dev/null' ) );
	}

	/** B39: that it is not there, not where. */
	public function log(): WP_Error {
		return new WP_Error( 'no_log', 'There is no log for this day.', array( 'status' => 404 ) );
	}
}
