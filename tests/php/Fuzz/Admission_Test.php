<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz;

use PHPUnit\Framework\Attributes\DataProvider;

/** Runner modes, required capabilities and required coverage. */
final class Admission_Test extends Suite_Test_Case {

	private const READ    = array(
		'id'     => 'read',
		'target' => array(
			'kind' => 'rest',
			'id'   => '/codebox-test/v1/count',
		),
	);
	private const BROWSER = array(
		'id'     => 'browser',
		'target' => array( 'kind' => 'runtime-action' ),
		'input'  => array( 'type' => 'browser' ),
	);

	private int $calls = 0;

	protected function setUp(): void {
		parent::setUp();
		$this->calls = 0;
		$this->add_route(
			'/count',
			function (): array {
				++$this->calls;
				return array();
			}
		);
	}

	/**
	 * @return iterable<string, array{array}>
	 */
	public static function modes_that_are_here(): iterable {
		yield 'none' => array( array() );
		yield 'auto' => array( array( 'runnerMode' => 'auto' ) );
		yield 'snake case' => array( array( 'runner_mode' => 'php-in-process' ) );
		yield 'metadata' => array( array( 'metadata' => array( 'runner_mode' => 'php-in-process' ) ) );
		yield 'camel case wins' => array(
			array(
				'runnerMode'  => 'auto',
				'runner_mode' => 'runtime-backed',
			),
		);
	}

	#[DataProvider( 'modes_that_are_here' )]
	public function test_the_suite_runs_in_this_process( array $fields ): void {
		$result = $this->run_cases( array( self::READ ), $fields );
		self::assertSame( 'passed', $result['status'] );
		self::assertTrue( $result['success'] );
		self::assertSame( 1, $this->calls );
	}

	/**
	 * @return iterable<string, array{array, string}>
	 */
	public static function modes_that_are_elsewhere(): iterable {
		yield 'camel case' => array( array( 'runnerMode' => 'runtime-backed' ), 'runtime-backed' );
		yield 'snake case' => array( array( 'runner_mode' => 'runtime-backed' ), 'runtime-backed' );
		yield 'metadata' => array( array( 'metadata' => array( 'runnerMode' => 'runtime-backed' ) ), 'runtime-backed' );
		yield 'an unknown word in the metadata' => array( array( 'metadata' => array( 'runner_mode' => 'cloud' ) ), 'cloud' );
	}

	#[DataProvider( 'modes_that_are_elsewhere' )]
	public function test_another_runner_mode_fails_closed_before_any_case( array $fields, string $mode ): void {
		$result = $this->run_cases( array( self::READ, self::BROWSER ), $fields );
		self::assertSame( 0, $this->calls );
		self::assertSame( 'error', $result['status'] );
		self::assertFalse( $result['success'] );
		$code = 'wp_codebox_fuzz_suite_runner_mode_unavailable';
		self::assertSame( array( $code, $code ), array_column( $result['cases'], 'skipReason' ) );
		self::assertSame( array( $code ), array_column( $result['diagnostics'], 'code' ) );
		$metadata = $result['diagnostics'][0]['metadata'];
		self::assertSame( $mode, $metadata['requested_runner_mode'] );
		self::assertSame( 'php-in-process', $metadata['available_runner_mode'] );
		self::assertSame( array( 'target:runtime-action', 'runtime-action:browser' ), $metadata['missing_capabilities'] );
		self::assertFalse( $metadata['runtime_backed_execution']['supported_by_this_ability'] );
		self::assertSame( array( 'step', 'reset' ), $metadata['required_support']['episode_methods'] );
		self::assertFalse( $result['metadata']['supported_by_this_ability'] );
		self::assertSame( 'php-in-process-only', $result['metadata']['ability_execution_mode'] );
		self::assertSame( 'wp-codebox run-fuzz-suite --runner-mode=runtime-backed', $result['metadata']['public_runtime_backed_path'] );
	}

	public function test_an_unknown_runner_mode_is_refused_by_name(): void {
		$error = $this->run_cases( array( self::READ ), array( 'runnerMode' => 'cloud' ) );
		self::assertSame( 'wp_codebox_invalid_input', $error->get_error_code() );
		self::assertSame( 'runnerMode', $error->get_error_data()['field'] );
	}

	/**
	 * @return iterable<string, array{array}>
	 */
	public static function requirements(): iterable {
		yield 'inferred from a target' => array( array( 'cases' => array( self::READ, self::BROWSER ) ) );
		yield 'snake case' => array(
			array(
				'cases'            => array( self::READ, self::BROWSER ),
				'require_coverage' => true,
			),
		);
		foreach ( array( 'requiredRunnerCapabilities', 'required_runner_capabilities' ) as $name ) {
			yield "$name: capabilities" => array( array( 'metadata' => array( $name => array( 'capabilities' => array( 'mutation-isolation-artifact' ) ) ) ) );
			yield "$name: commands" => array( array( 'metadata' => array( $name => array( 'commands' => array( 'wordpress.wp-cli' ) ) ) ) );
			yield "$name: targetKinds" => array( array( 'metadata' => array( $name => array( 'targetKinds' => array( 'runtime' ) ) ) ) );
			yield "$name: target_kinds" => array( array( 'metadata' => array( $name => array( 'target_kinds' => array( 'runtime' ) ) ) ) );
		}
	}

	#[DataProvider( 'requirements' )]
	public function test_required_coverage_fails_closed_when_a_capability_is_missing( array $fields ): void {
		$fields += array( 'cases' => array( self::READ ) ) + ( isset( $fields['require_coverage'] ) ? array() : array( 'requireCoverage' => true ) );
		$result  = $this->run_cases( $fields['cases'], $fields );
		self::assertSame( 0, $this->calls );
		self::assertSame( 'error', $result['status'] );
		$code = 'wp_codebox_fuzz_suite_required_runner_capabilities_unsupported';
		self::assertSame( $code, $result['diagnostics'][0]['code'] );
		self::assertSame( $code, $result['cases'][0]['skipReason'] );
		self::assertSame( $result['metadata']['runnerCapabilities']['unsupportedRequiredCapabilities'], $result['diagnostics'][0]['metadata']['missing_capabilities'] );
		self::assertNotSame( array(), $result['diagnostics'][0]['metadata']['missing_capabilities'] );
	}

	public function test_required_coverage_fails_closed_when_a_case_ends_skipped(): void {
		$writes = array(
			'target' => array(
				'kind' => 'rest',
				'id'   => '/wp/v2/posts',
			),
			'input'  => array( 'method' => 'POST' ),
			'id'     => 'writes',
		);
		$result = $this->run_cases( array( self::READ, $writes ), array( 'requireCoverage' => true ) );
		self::assertSame( 1, $this->calls );
		self::assertSame( 'error', $result['status'] );
		self::assertFalse( $result['success'] );
		self::assertSame( 'wp_codebox_fuzz_suite_required_coverage_unsupported', $result['diagnostics'][0]['code'] );
		self::assertSame( 'passed', $result['cases'][0]['status'] );
	}

	public function test_without_required_coverage_missing_capabilities_are_only_reported(): void {
		$result = $this->run_cases( array( self::READ, self::BROWSER ) );
		self::assertSame( 1, $this->calls );
		self::assertSame( array( 'target:runtime-action', 'runtime-action:browser' ), $result['metadata']['runnerCapabilities']['unsupportedRequiredCapabilities'] );
		self::assertSame( array(), $result['diagnostics'] );
	}
}
