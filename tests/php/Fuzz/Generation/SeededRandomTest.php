<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Generation;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Fuzz\Generation\Marker;
use WP_Codebox\Fuzz\Generation\Seeded_Random;

final class SeededRandomTest extends TestCase {

	public function test_the_recorded_numbers_come_again(): void {
		$vector = wp_json_file_decode( __DIR__ . '/../../../vectors/fuzz/seeded-random.json', array( 'associative' => true ) );
		foreach ( $vector['sequences'] as $sequence ) {
			$random = new Seeded_Random( ...$sequence['parts'] );
			$this->assertSame( $sequence['numbers'], array_map( static fn( int $count ): int => $random->below( $count ), $sequence['bounds'] ) );
		}
	}

	public function test_every_number_below_the_bound_comes_about_as_often(): void {
		$random = new Seeded_Random( 'even' );
		$counts = array_fill( 0, 7, 0 );
		for ( $draw = 0; $draw < 70000; $draw++ ) {
			++$counts[ $random->below( 7 ) ];
		}
		$this->assertGreaterThan( 9500, min( $counts ) );
		$this->assertLessThan( 10500, max( $counts ) );
	}

	public function test_shuffle_keeps_the_values(): void {
		$shuffled = ( new Seeded_Random( 's' ) )->shuffle( range( 1, 50 ) );
		$this->assertNotSame( range( 1, 50 ), $shuffled );
		sort( $shuffled );
		$this->assertSame( range( 1, 50 ), $shuffled );
	}

	public function test_markers_are_equally_long_and_differ(): void {
		$this->assertSame( 'wpcbx000000q', Marker::of_case( 0 ) );
		$this->assertSame( 'wpcbx0000zzq', Marker::of_case( 36 * 36 - 1 ) );
		$this->assertSame( 12, strlen( Marker::of_case( 2000000000 ) ) );
	}
}
