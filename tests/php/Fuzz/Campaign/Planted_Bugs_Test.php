<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Campaign;

/**
 * The example plugin: its planted bugs are found, its twins are not, and the site is as it was afterwards.
 */
final class Planted_Bugs_Test extends Campaign_Test_Case {

	public static function setUpBeforeClass(): void {
		self::use_buggy_plugin();
	}

	public function test_most_planted_bugs_are_found_and_the_site_is_as_it_was(): void {
		// Readiness changes a site for testing on purpose, once.
		self::fuzz( '--namespace=buggy', '--allow-mutations', '--cases=7' );
		$before = Site_Digest::take();
		$result = self::fuzz( '--namespace=buggy', '--allow-mutations', ...self::flags() );
		$this->assertSame( $before, Site_Digest::take() );
		$this->assertTrue( $result['coverageSummary']['reached'] > 50, wp_json_encode( $result['coverageSummary'] ) );

		// Time may have been taken by another program; everything else has to show again.
		$lost = array_filter( $result['findings'], static fn( array $finding ): bool => 'not-reproduced' === $finding['confirmation'] && 'cost.slow' !== $finding['oracle'] );
		$this->assertSame( array(), self::named( $lost ) );

		$found = array();
		foreach ( self::planted() as $bug => list( $target, $oracles ) ) {
			foreach ( $result['findings'] as $finding ) {
				if ( in_array( $finding['oracle'], $oracles, true ) && 1 === preg_match( $target, $finding['target']['id'] ) ) {
					$found[ $bug ] = true;
				}
			}
		}
		// 27 of 30, as the plugin has more.
		$least = self::is_plain_sqlite() ? 0.9 * count( self::planted() ) : 27;
		$this->assertGreaterThanOrEqual( $least, count( $found ), 'Missed: ' . implode( ' ', array_keys( array_diff_key( self::planted(), $found ) ) ) );
	}

	public function test_the_clean_twins_are_silent(): void {
		$result = self::fuzz( '--namespace=buggy-clean', '--allow-mutations', ...self::flags() );
		$this->assertSame( array(), self::named( $result['findings'] ) );
		$this->assertTrue( $result['coverageSummary']['reached'] > 50, wp_json_encode( $result['coverageSummary'] ) );
	}

	/** @return list<string> Flags: enough cases, not time, on the site that takes the long campaigns to come by every target with the values that tell most. */
	private static function flags(): array {
		return array( '--roles=anonymous,subscriber,administrator', self::is_plain_sqlite() ? '--cases=1700' : '--cases=420' );
	}

	/**
	 * @return array<string, array{0: string, 1: list<string>}> Bug → pattern of its target and the oracles that may say so; from the table of the plugin.
	 */
	private static function planted(): array {
		$planted = array();
		$readme  = (string) file_get_contents( dirname( __DIR__, 4 ) . '/examples/buggy-plugin/README.md' ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- A local file.
		preg_match_all( '/^\| (B\d+) \| `([^`]+)` \| [^|]+ \| ([^|]+) \|/m', $readme, $rows, PREG_SET_ORDER );
		foreach ( $rows as list( , $bug, $target, $oracles ) ) {
			preg_match_all( '/`([^`]+)`/', $oracles, $names );
			$literal         = str_replace( ' /', ' /buggy/v1/', $target );
			$planted[ $bug ] = array( '~^' . str_replace( '\{id\}', '\([^/]+\)', preg_quote( $literal, '~' ) ) . '$~', $names[1] );
		}
		self::assertGreaterThanOrEqual( 30, count( $planted ) );
		return $planted;
	}
}
