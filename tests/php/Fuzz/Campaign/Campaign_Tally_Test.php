<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Campaign;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Fuzz\Campaign\Campaign_Tally;
use WP_Codebox\Fuzz\Campaign\Case_Outcome;
use WP_Codebox\Fuzz\Findings\Finding_Collector;
use WP_Codebox\Fuzz\Inventory\Code_Under_Test;
use WP_Codebox\Fuzz\Inventory\Inventory;
use WP_Codebox\Fuzz\Inventory\Rest_Endpoint;
use WP_Codebox\Fuzz\Inventory\Row_Pool;
use WP_Codebox\Tests\Fuzz\Oracles\Scene;

require_once dirname( __DIR__ ) . '/Oracles/Scene.php';

final class Campaign_Tally_Test extends TestCase {

	public function test_what_the_environment_took_is_said_once_with_the_number_of_cases(): void {
		$tally = self::tally();
		$scene = Scene::rest()->query( 'SELECT a FROM `wp_shop`', array( 'error' => "Table 'wp.wp_shop' doesn't exist" ) );
		foreach ( array( $scene, $scene, Scene::rest()->event( 'statement_refused', array( 'verb' => 'CREATE', 'table' => 'wp_shop' ) ), Scene::rest() ) as $one ) { // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
			$tally->count( new Case_Outcome( $one->fuzz_case(), 'passed', array(), array(), $one->observation() ) );
		}
		$this->assertSame(
			array( "Not judged for it: 2 cases. Table 'wp.wp_shop' doesn't exist", 'Not judged for it: 1 cases. The envelope refused CREATE wp_shop.' ),
			array_column( $tally->environment(), 'message' )
		);
	}

	public function test_an_endpoint_of_several_methods_is_reached_once_and_what_is_no_target_never(): void {
		$tally = self::tally( self::endpoint( 'POST', 'PUT', 'PATCH' ), self::endpoint( 'GET' ) );
		$this->assertSame( array( 0, 2 ), array( $tally->reached(), $tally->coverage()['untested'] ) );
		foreach ( array( 'POST', 'PATCH', 'OPTIONS' ) as $method ) {
			$scene = Scene::rest( $method );
			$tally->count( new Case_Outcome( $scene->fuzz_case(), 'passed', array(), array(), $scene->observation() ) );
		}
		$this->assertSame( array( 1, 1 ), array( $tally->reached(), $tally->coverage()['untested'] ) );
		$this->assertSame( 2, $tally->coverage()['discovered'] );
	}

	private static function tally( Rest_Endpoint ...$endpoints ): Campaign_Tally {
		return new Campaign_Tally( new Finding_Collector(), new Inventory( Code_Under_Test::everything(), $endpoints, array(), array( 'anonymous' ), array(), new Row_Pool( array() ) ) );
	}

	private static function endpoint( string ...$methods ): Rest_Endpoint {
		return new Rest_Endpoint( '/shop/v1/items', 0, 'shop/v1', $methods, array(), Rest_Endpoint::PERMISSION_PUBLIC, array(), array(), array() );
	}
}
