<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Guards;

// The parent is no class that WordPress loads by itself.
require_once ABSPATH . 'wp-admin/includes/class-wp-filesystem-base.php';
require_once ABSPATH . 'wp-admin/includes/class-wp-filesystem-direct.php';

/**
 * A WP_Filesystem that reads, and refuses and records everything else, but for the one folder that File_Guard puts back.
 */
final class Refusing_Filesystem extends \WP_Filesystem_Direct {

	/** What the `filesystem_method` filter returns to get this class. */
	public const METHOD = 'wp_codebox_refusing';

	public function __construct() {
		parent::__construct( null );
		$this->method = 'direct';
	}

	/** Makes the class known under the name that WP_Filesystem() builds. */
	public static function load(): void {
		if ( ! class_exists( 'WP_Filesystem_' . self::METHOD, false ) ) {
			class_alias( self::class, 'WP_Filesystem_' . self::METHOD );
		}
	}

	/** @inheritDoc */
	public function put_contents( $file, $contents, $mode = false ) {
		return $this->refuse( 'file_write', $file );
	}

	/** @inheritDoc */
	public function chgrp( $file, $group, $recursive = false ) {
		return $this->refuse( 'file_write', $file );
	}

	/** @inheritDoc */
	public function chmod( $file, $mode = false, $recursive = false ) {
		return $this->refuse( 'file_write', $file );
	}

	/** @inheritDoc */
	public function chown( $file, $owner, $recursive = false ) {
		return $this->refuse( 'file_write', $file );
	}

	/** @inheritDoc */
	public function copy( $source, $destination, $overwrite = false, $mode = false ) {
		return $this->refuse( 'file_write', $destination );
	}

	/** @inheritDoc */
	public function move( $source, $destination, $overwrite = false ) {
		return $this->refuse( 'file_write', $destination );
	}

	/** @inheritDoc */
	public function delete( $file, $recursive = false, $type = false ) {
		$folder = Refusing_Filesystem_Sink::$deletable;
		if ( null !== $folder && is_string( $file ) && ! str_contains( $file, '..' ) && str_starts_with( untrailingslashit( wp_normalize_path( $file ) ) . '/', wp_normalize_path( $folder ) . '/' ) ) {
			$this->note( 'file_delete', $file, false );
			return parent::delete( $file, $recursive, $type );
		}
		return $this->refuse( 'file_delete', $file );
	}

	/** @inheritDoc */
	public function touch( $file, $time = 0, $atime = 0 ) {
		return $this->refuse( 'file_write', $file );
	}

	/** @inheritDoc */
	public function mkdir( $path, $chmod = false, $chown = false, $chgrp = false ) {
		return $this->refuse( 'file_write', $path );
	}

	/** @inheritDoc */
	public function rmdir( $path, $recursive = false ) {
		return $this->refuse( 'file_delete', $path );
	}

	private function refuse( string $type, string $path ): bool {
		$this->note( $type, $path, true );
		return false;
	}

	private function note( string $type, string $path, bool $is_refused ): void {
		if ( null !== Refusing_Filesystem_Sink::$record ) {
			( Refusing_Filesystem_Sink::$record )( $type, array(
				'path'    => $path,
				'refused' => $is_refused,
			) );
		}
	}
}
