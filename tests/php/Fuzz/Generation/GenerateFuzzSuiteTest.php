<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Generation;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Fuzz\Suite\Fuzz_Suite;
use WP_Codebox\Plugin;
use WP_Codebox_API;
use WP_Error;

final class GenerateFuzzSuiteTest extends TestCase {

	public function test_the_suite_is_one_that_run_fuzz_suite_accepts(): void {
		$suite = WP_Codebox_API::generate_fuzz_suite(
			array(
				'namespace'      => 'wp/v2',
				'cases'          => 700,
				'seed'           => 7,
				'allowMutations' => true,
			)
		);
		$this->assertIsArray( $suite );
		$this->assertCount( 700, $suite['cases'] );
		$definition = Plugin::services()->operations()->definition( 'wp-codebox/run-fuzz-suite' );
		$this->assertTrue( Plugin::services()->runner()->validate_input( $definition, $suite ) );
		$parsed = Plugin::services()->fuzz()->parser()->parse( $suite );
		$this->assertInstanceOf( Fuzz_Suite::class, $parsed );
	}

	public function test_markers_survive_the_document(): void {
		$suite  = WP_Codebox_API::generate_fuzz_suite( array( 'namespace' => 'wp/v2' ) );
		$marked = array_values( array_filter( $suite['cases'], static fn( array $one ): bool => isset( $one['metadata']['generator']['markers'] ) ) );
		$this->assertNotEmpty( $marked );
		$parsed = Plugin::services()->fuzz()->parser()->parse( array( 'cases' => array( $marked[0] ) ) + $suite );
		foreach ( $parsed->cases() as $fuzz_case ) {
			$this->assertSame( $marked[0]['metadata']['generator']['markers'], $fuzz_case->markers );
		}
	}

	public function test_a_generated_suite_runs_and_reaches_its_targets(): void {
		$suite  = WP_Codebox_API::generate_fuzz_suite(
			array(
				'namespace' => 'wp/v2',
				'cases'     => 60,
				'roles'     => array( 'anonymous' ),
			)
		);
		$result = WP_Codebox_API::run_fuzz_suite( $suite );
		$this->assertIsArray( $result );
		$this->assertSame( 60, $result['summary']['total'] );
		$this->assertSame( 0, $result['summary']['skipped'] );
	}

	public function test_the_same_input_gives_the_same_suite(): void {
		$input = array(
			'ability' => 'core/',
			'seed'    => 'x',
		);
		$this->assertSame( wp_json_encode( WP_Codebox_API::generate_fuzz_suite( $input ) ), wp_json_encode( WP_Codebox_API::generate_fuzz_suite( $input ) ) );
	}

	public function test_without_allow_mutations_no_case_changes_state(): void {
		$suite = WP_Codebox_API::generate_fuzz_suite( array( 'namespace' => 'wp/v2' ) );
		$this->assertSame( array( 'GET' ), array_values( array_unique( array_column( array_column( $suite['cases'], 'input' ), 'method' ) ) ) );
		$this->assertArrayNotHasKey( 'restMutationFixtureOptIn', $suite );
	}

	/**
	 * @return iterable<string, array{array, string, string}>
	 */
	public static function mistakes(): iterable {
		yield 'no such plugin' => array( array( 'plugin' => 'no-such-plugin' ), 'wp_codebox_fuzz_target_unknown', 'plugin' );
		yield 'a path for a plugin' => array( array( 'plugin' => '../../uploads' ), 'wp_codebox_fuzz_target_unknown', 'plugin' );
		yield 'no such theme' => array( array( 'theme' => 'no-such-theme' ), 'wp_codebox_fuzz_target_unknown', 'theme' );
		yield 'no such role' => array( array( 'roles' => array( 'emperor' ) ), 'wp_codebox_fuzz_target_unknown', 'emperor' );
		yield 'no such namespace' => array( array( 'namespace' => 'nobody/v9' ), 'wp_codebox_fuzz_nothing_to_call', 'namespace' );
		yield 'too many cases' => array( array( 'cases' => 5001 ), 'wp_codebox_invalid_input', 'cases' );
		yield 'unknown field' => array( array( 'plugins' => 'a' ), 'wp_codebox_invalid_input', 'plugins' );
	}

	#[\PHPUnit\Framework\Attributes\DataProvider( 'mistakes' )]
	public function test_a_mistake_has_one_error_that_names_it( array $input, string $code, string $named ): void {
		$answer = WP_Codebox_API::generate_fuzz_suite( $input );
		$this->assertInstanceOf( WP_Error::class, $answer );
		$this->assertSame( $code, $answer->get_error_code() );
		$this->assertStringContainsString( $named, $answer->get_error_message() );
	}
}
