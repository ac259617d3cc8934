<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Decoys;

use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * An inactive plugin that does nothing, for cases that delete one: WordPress really deletes it, and it is put back.
 * No other plugin is deleted, for its uninstall routine might take more with it than its own folder.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions -- Whether WP_Filesystem is refused is decided by who uses this.
 */
final class Sacrificial_Plugin implements Decoy {

	private const NAME = 'codebox-decoy-plugin';

	/** As the REST API names it. */
	public const ID = self::NAME . '/' . self::NAME;

	/** Whether a plugin can be put there. */
	public static function is_possible(): bool {
		return is_dir( WP_PLUGIN_DIR ) && wp_is_writable( WP_PLUGIN_DIR );
	}

	/** Absolute path of its folder, without a slash at its end. */
	public static function folder(): string {
		return WP_PLUGIN_DIR . '/' . self::NAME;
	}

	/**
	 * @param Fuzz_Case $fuzz_case What is about to run.
	 * @return string|null The plugin's one file when the case deletes this plugin and nothing else, and it is there.
	 */
	public static function content_for( Fuzz_Case $fuzz_case ): ?string {
		if ( 'rest' !== $fuzz_case->kind || 'DELETE' !== $fuzz_case->method() || '/wp/v2/plugins/' . self::ID !== rtrim( (string) ( $fuzz_case->input['path'] ?? $fuzz_case->entry ), '/' ) ) {
			return null;
		}
		clearstatcache();
		return is_file( self::file() ) && ! is_link( self::folder() ) ? (string) file_get_contents( self::file() ) : null;
	}

	/**
	 * @param string $content From content_for().
	 */
	public static function put_back( string $content ): void {
		clearstatcache();
		if ( ! is_file( self::file() ) && wp_mkdir_p( self::folder() ) ) {
			file_put_contents( self::file(), $content );
		}
	}

	public function kind(): string {
		return 'plugin';
	}

	public function minimum_role(): string {
		return 'administrator';
	}

	public function seed( string $marker ): array {
		$this->remove();
		self::put_back( "<?php\n/**\n * Plugin Name: WP Codebox decoy\n * Description: Does nothing; stands here while a fuzz run deletes plugins. $marker\n */\n" );
		wp_cache_delete( 'plugins', 'plugins' );
		return array(
			'id'    => self::ID,
			'owner' => 0,
		);
	}

	public function remove(): void {
		clearstatcache();
		if ( is_link( self::folder() ) || ! is_dir( self::folder() ) ) {
			return;
		}
		if ( is_file( self::file() ) ) {
			unlink( self::file() );
		}
		rmdir( self::folder() );
		wp_cache_delete( 'plugins', 'plugins' );
	}

	private static function file(): string {
		return self::folder() . '/' . self::NAME . '.php';
	}
}
