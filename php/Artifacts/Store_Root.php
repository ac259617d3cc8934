<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

/**
 * Where this site's bundles live: a place that the web server does not serve.
 *
 * In order: the constant WP_CODEBOX_ARTIFACTS_ROOT; the place that was chosen before; a directory
 * above the document root; a randomly named directory in wp-content with deny files, after a request
 * to ourselves has shown that it is not served. Each site of a network has its own.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions
 */
final class Store_Root implements Artifact_Root {

	/** Remembers the place, so that a store that vanished is noticed and not silently begun anew. */
	public const OPTION = 'wp_codebox_artifacts_root';

	public const CONSTANT = 'WP_CODEBOX_ARTIFACTS_ROOT';

	/**
	 * @param Durable_Files $disk  Makes directories.
	 * @param Root_Probe    $probe Asks the web server.
	 */
	public function __construct(
		private readonly Durable_Files $disk,
		private readonly Root_Probe $probe
	) {}

	/**
	 * @param bool $for_writing Whether something is going to be written.
	 * @return string|null Directory without a slash at its end; null when nothing was stored yet and nothing is going to be.
	 * @throws Artifact_Error wp_codebox_artifacts_root_missing, _unwritable, _exposed.
	 */
	public function path( bool $for_writing ): ?string {
		$known  = get_option( self::OPTION, '' );
		$known  = is_string( $known ) ? $known : '';
		$chosen = $this->chosen( $known );
		if ( null !== $chosen && $chosen === $known && ! is_dir( $chosen ) ) {
			throw Artifact_Error::of( 'wp_codebox_artifacts_root_missing', 'its directory is gone; put it back, or delete the option ' . self::OPTION . ' to begin a new store' );
		}
		if ( ! $for_writing ) {
			return null !== $chosen && is_dir( $chosen ) ? $chosen : null;
		}
		$path = $chosen ?? $this->begin();
		$this->make( $path );
		if ( $path !== $known ) {
			update_option( self::OPTION, $path, false );
		}
		return $path;
	}

	private function chosen( string $known ): ?string {
		$path = defined( self::CONSTANT ) ? rtrim( (string) constant( self::CONSTANT ), '/\\' ) . $this->site_folder() : $known;
		/**
		 * Filters the directory of this site's artifact store; it must not be served by the web server.
		 *
		 * @param string $path What the constant or the earlier choice says; empty before the first bundle.
		 */
		$path = rtrim( (string) apply_filters( 'wp_codebox_artifacts_root', $path ), '/\\' );
		return '' === $path ? null : $path;
	}

	/** Chooses a place for a new store. */
	private function begin(): string {
		$above = $this->above_document_root();
		return null === $above ? $this->hidden_folder() : $above . '/wp-codebox-artifacts-' . substr( hash( 'sha256', ABSPATH ), 0, 12 ) . $this->site_folder();
	}

	/**
	 * WordPress may live in a folder of the site: as many parts as its address has below the host, ABSPATH lies below the document root.
	 */
	private function above_document_root(): ?string {
		$depth    = count( array_filter( explode( '/', (string) wp_parse_url( network_site_url(), PHP_URL_PATH ) ) ) );
		$document = dirname( ABSPATH . 'x', $depth + 1 );
		$above    = dirname( $document );
		$stated   = $_SERVER['DOCUMENT_ROOT'] ?? ''; // phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- compared, never used as a path.
		$served   = is_string( $stated ) && '' !== $stated ? realpath( $stated ) : false;
		$real     = realpath( $above );
		if ( false === $real || dirname( $real ) === $real || ! is_writable( $real ) ) {
			return null;
		}
		return is_string( $served ) && str_starts_with( $real . '/', rtrim( $served, '/' ) . '/' ) ? null : $real;
	}

	private function hidden_folder(): string {
		$path = WP_CONTENT_DIR . '/wp-codebox-' . bin2hex( random_bytes( 16 ) );
		$this->make( $path );
		$reason = $this->probe->exposure( $path, content_url( basename( $path ) ) );
		if ( null !== $reason ) {
			$this->disk->remove( $path );
			throw Artifact_Error::of( 'wp_codebox_artifacts_root_exposed', $reason );
		}
		return $path;
	}

	private function make( string $path ): void {
		if ( ! is_dir( $path ) ) {
			try {
				$this->disk->make_directory( $path );
			} catch ( Artifact_Error $failure ) {
				throw Artifact_Error::of( 'wp_codebox_artifacts_root_unwritable', $failure->getMessage() );
			}
		}
		if ( ! is_writable( $path ) ) {
			throw Artifact_Error::of( 'wp_codebox_artifacts_root_unwritable', 'its directory is read-only' );
		}
		foreach ( Root_Probe::DENY_FILES as $name => $content ) {
			$this->deny( "$path/$name", $content );
		}
	}

	private function deny( string $file, string $content ): void {
		if ( is_file( $file ) && filesize( $file ) === strlen( $content ) ) {
			return;
		}
		try {
			$this->disk->remove( $file );
			$this->disk->write( $file, $content );
		} catch ( Artifact_Error $failure ) {
			// Another process may have written it meanwhile.
			if ( ! is_file( $file ) ) {
				throw Artifact_Error::of( 'wp_codebox_artifacts_root_unwritable', $failure->getMessage() );
			}
		}
	}

	private function site_folder(): string {
		return is_multisite() ? '/site-' . get_current_blog_id() : '';
	}
}
