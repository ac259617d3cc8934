<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Oracles;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Fuzz\Findings\Finding_Collector;
use WP_Codebox\Fuzz\Findings\Ranking;
use WP_Codebox\Fuzz\Oracles\Oracle_Panel;
use WP_Codebox\Fuzz\Oracles\Oracle_Registry;
use WP_Codebox\Fuzz\Run\Observation;

require_once __DIR__ . '/Scene.php';

/**
 * What may be said of a finding: environment, attribution, ranking, each once.
 */
final class Panel_And_Findings_Test extends TestCase {

	public function test_core_is_never_the_owner_when_a_plugin_is_under_test(): void {
		$thrown = array(
			'ended'     => Observation::THREW,
			'throwable' => array(
				'class'   => 'TypeError',
				'message' => 'Illegal offset type',
				'frames'  => Scene::frames( Scene::CORE ),
			),
		);
		$core   = Scene::rest()->seen( $thrown )->known(
			array(
				'endpoint' => Scene::endpoint(
					array(
						'callback' => array(
							'file' => Scene::CORE,
							'line' => 5,
						),
					)
				),
			)
		);
		$this->assertSame( array(), $this->panel()->judge( $core->fuzz_case(), $core->observation(), $core->context() ) );
		$own = Scene::rest()->seen( $thrown );
		$this->assertSame( array( Scene::PLUGIN, 10 ), array_values( array_slice( $this->panel()->judge( $own->fuzz_case(), $own->observation(), $own->context() )[0]->location ?? array(), 0, 2 ) ), 'Else the definition of the callback.' );
	}

	public function test_what_a_route_of_core_gives_away_is_told_of_the_plugin_that_adds_fields_to_it(): void {
		$of_core = array(
			'callback' => array(
				'file' => Scene::CORE,
				'line' => 5,
			),
		);
		$field   = array(
			'fields' => array(
				array(
					'file' => Scene::PLUGIN,
					'line' => 44,
				),
			),
		);
		$leak    = Scene::rest()->answers( 200, array( 'shop' => array( 'email' => 'admin@shop.example' ) ) );
		$panel   = new Oracle_Panel( ( new Oracle_Registry() )->choose( array( 'disclosure', 'access.anonymous-write' ) ) );
		$judged  = static fn( Scene $scene ): array => array_map( static fn( $finding ): array => array( $finding->oracle, $finding->location['line'] ?? null ), $panel->judge( $scene->fuzz_case(), $scene->observation(), $scene->context() ) );
		$this->assertSame( array(), $judged( $leak->known( array( 'endpoint' => Scene::endpoint( $of_core ) ) ) ) );
		$this->assertSame( array( array( 'disclosure.email', 44 ) ), $judged( $leak->known( array( 'endpoint' => Scene::endpoint( $of_core + $field ) ) ) ) );
		$written = Scene::rest( 'POST' )->query( 'INSERT INTO wp_posts (post_title) VALUES ("x")', array( 'frames' => Scene::frames( Scene::CORE ) ) );
		$this->assertSame( array(), $judged( $written->known( array( 'endpoint' => Scene::endpoint( $of_core + $field ) ) ) ), 'What core writes is no business of a field.' );
	}

	public function test_the_first_frame_inside_the_code_under_test_owns(): void {
		$thrown = Scene::rest()->seen(
			array(
				'ended'     => Observation::THREW,
				'throwable' => array(
					'class'   => 'TypeError',
					'message' => 'x',
					'frames'  => Scene::frames( Scene::CORE, Scene::PLUGIN, '/site/wp-content/plugins/shop/other.php' ),
				),
			)
		);
		$this->assertSame( Scene::PLUGIN, $this->panel()->judge( $thrown->fuzz_case(), $thrown->observation(), $thrown->context() )[0]->location['file'] ?? null );
	}

	public function test_a_case_that_did_not_run_is_not_judged(): void {
		foreach ( array( Observation::SKIPPED, Observation::INVALID, Observation::UNREACHABLE ) as $ended ) {
			$scene = Scene::rest()->complains( 'warning', 'x' )->seen( array( 'ended' => $ended ) );
			$this->assertSame( array(), $this->panel()->judge( $scene->fuzz_case(), $scene->observation(), $scene->context() ) );
		}
	}

	public function test_proof_comes_before_error_before_contract_and_anonymous_before_subscriber(): void {
		$record = static fn( string $name, string $oracle, bool $proof, string $role, string $severity = 'medium' ): array => array(
			'fingerprint' => $name,
			'oracle'      => $oracle,
			'severity'    => $severity,
			'proof'       => $proof,
			'replay'      => array( 'role' => $role ),
		);
		$sorted = Ranking::sorted( array( $record( 'f', 'contract.stray-output', false, 'anonymous', 'high' ), $record( 'd', 'crash.throwable', false, 'subscriber' ), $record( 'b', 'injection.sql', true, 'subscriber' ), $record( 'c', 'injection.sql', true, 'editor' ), $record( 'e', 'crash.throwable', false, 'editor' ), $record( 'a', 'injection.sql', true, 'anonymous' ) ) );
		$this->assertSame( 'abcdef', implode( '', array_column( $sorted, 'fingerprint' ) ) );
	}

	public function test_a_defect_is_kept_once_with_its_first_case_and_all_roles(): void {
		$collector = new Finding_Collector();
		$record    = static fn( string $role ): array => array(
			'fingerprint' => 'one',
			'oracle'      => 'crash.throwable',
			'severity'    => 'high',
			'replay'      => array( 'role' => $role ),
		);
		$this->assertTrue( $collector->add( $record( 'subscriber' ) ) );
		$this->assertFalse( $collector->add( $record( 'anonymous' ) ) );
		$this->assertFalse( $collector->add( $record( 'anonymous' ) ) );
		$kept = $collector->ranked();
		$this->assertCount( 1, $kept );
		$this->assertSame( array( 3, array( 'subscriber', 'anonymous' ), 'subscriber' ), array( $kept[0]['count'], $kept[0]['roles'], $kept[0]['replay']['role'] ) );
	}

	private function panel(): Oracle_Panel {
		return new Oracle_Panel( ( new Oracle_Registry() )->choose( array( 'crash' ) ) );
	}
}
