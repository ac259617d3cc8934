<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Oracles;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Choice;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Oracle_Panel;
use WP_Codebox\Fuzz\Oracles\Oracle_Registry;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;
use WP_Codebox_API;

require_once __DIR__ . '/Scene.php';

final class Oracle_Registry_Test extends TestCase {

	public function test_every_group_has_oracles_and_each_explains_itself(): void {
		$groups = array();
		$page   = (string) file_get_contents( dirname( __DIR__, 4 ) . '/docs/oracles.md' ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- A file of the repository.
		foreach ( ( new Oracle_Registry() )->all() as $id => $oracle ) {
			$groups[ strtok( $id, '.' ) ] = true;
			$this->assertSame( $id, $oracle->id() );
			$this->assertGreaterThan( 50, strlen( $oracle->explanation() ), $id );
			$this->assertContains( $oracle->severity(), Oracle_Registry::severities() );
			$this->assertStringContainsString( "### $id\n\n", $page, "docs/oracles.md has a section on $id." );
			$this->assertStringContainsString( $oracle->explanation(), $page, "docs/oracles.md explains $id." );
		}
		$this->assertSame( Oracle_Registry::groups(), array_keys( $groups ) );
	}

	public function test_the_page_names_the_oracles_that_are_listed_and_their_severities(): void {
		preg_match_all( '/^### ([a-z-]+\.[a-z-]+)\n\n[^\n]+\n\nSeverity: (\w+)\./m', (string) file_get_contents( dirname( __DIR__, 4 ) . '/docs/oracles.md' ), $sections ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- A file of the repository.
		$documented = array_combine( $sections[1], $sections[2] );
		$severities = array_map( static fn( $oracle ): string => $oracle->severity(), ( new Oracle_Registry() )->all() );
		ksort( $documented );
		ksort( $severities );
		$this->assertSame( $severities, $documented );
	}

	public function test_a_suite_chooses_by_id_and_by_group_and_leaves_out(): void {
		$registry = new Oracle_Registry();
		$this->assertSame( array( 'injection.sql' ), $this->ids( $registry->choose( array( 'injection.sql' ) ) ) );
		$this->assertNotContains( 'cost.slow', $this->ids( $registry->choose( array( '-cost.slow' ) ) ) );
		$this->assertContains( 'cost.unbounded', $this->ids( $registry->choose( array( '-cost.slow' ) ) ) );
		$this->assertSame( array(), array_diff( $this->ids( $registry->choose( array( 'crash', '-crash.exit' ) ) ), array( 'crash.database-error', 'crash.doing-it-wrong', 'crash.fatal', 'crash.memory', 'crash.php-error', 'crash.server-error', 'crash.throwable', 'crash.timeout' ) ) );
		$this->assertCount( count( $registry->all() ), $this->ids( $registry->choose() ) );
	}

	public function test_an_unknown_oracle_or_severity_is_refused_by_name(): void {
		$unknown = ( new Oracle_Registry() )->choose( array( 'injection.nosql' ) );
		$this->assertWPErrorWith( 'wp_codebox_fuzz_oracle_unknown', 'injection.nosql', $unknown );
		$this->assertWPErrorWith( 'wp_codebox_fuzz_oracle_unknown', 'taste', ( new Oracle_Registry() )->choose( null, array( 'taste' => 'high' ) ) );
		$this->assertWPErrorWith( 'wp_codebox_fuzz_severity_unknown', 'critical', ( new Oracle_Registry() )->choose( null, array( 'crash' => 'critical' ) ) );
	}

	public function test_a_suite_overrides_severities_an_id_before_its_group(): void {
		$scene = Scene::rest()->seen( array( 'ended' => Observation::TIMEOUT ) );
		foreach ( array( array( array( 'crash' => 'info' ), 'info' ), array( array( 'crash' => 'info', 'crash.timeout' => 'low' ), 'low' ), array( array(), 'high' ) ) as list( $severities, $expected ) ) { // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
			$panel = new Oracle_Panel( ( new Oracle_Registry() )->choose( array( 'crash' ), $severities ) );
			$this->assertSame( $expected, $panel->judge( $scene->fuzz_case(), $scene->observation(), $scene->context() )[0]->severity );
		}
	}

	public function test_another_plugin_adds_an_oracle_by_filter(): void {
		$added = static function ( array $oracles ): array {
			$oracles[] = new class() extends Declared_Oracle implements Oracle {
				protected const ID          = 'contract.teapot';
				protected const SEVERITY    = Finding::INFO;
				protected const EXPLANATION = 'Fires on 418.';

				public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
					if ( 418 === $observation->status ) {
						yield $this->finding( 'A teapot.', 'teapot' );
					}
				}
			};
			return $oracles;
		};
		add_filter( 'wp_codebox_fuzz_oracles', $added );
		try {
			$registry = new Oracle_Registry();
			$scene    = Scene::rest()->answers( 418 );
			$this->assertSame( 'A teapot.', ( new Oracle_Panel( $registry->choose( array( 'contract.teapot' ) ) ) )->judge( $scene->fuzz_case(), $scene->observation(), $scene->context() )[0]->message );
			$this->assertContains( 'contract.teapot', array_column( WP_Codebox_API::list_fuzz_oracles()['oracles'], 'id' ) );
		} finally {
			remove_filter( 'wp_codebox_fuzz_oracles', $added );
		}
		$this->assertArrayNotHasKey( 'contract.teapot', ( new Oracle_Registry() )->all() );
	}

	public function test_the_listing_is_what_its_contract_says(): void {
		$listed = WP_Codebox_API::list_fuzz_oracles( array( 'group' => 'injection' ) );
		$this->assertSame( 'wp-codebox/fuzz-oracles/v1', $listed['schema'] );
		$this->assertSame( array( 'injection' ), array_values( array_unique( array_column( $listed['oracles'], 'group' ) ) ) );
		$this->assertTrue( rest_validate_value_from_schema( $listed, Contracts::get( 'operations/list-fuzz-oracles' )['output'], 'oracles' ) );
		$this->assertWPErrorWith( 'wp_codebox_invalid_input', 'group', WP_Codebox_API::list_fuzz_oracles( array( 'group' => 'taste' ) ) );
	}

	/** @return list<string> */
	private function ids( mixed $choice ): array {
		$this->assertInstanceOf( Oracle_Choice::class, $choice );
		return array_map( static fn( $oracle ): string => $oracle->id(), array( ...$choice->single(), ...$choice->differential() ) );
	}

	private function assertWPErrorWith( string $code, string $named, mixed $error ): void {
		$this->assertInstanceOf( \WP_Error::class, $error );
		$this->assertSame( $code, $error->get_error_code() );
		$this->assertStringContainsString( $named, $error->get_error_message() );
	}
}
