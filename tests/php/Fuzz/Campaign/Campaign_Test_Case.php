<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Campaign;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Tests\Surfaces\Wp_Cli;

/**
 * A campaign on the site of the tests, by real WP-CLI; the plugin under test is linked in for one class.
 */
abstract class Campaign_Test_Case extends TestCase {

	/** Long enough for a loaded machine: the tests bound a campaign by its number of cases. */
	protected const TIME = '--time=900';

	/** @var list<string> Plugin folders that this class linked into the site. */
	private static array $linked = array();

	public static function tearDownAfterClass(): void {
		foreach ( self::$linked as $slug ) {
			self::wp( 'plugin', 'deactivate', $slug );
			unlink( WP_PLUGIN_DIR . "/$slug" ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- A link of ours.
		}
		self::$linked = array();
	}

	/**
	 * @param string $folder Of a plugin, outside the site.
	 */
	protected static function use_plugin( string $folder ): void {
		$slug = basename( $folder );
		if ( ! in_array( $slug, self::$linked, true ) ) {
			symlink( $folder, WP_PLUGIN_DIR . "/$slug" );
			self::$linked[] = $slug;
			$active         = self::wp( 'plugin', 'activate', $slug );
			self::assertSame( 0, $active['status'], $active['error'] );
		}
	}

	/** The example plugin with its planted defects. */
	protected static function use_buggy_plugin(): void {
		self::use_plugin( dirname( __DIR__, 4 ) . '/examples/buggy-plugin' );
	}

	/** Whether this is the site that takes the long campaigns: one database and one kind of site are enough for them. */
	protected static function is_plain_sqlite(): bool {
		return defined( 'FQDB' ) && ! is_multisite();
	}

	/**
	 * @param string ...$arguments After `wp`.
	 * @return array{status: int, out: string, error: string}
	 */
	protected static function wp( string ...$arguments ): array {
		return Wp_Cli::run( array_values( $arguments ) );
	}

	/**
	 * @param string ...$flags Of `wp codebox fuzz`.
	 * @return array The result document.
	 */
	protected static function fuzz( string ...$flags ): array {
		$ran    = self::wp( 'codebox', 'fuzz', '--format=json', self::TIME, ...$flags );
		$result = json_decode( $ran['out'], true );
		self::assertIsArray( $result, $ran['out'] . $ran['error'] );
		self::assertSame( 'wp-codebox/fuzz-suite-result/v1', $result['schema'], $ran['out'] . $ran['error'] );
		self::assertContains( $ran['status'], array( 0, 1 ), $ran['error'] );
		return $result;
	}

	/**
	 * @param list<array> $findings Of a result.
	 * @return list<string> For a person.
	 */
	protected static function named( array $findings ): array {
		return array_map( static fn( array $finding ): string => "{$finding['fingerprint']} {$finding['oracle']} {$finding['target']['id']} {$finding['confirmation']}: {$finding['message']} " . wp_json_encode( $finding['location'] ?? null ), $findings );
	}
}
