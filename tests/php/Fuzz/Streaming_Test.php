<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz;

use WP_Codebox\Fuzz\Run\Ndjson_Sink;
use WP_Codebox\Fuzz\Run\Status_Rule;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;
use WP_Codebox\Fuzz\Suite\Fuzz_Suite;
use WP_Codebox\Plugin;

final class Streaming_Test extends Suite_Test_Case {

	private function suite( int $count ): Fuzz_Suite {
		return new Fuzz_Suite(
			'stream',
			null,
			'auto',
			false,
			array(),
			static function () use ( $count ): iterable {
				for ( $index = 0; $index < $count; $index++ ) {
					yield new Fuzz_Case( "case $index", $index, 'rest', '/codebox-test/v1/tiny', array(
'path'   => '/codebox-test/v1/tiny',
'method' => 'GET',
) );
				}
			}
		);
	}

	public function test_cases_are_taken_and_written_one_by_one_and_memory_does_not_grow(): void {
		$this->add_route( '/tiny', static fn(): array => array() );
		$path   = (string) tempnam( get_temp_dir(), 'codebox' );
		$stream = fopen( $path, 'w' ); // phpcs:ignore WordPress.WP.AlternativeFunctions
		$this->afterwards( static fn() => unlink( $path ) );
		$memory = array();
		$result = Plugin::services()->fuzz()->runner()->run(
			$this->suite( 3000 ),
			new Ndjson_Sink( $stream ),
			static function ( $case_result ) use ( &$memory ): void {
				if ( in_array( $case_result->fuzz_case->index, array( 500, 2999 ), true ) ) {
					$memory[] = memory_get_usage();
				}
			}
		);
		fclose( $stream ); // phpcs:ignore WordPress.WP.AlternativeFunctions
		$lines = file( $path );
		self::assertCount( 3000, $lines );
		self::assertSame( 'case 2999', json_decode( $lines[2999], true )['id'] );
		self::assertSame( array(), $result['cases'] );
		self::assertSame( 3000, $result['summary']['passed'] );
		self::assertTrue( $result['success'] );
		self::assertLessThan( 262144, $memory[1] - $memory[0], 'Bytes that 2,500 cases left behind.' );
	}

	public function test_a_stream_that_takes_nothing_is_an_error(): void {
		$this->add_route( '/tiny', static fn(): array => array() );
		$this->expectException( \RuntimeException::class );
		$stream = fopen( 'php://memory', 'r' ); // phpcs:ignore WordPress.WP.AlternativeFunctions
		Plugin::services()->fuzz()->runner()->run( $this->suite( 1 ), new Ndjson_Sink( $stream ) );
	}

	public function test_the_status_rule(): void {
		self::assertSame( 'skipped', Status_Rule::of( array() ) );
		self::assertSame( 'passed', Status_Rule::of( array(), true ) );
		self::assertSame( 'passed', Status_Rule::of( array( 'passed' => 2 ) ) );
		self::assertSame( 'skipped', Status_Rule::of( array(
'passed'  => 9,
'skipped' => 1,
) ) );
		self::assertSame( 'failed', Status_Rule::of( array(
'passed'  => 9,
'skipped' => 1,
'failed'  => 1,
) ) );
		self::assertSame( 'error', Status_Rule::of( array(
'failed' => 1,
'error'  => 1,
) ) );
	}
}
