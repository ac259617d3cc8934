<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz;

/**
 * Puts the fixture plugin `killers` on the site and takes it off again; says what must become of each case.
 */
final class Killers {

	private const PLUGIN = 'codebox-killers/killers.php';

	public static function activate(): void {
		$link = WP_PLUGIN_DIR . '/codebox-killers';
		if ( ! file_exists( $link ) ) {
			symlink( dirname( __DIR__, 2 ) . '/fixtures/plugins/killers', $link );
		}
		wp_cache_delete( 'plugins', 'plugins' );
		activate_plugin( self::PLUGIN, '', is_multisite() );
		wp_set_current_user( 0 );
	}

	public static function deactivate(): void {
		deactivate_plugins( self::PLUGIN, true, is_multisite() );
		unlink( WP_PLUGIN_DIR . '/codebox-killers' );
		wp_cache_delete( 'plugins', 'plugins' );
	}

	/** @return array<string, string> Observation::$ended by route, native; `returned` stands for a case that did not die. */
	public static function endings(): array {
		return array(
			'exit'          => 'exited',
			'exit-message'  => 'exited',
			'die-in-hook'   => 'exited',
			'wp-die'        => 'exited',
			'uncaught'      => 'threw',
			'fatal'         => 'fatal',
			'memory'        => 'memory',
			'loop'          => 'timeout',
			'loop-stubborn' => 'timeout',
			'recursion'     => 'fatal|memory',
			'segfault'      => 'fatal',
			'ob'            => 'returned',
			'user'          => 'returned',
			'drop'          => 'returned',
			'commit'        => 'returned',
			'files'         => 'returned',
			'hooks'         => 'returned',
			'chdir'         => 'returned',
		);
	}
}
