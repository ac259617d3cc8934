<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

/**
 * Files that are built at run time for previews: kept by name, written whole or not at all.
 */
final class Remote_Cache {

	/**
	 * @param string $dir Private folder, without a trailing slash; made when it is needed.
	 */
	public function __construct( private readonly string $dir ) {}

	/**
	 * The constant `WP_CODEBOX_PREVIEW_CACHE_DIR`, else a folder of uploads whose name nobody can
	 * guess. What lies in it is core, and a database with a random password: nothing of the site.
	 */
	public static function default_dir(): string {
		if ( defined( 'WP_CODEBOX_PREVIEW_CACHE_DIR' ) ) {
			return untrailingslashit( (string) constant( 'WP_CODEBOX_PREVIEW_CACHE_DIR' ) );
		}
		$uploads = wp_upload_dir( null, false );
		return $uploads['basedir'] . '/wp-codebox-preview-' . substr( hash_hmac( 'sha256', 'wp-codebox-preview-cache', wp_salt( 'auth' ) ), 0, 24 );
	}

	/**
	 * The path of a file, built on first use.
	 *
	 * @param string                     $name  File name; holds a digest of what it is built from.
	 * @param callable(resource): string $build Writes the file; answers with an empty string, or says what went wrong.
	 * @return array{path: string, error: string} `error` is empty when `path` can be read.
	 */
	public function get( string $name, callable $build ): array {
		$path = $this->dir . '/' . $name;
		if ( is_file( $path ) ) {
			return array(
				'path'  => $path,
				'error' => '',
			);
		}
		if ( ! $this->prepare() ) {
			return array(
				'path'  => '',
				'error' => "the folder {$this->dir} cannot be written",
			);
		}
		// phpcs:disable WordPress.WP.AlternativeFunctions -- WP_Filesystem may be FTP and cannot stream; this is the plugin's own private folder.
		$temporary = $this->dir . '/.' . wp_generate_password( 16, false ) . '.tmp';
		$stream    = fopen( $temporary, 'xb' );
		$error     = false === $stream ? 'a temporary file cannot be written' : $build( $stream );
		if ( is_resource( $stream ) ) {
			$error = fflush( $stream ) || '' !== $error ? $error : 'the disk is full';
			fclose( $stream );
		}
		if ( '' === $error && ! rename( $temporary, $path ) ) {
			$error = 'the finished file cannot be put in place';
		}
		if ( '' !== $error && is_file( $temporary ) ) {
			unlink( $temporary );
		}
		// phpcs:enable
		return array(
			'path'  => '' === $error ? $path : '',
			'error' => $error,
		);
	}

	/**
	 * Removes older files of the same kind, and what a killed process left behind.
	 *
	 * @param string $pattern Glob pattern of the kind.
	 * @param string $keep    The file name to keep.
	 */
	public function prune( string $pattern, string $keep ): void {
		foreach ( array_merge( $this->matching( $pattern ), $this->matching( '.*.tmp' ) ) as $file ) {
			if ( basename( $file ) !== $keep && filemtime( $file ) < time() - HOUR_IN_SECONDS ) {
				wp_delete_file( $file );
			}
		}
	}

	/** Removes everything. */
	public function clear(): void {
		foreach ( array_merge( $this->matching( '*' ), $this->matching( '.[!.]*' ) ) as $file ) {
			wp_delete_file( $file );
		}
		if ( is_dir( $this->dir ) ) {
			rmdir( $this->dir ); // phpcs:ignore WordPress.WP.AlternativeFunctions
		}
	}

	/**
	 * @param string $pattern Glob pattern.
	 * @return string[] Paths.
	 */
	private function matching( string $pattern ): array {
		$found = glob( $this->dir . '/' . $pattern );
		return false === $found ? array() : $found;
	}

	private function prepare(): bool {
		if ( ! wp_mkdir_p( $this->dir ) ) {
			return false;
		}
		$deny = array(
			'.htaccess' => "Require all denied\n<IfModule !mod_authz_core.c>\nDeny from all\n</IfModule>\n",
			'index.php' => "<?php\n// Nothing to see.\n",
		);
		foreach ( $deny as $name => $content ) {
			if ( ! is_file( $this->dir . '/' . $name ) ) {
				file_put_contents( $this->dir . '/' . $name, $content ); // phpcs:ignore WordPress.WP.AlternativeFunctions
			}
		}
		return true;
	}
}
