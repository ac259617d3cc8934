<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Envelope;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Fuzz\Envelope\Isolating_Envelope;
use WP_Codebox\Tests\Surfaces\Wp_Cli;

/**
 * A site with an object cache that outlives the request: visitors must not see what a case wrote and was rolled back.
 */
final class PersistentObjectCacheTest extends TestCase {

	private const DROP_IN = WP_CONTENT_DIR . '/object-cache.php';
	private const DUMP    = WP_CONTENT_DIR . '/object-cache.dump';

	protected function tearDown(): void {
		array_map( 'unlink', array_filter( array( self::DROP_IN, self::DUMP ), 'is_file' ) );
	}

	public function test_the_cache_is_swapped_for_one_in_memory_and_takes_nothing_of_a_case(): void {
		$case_result = $this->title_is_changed_with( 'global.php' );
		self::assertSame( 'passed', $case_result['status'], (string) wp_json_encode( $case_result ) );
		$persisted = (string) file_get_contents( self::DUMP );
		self::assertStringContainsString( 'siteurl', $persisted, 'It is used.' );
		self::assertStringNotContainsString( 'Only for a case', $persisted );
	}

	public function test_a_cache_that_cannot_be_swapped_refuses_all_writing(): void {
		$case_result = $this->title_is_changed_with( 'hidden.php' );
		self::assertSame( array( 'skipped', Isolating_Envelope::ROLLBACK_UNAVAILABLE ), array( $case_result['status'], $case_result['skipReason'] ) );
	}

	/** @param string $drop_in File of the fixtures. */
	private function title_is_changed_with( string $drop_in ): array {
		copy( dirname( __DIR__, 3 ) . '/fixtures/object-caches/' . $drop_in, self::DROP_IN );
		$suite = array(
			'id'                       => 'object-cache',
			'restMutationFixtureOptIn' => array(
				'schema'  => 'wp-codebox/rest-mutation-fixture-opt-in/v1',
				'id'      => 'settings',
				'route'   => '',
				'methods' => array( 'POST' ),
			),
			'cases'                    => array(
				array(
					'id'     => 'title',
					'target' => array(
						'kind' => 'rest',
						'id'   => '/wp/v2/settings',
					),
					'role'   => 'administrator',
					'input'  => array(
						'method' => 'POST',
						'body'   => array( 'title' => 'Only for a case' ),
					),
					'expect' => array( 'body' => array( 'title' => 'Only for a case' ) ),
				),
			),
		);
		$ran   = Wp_Cli::run( array( 'codebox', 'run-fuzz-suite', '--input-json=' . wp_json_encode( $suite ) ) );
		return json_decode( $ran['out'], true )['cases'][0] ?? array( $ran );
	}
}
