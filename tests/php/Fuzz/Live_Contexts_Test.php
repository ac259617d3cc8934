<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Fuzz\Findings\Live_Contexts;
use WP_Codebox\Fuzz\Inventory\Code_Under_Test;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Site_Facts;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * What is known of a target: also of one whose callback never came back, and of fields that were added to it.
 */
final class Live_Contexts_Test extends TestCase {

	private const ROUTE = '/wp/v2/users/(?P<id>[\d]+)';

	public function tearDown(): void {
		unset( $GLOBALS['wp_rest_additional_fields']['user']['codebox_test'] );
	}

	public function test_a_case_that_ended_its_process_is_judged_by_the_route_that_was_called(): void {
		$exited        = new Observation();
		$exited->ended = Observation::EXITED;
		self::assertSame( self::ROUTE, $this->context( $exited )->endpoint['route'] ?? null );
		self::assertNull( $this->context( new Observation() )->endpoint, 'An answer without a route is of no route.' );
	}

	public function test_the_callbacks_of_added_fields_are_known(): void {
		register_rest_field( 'user', 'codebox_test', array( 'get_callback' => static fn(): string => 'x' ) );
		$seen        = new Observation();
		$seen->route = self::ROUTE;
		self::assertContains( array( __FILE__, __LINE__ - 3 ), array_map( 'array_values', $this->context( $seen )->endpoint['fields'] ?? array() ) );
	}

	private function context( Observation $observation ): Oracle_Context {
		$fuzz_case = Fuzz_Case::from_array(
			array(
				'id'    => 'c1',
				'index' => 0,
				'kind'  => 'rest',
				'entry' => self::ROUTE,
				'input' => array(
					'method' => 'GET',
					'path'   => '/wp/v2/users/1',
				),
				'role'  => 'anonymous',
			)
		);
		return ( new Live_Contexts( Site_Facts::of_this_site() ) )->of( $fuzz_case, $observation, Code_Under_Test::everything(), array() );
	}
}
