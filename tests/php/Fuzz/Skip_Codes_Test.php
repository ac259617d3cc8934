<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz;

use PHPUnit\Framework\Attributes\DataProvider;
use WP_Codebox\Contracts\Contracts;

final class Skip_Codes_Test extends Suite_Test_Case {

	/**
	 * @return iterable<string, array{string, array}>
	 */
	public static function cases(): iterable {
		$target = static fn( string $kind, string $id, array $input = array() ): array => array(
			'target' => array(
				'kind' => $kind,
				'id'   => $id,
			),
		) + ( $input ? array( 'input' => $input ) : array() );
		$action = static fn( string $type ): array => $target( 'runtime-action', 'action', array( 'type' => $type ) );
		$step   = static fn( string $command ): array => array( 'phases' => array( 'action' => array( array( 'command' => $command ) ) ) );
		yield 'an unknown command' => array( 'wp_codebox_fuzz_target_command_unsupported', $target( 'command', 'wordpress.bench' ) );
		yield 'a runtime command' => array( 'wp_codebox_fuzz_target_command_unsupported', $target( 'runtime', 'wordpress.run-workload' ) );
		yield 'wp_cli' => array( 'wp_codebox_fuzz_runtime_action_wp_cli_unsupported', $action( 'wp_cli' ) );
		yield 'php' => array( 'wp_codebox_fuzz_runtime_action_php_unsupported', $action( 'php' ) );
		yield 'browser' => array( 'wp_codebox_fuzz_runtime_action_browser_unsupported', $action( 'browser' ) );
		yield 'browser_probe' => array( 'wp_codebox_fuzz_runtime_action_browser_probe_unsupported', $action( 'browser_probe' ) );
		yield 'editor_open' => array( 'wp_codebox_fuzz_runtime_action_editor_open_unsupported', $action( 'editor_open' ) );
		yield 'admin_page' => array( 'wp_codebox_fuzz_runtime_action_admin_page_unsupported', $action( 'admin_page' ) );
		yield 'page' => array( 'wp_codebox_fuzz_runtime_action_page_unsupported', $action( 'page' ) );
		foreach ( array( 'crud_operation', 'db_operation', 'random_walk', 'sequence', 'filesystem', '' ) as $type ) {
			yield "action \"$type\"" => array( 'wp_codebox_fuzz_runtime_action_unsupported', $action( $type ) );
		}
		yield 'an action without a type' => array( 'wp_codebox_fuzz_runtime_action_unsupported', $target( 'runtime-action', 'action' ) );
		yield 'a step with an unknown command' => array( 'wp_codebox_fuzz_step_unsupported', $step( 'wordpress.nothing' ) );
		yield 'a WP-CLI step' => array( 'wp_codebox_fuzz_runtime_action_wp_cli_unsupported', $step( 'wordpress.wp-cli' ) );
		yield 'a PHP step' => array( 'wp_codebox_fuzz_runtime_action_php_unsupported', $step( 'wordpress.run-php' ) );
		yield 'a browser step' => array( 'wp_codebox_fuzz_runtime_action_browser_unsupported', $step( 'wordpress.browser-actions' ) );
		yield 'an ability step without a name' => array( 'wp_codebox_fuzz_step_unsupported', $step( 'wordpress.ability' ) );
		yield 'a planned REST case' => array( 'wp_codebox_fuzz_step_unsupported', $target( 'rest-planned', '/wp/v2/posts' ) );
		yield 'a POST' => array( 'wp_codebox_fuzz_mutation_not_allowed', $target( 'rest', '/wp/v2/posts', array( 'method' => 'POST' ) ) );
		yield 'a POST as a command' => array( 'wp_codebox_fuzz_mutation_not_allowed', $target( 'command', 'wordpress.rest-request', array( 'args' => array( 'method=POST', 'path=/wp/v2/posts' ) ) ) );
		yield 'a DELETE as a step' => array(
			'wp_codebox_fuzz_mutation_not_allowed',
			array(
				'phases' => array(
					'action' => array(
						array(
							'command' => 'wordpress.rest-request',
							'args'    => array( 'method=delete', 'path=/wp/v2/posts/1' ),
						),
					),
				),
			),
		);
		yield 'a PUT over HTTP' => array( 'wp_codebox_fuzz_mutation_not_allowed', $target( 'http', '/', array( 'method' => 'PUT' ) ) );
		yield 'an ability that writes' => array( 'wp_codebox_fuzz_mutation_not_allowed', $target( 'ability', 'wp-codebox/run-fuzz-suite' ) );
		yield 'a role that nobody has' => array( 'wp_codebox_fuzz_role_unavailable', $target( 'rest', '/wp/v2/posts' ) + array( 'role' => 'nobody' ) );
	}

	#[DataProvider( 'cases' )]
	public function test_a_case_that_does_not_run_says_why( string $code, array $fields ): void {
		$posts  = (array) wp_count_posts();
		$result = $this->run_cases( array( $fields + array( 'id' => 'only' ) ) );
		self::assertSame( 'skipped', $result['cases'][0]['status'] );
		self::assertSame( $code, $result['cases'][0]['skipReason'] );
		self::assertSame( 'warning', $result['cases'][0]['diagnostics'][0]['severity'] );
		self::assertSame( $code, $result['cases'][0]['diagnostics'][0]['code'] );
		self::assertSame( 'only', $result['cases'][0]['diagnostics'][0]['metadata']['case_id'] );
		self::assertNotSame( '', $result['cases'][0]['diagnostics'][0]['metadata']['reason'] );
		self::assertArrayHasKey( $code, Contracts::get( 'fuzz/skip-codes' ) );
		self::assertFalse( $result['success'], 'Nothing executed is not success.' );
		self::assertSame( 'skipped', $result['status'] );
		self::assertEquals( $posts, (array) wp_count_posts() );
	}

	public function test_a_skipped_case_among_passed_ones_keeps_the_suite_from_passing(): void {
		$result = $this->run_cases(
			array(
				array(
					'id'     => 'runs',
					'target' => array(
						'kind' => 'rest',
						'id'   => '/wp/v2/types',
					),
				),
				array(
					'id'     => 'does not',
					'target' => array( 'kind' => 'runtime-action' ),
					'input'  => array( 'type' => 'browser' ),
				),
			)
		);
		self::assertSame( array( 'passed', 'skipped' ), array_column( $result['cases'], 'status' ) );
		self::assertSame( 'skipped', $result['status'] );
		self::assertFalse( $result['success'] );
		self::assertSame( 1, $result['coverageSummary']['executed'] );
		self::assertSame( 'wp_codebox_fuzz_runtime_action_browser_unsupported', $result['coverageSummary']['skippedReasons'][0]['reason'] );
	}
}
