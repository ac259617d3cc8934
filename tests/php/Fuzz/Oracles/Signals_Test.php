<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Oracles;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Registry;
use WP_Codebox\Fuzz\Oracles\Signals;

require_once __DIR__ . '/Scene.php';

/**
 * What an oracle says it judges by hides nothing: over every fixture of every oracle, an oracle that is not asked would
 * not have said anything.
 */
final class Signals_Test extends TestCase {

	public function test_an_oracle_that_is_not_asked_has_nothing_to_say(): void {
		$oracles = array_filter( ( new Oracle_Registry() )->all(), static fn( $oracle ): bool => $oracle instanceof Oracle );
		$silent  = 0;
		foreach ( (array) glob( __DIR__ . '/fixtures/*.php' ) as $file ) {
			foreach ( array_merge( ...array_values( require $file ) ) as $scene ) {
				$signals = Signals::of( $scene->fuzz_case(), $scene->observation(), $scene->context() );
				foreach ( $oracles as $id => $oracle ) {
					if ( $oracle instanceof Declared_Oracle && 0 === ( $oracle->signals() & $signals ) ) {
						++$silent;
						$said = array();
						foreach ( $oracle->judge( $scene->fuzz_case(), $scene->observation(), $scene->context() ) as $finding ) {
							$said[] = $finding->message;
						}
						self::assertSame( array(), $said, "$id on a scene of " . basename( $file ) );
					}
				}
			}
		}
		self::assertGreaterThan( 1000, $silent );
	}

	public function test_a_plain_read_asks_few_oracles(): void {
		$scene   = Scene::rest()->answers( 200, array( array( 'id' => 1 ) ) );
		$signals = Signals::of( $scene->fuzz_case(), $scene->observation(), $scene->context() );
		self::assertSame( 0, $signals & ~( Signals::ALWAYS | Signals::MARKERS ) );
	}
}
