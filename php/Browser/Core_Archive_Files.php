<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

use FilesystemIterator;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;

/**
 * The files of the site's core that a preview may have: an allow-list. Never wp-config, a
 * dotfile, a drop-in, a link or anything below wp-content.
 */
final class Core_Archive_Files {

	private const FOLDERS = array( 'wp-admin', 'wp-includes' );

	private const ROOT_FILES = array(
		'index.php',
		'wp-activate.php',
		'wp-blog-header.php',
		'wp-comments-post.php',
		'wp-config-sample.php',
		'wp-cron.php',
		'wp-links-opml.php',
		'wp-load.php',
		'wp-login.php',
		'wp-mail.php',
		'wp-settings.php',
		'wp-signup.php',
		'wp-trackback.php',
		'xmlrpc.php',
	);

	/** What PHP reads from disk; scripts, images and fonts come from the site itself. */
	private const ENDINGS = array( 'php', 'css', 'svg', 'json', 'html', 'pem', 'crt' );

	/** Scripts that core reads with PHP to print them. */
	private const READ_SCRIPTS = '~^wp-includes/js/(?:wp-emoji-loader|wp-embed|wp-embed-template)(?:\.min)?\.js$~';

	/**
	 * @param string $root ABSPATH, with its slash.
	 */
	public function __construct( private readonly string $root ) {}

	/**
	 * @return array<string, \SplFileInfo> Path below the root => file, sorted by path.
	 */
	public function all(): array {
		$files = array();
		foreach ( self::ROOT_FILES as $name ) {
			$file = new \SplFileInfo( $this->root . $name );
			if ( $file->isFile() && ! $file->isLink() ) {
				$files[ $name ] = $file;
			}
		}
		foreach ( self::FOLDERS as $folder ) {
			foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( $this->root . $folder, FilesystemIterator::SKIP_DOTS ) ) as $file ) {
				$path = str_replace( '\\', '/', substr( $file->getPathname(), strlen( $this->root ) ) );
				if ( $this->is_allowed( $path ) && $file->isFile() && ! $file->isLink() ) {
					$files[ $path ] = $file;
				}
			}
		}
		ksort( $files, SORT_STRING );
		return $files;
	}

	private function is_allowed( string $path ): bool {
		$name = basename( $path );
		if ( str_contains( $path, '/.' ) || str_starts_with( $name, 'wp-config' ) ) {
			return false;
		}
		if ( str_ends_with( $name, '-rtl.css' ) || str_ends_with( $name, '-rtl.min.css' ) ) {
			return false;
		}
		return in_array( strtolower( pathinfo( $name, PATHINFO_EXTENSION ) ), self::ENDINGS, true ) || 1 === preg_match( self::READ_SCRIPTS, $path );
	}
}
