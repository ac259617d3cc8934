<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz;

use PHPUnit\Framework\TestCase;
use WP_Error;

/**
 * A test that runs fuzz suites as the site's administrator.
 */
abstract class Suite_Test_Case extends TestCase {

	protected int $administrator = 0;

	/** @var list<callable> */
	private array $undo = array();

	protected function setUp(): void {
		$this->administrator = (int) get_users(
			array(
				'role'   => 'administrator',
				'number' => 1,
				'fields' => 'ID',
			)
		)[0];
		wp_set_current_user( $this->administrator );
	}

	protected function tearDown(): void {
		foreach ( array_reverse( $this->undo ) as $undo ) {
			$undo();
		}
		$this->undo = array();
		wp_set_current_user( 0 );
	}

	/**
	 * @param callable $undo Called when the test is over.
	 */
	protected function afterwards( callable $undo ): void {
		$this->undo[] = $undo;
	}

	/**
	 * @param list<array> $cases Cases.
	 * @param array       $more  Further fields of the suite.
	 * @return array|WP_Error
	 */
	protected function run_cases( array $cases, array $more = array() ): array|WP_Error {
		return \WP_Codebox_API::run_fuzz_suite(
			$more + array(
				'id'    => 'suite',
				'cases' => $cases,
			)
		);
	}

	/**
	 * @param array $case_fields One case; its id is filled in.
	 * @param array $more        Further fields of the suite.
	 * @return array Its result.
	 */
	protected function run_case( array $case_fields, array $more = array() ): array {
		$result = $this->run_cases( array( $case_fields + array( 'id' => 'only' ) ), $more );
		self::assertIsArray( $result, is_wp_error( $result ) ? $result->get_error_message() : '' );
		return $result['cases'][0];
	}

	/**
	 * @param array $input Input of a REST case.
	 * @param array $more  Further fields of the case.
	 * @return array Its result.
	 */
	protected function run_rest( array $input, array $more = array() ): array {
		return $this->run_case(
			$more + array(
				'target' => array( 'kind' => 'rest' ),
				'input'  => $input,
			)
		);
	}

	/**
	 * A route that exists while the test runs.
	 *
	 * @param string   $path     Below `/codebox-test/v1`.
	 * @param callable $callback Answers.
	 * @param array    $more     Further arguments of the route.
	 */
	protected function add_route( string $path, callable $callback, array $more = array() ): void {
		$register = static function () use ( $path, $callback, $more ): void {
			register_rest_route(
				'codebox-test/v1',
				$path,
				$more + array(
					'methods'             => 'GET',
					'callback'            => $callback,
					'permission_callback' => '__return_true',
				)
			);
		};
		$before   = $GLOBALS['wp_rest_server'] ?? null;
		$GLOBALS['wp_rest_server'] = null; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- The next suite builds one with the route.
		add_action( 'rest_api_init', $register );
		$this->afterwards(
			static function () use ( $register, $before ): void {
				remove_action( 'rest_api_init', $register );
				$GLOBALS['wp_rest_server'] = $before; // phpcs:ignore WordPress.WP.GlobalVariablesOverride
			}
		);
	}

	/**
	 * An ability that exists while the test runs.
	 *
	 * @param string $name      Below `codebox-test/`.
	 * @param array  $arguments Over the defaults: a read-only ability that anybody may execute.
	 */
	protected function add_ability( string $name, array $arguments ): void {
		$registry = \WP_Abilities_Registry::get_instance();
		$id       = 'codebox-test/' . $name;
		$registry->register(
			$id,
			$arguments + array(
				'label'               => $name,
				'description'         => $name,
				'category'            => 'wp-codebox',
				'permission_callback' => '__return_true',
				'meta'                => array( 'annotations' => array( 'readonly' => true ) ),
			)
		);
		$this->afterwards( static fn() => $registry->unregister( $id ) );
	}
}
