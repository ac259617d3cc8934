<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Guards;

use WP_Codebox\Fuzz\Decoys\Sacrificial_Plugin;
use WP_Codebox\Fuzz\Envelope\Hooked_Guard;
use WP_Codebox\Fuzz\Run\Frames;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Keeps files where they are: no updates and installs, no deletion through WordPress, uploads into scratch.
 *
 * What raw PHP functions write is found by Content_Digest. A case that deletes the Sacrificial_Plugin is let through to
 * the code of WordPress that does it, and the plugin is put back.
 */
final class File_Guard implements Hooked_Guard {

	private ?Observation $observation = null;
	private string $scratch           = '';
	private bool $is_used             = false;

	/** What the plugin consists of that the case may delete. */
	private ?string $sacrifice = null;

	public function hooks(): array {
		return array(
			'file_mod_allowed'               => array( 'file_mod_allowed', 1 ),
			'wp_delete_file'                 => array( 'delete', 1 ),
			'upload_dir'                     => array( 'redirect_uploads', 1 ),
			'filesystem_method'              => array( 'filesystem_method', 1 ),
			'request_filesystem_credentials' => array( 'credentials', 1 ),
		);
	}

	public function open( Fuzz_Case $fuzz_case, Observation $observation ): void {
		$this->observation = $observation;
		$this->is_used     = false;
		$this->sacrifice   = Sacrificial_Plugin::content_for( $fuzz_case );
		if ( is_object( $GLOBALS['wp_filesystem'] ?? null ) ) {
			Refusing_Filesystem::load();
			$GLOBALS['wp_filesystem'] = new Refusing_Filesystem(); // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- Globals_Guard puts it back.
		}
		Refusing_Filesystem_Sink::$record    = $this->note( ... );
		Refusing_Filesystem_Sink::$deletable = null === $this->sacrifice ? null : Sacrificial_Plugin::folder();
	}

	/**
	 * @param mixed $file Path to delete.
	 * @return mixed The path when the case made the file; else an empty string, so that nothing is deleted.
	 */
	public function delete( mixed $file ): mixed {
		if ( null === $this->observation || ( is_string( $file ) && $this->is_own( $file ) ) ) {
			return $file;
		}
		$this->note( 'file_delete', array( 'path' => (string) $file ) );
		return '';
	}

	/** Whether the case made the file itself; what is not in scratch was meant for the site's own uploads. */
	private function is_own( string $file ): bool {
		return '' !== $this->scratch && str_starts_with( wp_normalize_path( $file ), $this->scratch . '/' ) && ! str_contains( $file, '..' ) && is_file( $file );
	}

	/**
	 * @param array<string, mixed> $uploads See wp_upload_dir().
	 * @return array<string, mixed> The same below scratch.
	 */
	public function redirect_uploads( array $uploads ): array {
		if ( null === $this->observation ) {
			return $uploads;
		}
		if ( '' === $this->scratch ) {
			$this->scratch = wp_normalize_path( untrailingslashit( get_temp_dir() ) ) . '/wp-codebox-uploads-' . bin2hex( random_bytes( 6 ) );
		}
		$this->is_used      = true;
		$uploads['basedir'] = $this->scratch;
		$uploads['path']    = $this->scratch . $uploads['subdir'];
		// WordPress remembers that it made the folder; the case before took it away.
		wp_mkdir_p( $uploads['path'] );
		return $uploads;
	}

	public function file_mod_allowed( mixed $is_allowed ): mixed {
		return null === $this->observation || null !== $this->sacrifice ? $is_allowed : false;
	}

	/** WordPress asks for a password where its file system is not the direct one. */
	public function credentials( mixed $credentials ): mixed {
		return null === $this->observation || null === $this->sacrifice ? $credentials : array( 'method' => Refusing_Filesystem::METHOD );
	}

	/** WordPress makes its file system object from this. */
	public function filesystem_method( mixed $method ): mixed {
		if ( null === $this->observation ) {
			return $method;
		}
		Refusing_Filesystem::load();
		return Refusing_Filesystem::METHOD;
	}

	public function close(): void {
		if ( $this->is_used && is_dir( $this->scratch ) ) {
			$this->clear_scratch();
		}
		if ( null !== $this->sacrifice ) {
			Sacrificial_Plugin::put_back( $this->sacrifice );
		}
		$this->observation                   = null;
		$this->sacrifice                     = null;
		Refusing_Filesystem_Sink::$record    = null;
		Refusing_Filesystem_Sink::$deletable = null;
	}

	private function clear_scratch(): void {
		$entries = new \RecursiveIteratorIterator( new \RecursiveDirectoryIterator( $this->scratch, \FilesystemIterator::SKIP_DOTS ), \RecursiveIteratorIterator::CHILD_FIRST );
		foreach ( $entries as $entry ) {
			if ( $entry->isDir() && ! $entry->isLink() ) {
				rmdir( $entry->getPathname() );
				continue;
			}
			$this->observation?->record( 'upload', array( 'path' => substr( $entry->getPathname(), strlen( $this->scratch ) + 1 ) ) );
			unlink( $entry->getPathname() );
		}
		rmdir( $this->scratch );
	}

	/**
	 * @param string               $type Event type.
	 * @param array<string, mixed> $data JSON values.
	 */
	private function note( string $type, array $data ): void {
		$this->observation?->record( $type, $data + array( 'refused' => true ), Frames::here() );
	}
}
