<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Oracles;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Choice;
use WP_Codebox\Fuzz\Oracles\Oracle_Panel;
use WP_Codebox\Fuzz\Oracles\Oracle_Registry;

require_once __DIR__ . '/Scene.php';

/**
 * Every oracle fires on what its fixture shows and is silent on the clean twin.
 */
final class Oracle_Fixtures_Test extends TestCase {

	/** @return iterable<string, array{string, int, bool}> */
	public static function scenes(): iterable {
		foreach ( (array) glob( __DIR__ . '/fixtures/*.php' ) as $file ) {
			foreach ( require $file as $kind => $scenes ) {
				foreach ( array_keys( $scenes ) as $at ) {
					yield basename( $file, '.php' ) . " $kind $at" => array( basename( $file, '.php' ), $at, 'fires' === $kind );
				}
			}
		}
	}

	#[DataProvider( 'scenes' )]
	public function test_an_oracle_fires_on_its_fixture_and_not_on_the_twin( string $id, int $at, bool $fires ): void {
		$scene    = ( require __DIR__ . "/fixtures/$id.php" )[ $fires ? 'fires' : 'silent' ][ $at ];
		$oracle   = ( new Oracle_Registry() )->all()[ $id ] ?? null;
		$findings = $oracle instanceof Oracle ? ( new Oracle_Panel( new Oracle_Choice( array( $oracle ) ) ) )->judge( $scene->fuzz_case(), $scene->observation(), $scene->context() ) : null;
		$this->assertIsArray( $findings, "$id is an oracle." );
		$this->assertSame( $fires, array() !== $findings, implode( "\n", array_map( static fn( Finding $finding ): string => $finding->message, $findings ) ) );
		foreach ( $findings as $finding ) {
			$this->assertSame( $id, $finding->oracle );
			$this->assertNotSame( '', $finding->message );
			$this->assertNotSame( '', $finding->shape );
			$this->assertSame( Scene::PLUGIN, $finding->location['file'] ?? null );
			$this->assertStringNotContainsString( Scene::MARKER, $finding->shape );
			$this->assertNotFalse( wp_json_encode( $finding->evidence ) );
		}
	}

	public function test_every_oracle_has_a_fixture_and_a_twin(): void {
		foreach ( ( new Oracle_Registry() )->all() as $id => $oracle ) {
			if ( $oracle instanceof Oracle ) {
				$this->assertFileExists( __DIR__ . "/fixtures/$id.php" );
				$fixture = require __DIR__ . "/fixtures/$id.php";
				$this->assertNotEmpty( $fixture['fires'], $id );
				$this->assertNotEmpty( $fixture['silent'], $id );
			}
		}
	}

	public function test_an_ordinary_answer_is_silent_for_every_oracle(): void {
		$panel = new Oracle_Panel( ( new Oracle_Registry() )->choose() );
		foreach ( array( 'anonymous', 'subscriber', 'administrator' ) as $role ) {
			$scene = Scene::rest( 'GET', array( 'search' => Scene::MARKER . "'" ) )->as_role( $role, 'anonymous' === $role ? 0 : 5 )
				->query( "SELECT ID FROM wp_posts WHERE post_title LIKE '%" . Scene::MARKER . "\\'%' LIMIT 0, 10", array( 'rows' => 1 ) )
				->answers( 200, array( array( 'id' => 1, 'title' => Scene::MARKER . "'" ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
			$this->assertSame( array(), $panel->judge( $scene->fuzz_case(), $scene->observation(), $scene->context() ) );
		}
	}
}
