<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz;

use PHPUnit\Framework\Attributes\DataProvider;

final class Suite_Parser_Test extends Suite_Test_Case {

	private const REST = array(
		'kind' => 'rest',
		'id'   => '/wp/v2/types',
	);

	/**
	 * @return iterable<string, array{mixed, string}>
	 */
	public static function malformed_cases(): iterable {
		yield 'a string' => array( 'case', 'cases[1]' );
		yield 'a list' => array( array( 'a', 'b' ), 'cases[1]' );
		yield 'a duplicate id' => array(
			array(
				'id'     => 'first',
				'target' => self::REST,
			),
			'cases[1].id',
		);
		yield 'an empty id' => array(
			array(
				'id'     => '',
				'target' => self::REST,
			),
			'cases[1].id',
		);
		yield 'no target' => array( array( 'id' => 'x' ), 'cases[1].target.kind' );
		yield 'an unknown kind' => array( array( 'target' => array( 'kind' => 'graphql' ) ), 'cases[1].target.kind' );
		yield 'an unknown field' => array(
			array(
				'target'  => self::REST,
				'expects' => array(),
			),
			'cases[1].expects',
		);
		yield 'a scalar input' => array(
			array(
				'target' => self::REST,
				'input'  => 'text',
			),
			'cases[1].input',
		);
		yield 'a path that is no string' => array(
			array(
				'target' => self::REST,
				'input'  => array( 'path' => 3 ),
			),
			'cases[1].input.path',
		);
		yield 'a method that is none' => array(
			array(
				'target' => self::REST,
				'input'  => array( 'method' => "GET\r\n" ),
			),
			'cases[1].input.method',
		);
		yield 'arguments as a map' => array(
			array(
				'target' => self::REST,
				'input'  => array( 'args' => array( 'path' => '/wp/v2' ) ),
			),
			'cases[1].input.args',
		);
		yield 'JSON that is none' => array(
			array(
				'target' => self::REST,
				'input'  => array( 'args' => array( 'params-json={' ) ),
			),
			'cases[1].input.args.params-json',
		);
		yield 'a step without a command' => array( array( 'phases' => array( 'setup' => array( array( 'args' => array() ) ) ) ), 'cases[1].phases.setup[0].command' );
	}

	#[DataProvider( 'malformed_cases' )]
	public function test_a_malformed_case_is_refused_with_the_path_of_its_field( mixed $malformed, string $field ): void {
		$error = $this->run_cases(
			array(
				array(
					'id'     => 'first',
					'target' => self::REST,
				),
				$malformed,
			)
		);
		self::assertWPError( $error );
		self::assertSame( 'wp_codebox_invalid_input', $error->get_error_code() );
		self::assertSame( $field, $error->get_error_data()['field'] );
		self::assertStringContainsString( $field, $error->get_error_message() );
	}

	public function test_a_target_of_the_suite_serves_cases_without_one(): void {
		$result = $this->run_cases(
			array(
				array(
'id'     => 'own',
'target' => array(
'kind'       => 'rest',
'entrypoint' => '/wp/v2/statuses',
'id'         => '/wp/v2/nothing',
),
),
				array( 'case_id' => 'aliased' ),
				array(),
			),
			array( 'target' => self::REST )
		);
		self::assertSame( array( 'own', 'aliased', 'case-2' ), array_column( $result['cases'], 'id' ) );
		self::assertSame( array( '/wp/v2/statuses', '/wp/v2/types', '/wp/v2/types' ), array_map( static fn( array $case_result ): string => $case_result['metadata']['observations'][0]['route'], $result['cases'] ) );
	}

	public function test_an_empty_suite_shows_nothing_and_says_so(): void {
		$result = $this->run_cases( array() );
		self::assertSame( 'skipped', $result['status'] );
		self::assertFalse( $result['success'] );
		self::assertSame( 'wp_codebox_fuzz_suite_empty', $result['diagnostics'][0]['code'] );
		self::assertSame( 'passed', $this->run_cases( array(), array( 'metadata' => array( 'allow_empty' => true ) ) )['status'] );
	}

	/**
	 * @return iterable<string, array{array, list<string>}>
	 */
	public static function unsafe_suites(): iterable {
		yield 'a runtime action' => array(
			array(
				'cases' => array(
					array(
						'target' => array( 'kind' => 'runtime-action' ),
						'input'  => array(
							'type' => 'php',
							'a'    => array( array( 'php_code' => 'phpinfo();' ) ),
						),
					),
				),
			),
			array( 'cases[0].input.a[0].php_code' ),
		);
		yield 'a command' => array(
			array(
				'target' => array( 'kind' => 'command' ),
				'cases'  => array( array( 'input' => array( 'eval' => '1' ) ) ),
			),
			array( 'cases[0].input.eval' ),
		);
		yield 'an argument of a step' => array(
			array(
				'cases' => array(
					array(
						'phases' => array(
							'setup' => array(
								array(
									'command' => 'wordpress.run-php',
									'args'    => array( 'code=phpinfo();' ),
								),
							),
						),
					),
				),
			),
			array( 'cases[0].phases.setup[0].args[0]' ),
		);
	}

	#[DataProvider( 'unsafe_suites' )]
	public function test_code_is_refused_where_it_could_be_executed( array $suite, array $fields ): void {
		$error = \WP_Codebox_API::run_fuzz_suite( $suite + array( 'id' => 'suite' ) );
		self::assertWPError( $error );
		self::assertSame( 'wp_codebox_fuzz_suite_unsafe_input', $error->get_error_code() );
		self::assertSame( $fields, $error->get_error_data()['unsafe_fields'] );
		self::assertSame( 400, $error->get_error_data()['status'] );
	}

	public function test_a_rest_parameter_may_be_named_code(): void {
		$seen = null;
		$this->add_route(
			'/coupon',
			static function ( \WP_REST_Request $request ) use ( &$seen ): array {
				$seen = $request->get_query_params();
				return array();
			}
		);
		$result = $this->run_rest(
			array(
				'path'   => '/codebox-test/v1/coupon',
				'params' => array(
					'code'  => 'SAVE10',
					'shell' => 'blue',
				),
			),
			array( 'metadata' => array( 'code' => 'not read' ) )
		);
		self::assertSame( 'passed', $result['status'] );
		self::assertSame( array(
'code'  => 'SAVE10',
'shell' => 'blue',
), $seen );
	}

	/**
	 * @param mixed $value Should be a WP_Error.
	 */
	private static function assertWPError( mixed $value ): void {
		self::assertInstanceOf( \WP_Error::class, $value );
	}
}
