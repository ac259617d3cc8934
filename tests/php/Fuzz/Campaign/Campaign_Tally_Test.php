<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Campaign;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Fuzz\Campaign\Campaign_Tally;
use WP_Codebox\Fuzz\Campaign\Case_Outcome;
use WP_Codebox\Fuzz\Findings\Finding_Collector;
use WP_Codebox\Tests\Fuzz\Oracles\Scene;

require_once dirname( __DIR__ ) . '/Oracles/Scene.php';

final class Campaign_Tally_Test extends TestCase {

	public function test_what_the_environment_took_is_said_once_with_the_number_of_cases(): void {
		$tally = new Campaign_Tally( new Finding_Collector() );
		$scene = Scene::rest()->query( 'SELECT a FROM `wp_shop`', array( 'error' => "Table 'wp.wp_shop' doesn't exist" ) );
		foreach ( array( $scene, $scene, Scene::rest()->event( 'statement_refused', array( 'verb' => 'CREATE', 'table' => 'wp_shop' ) ), Scene::rest() ) as $one ) { // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
			$tally->count( new Case_Outcome( $one->fuzz_case(), 'passed', array(), array(), $one->observation() ) );
		}
		$this->assertSame(
			array( "Not judged for it: 2 cases. Table 'wp.wp_shop' doesn't exist", 'Not judged for it: 1 cases. The envelope refused CREATE wp_shop.' ),
			array_column( $tally->environment(), 'message' )
		);
	}
}
