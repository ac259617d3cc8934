<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz;

final class Phases_Test extends Suite_Test_Case {

	/** @var list<string> */
	private array $calls = array();

	protected function setUp(): void {
		parent::setUp();
		$this->calls = array();
		foreach ( array( 'setup', 'action', 'assert', 'teardown' ) as $name ) {
			$this->add_route(
				"/$name",
				function () use ( $name ): array {
					$this->calls[] = $name;
					return array();
				}
			);
		}
		$this->add_route( '/throw', static fn() => throw new \DomainException( 'x' ) );
	}

	private function step( string $path, array $more = array() ): array {
		return $more + array(
			'command' => 'wordpress.rest-request',
			'args'    => array( "path=/codebox-test/v1/$path" ),
		);
	}

	public function test_phases_run_in_their_order_whatever_the_order_of_the_keys(): void {
		$result = $this->run_case(
			array(
				'phases' => array(
					'teardown' => array( $this->step( 'teardown' ) ),
					'assert'   => array( $this->step( 'assert' ) ),
					'action'   => array( $this->step( 'action' ) ),
					'setup'    => array( $this->step( 'setup' ) ),
				),
			)
		);
		self::assertSame( array( 'setup', 'action', 'assert', 'teardown' ), $this->calls );
		self::assertSame( 'passed', $result['status'] );
		self::assertSame( array( 'setup', 'action', 'assert', 'teardown' ), array_column( $result['metadata']['observations'], 'phase' ) );
	}

	public function test_a_step_that_fails_ends_the_case_and_teardown_runs(): void {
		$result = $this->run_case(
			array(
				'phases' => array(
					'setup'    => array( $this->step( 'throw' ) ),
					'action'   => array( $this->step( 'action' ) ),
					'teardown' => array( $this->step( 'teardown' ) ),
				),
			)
		);
		self::assertSame( array( 'teardown' ), $this->calls );
		self::assertSame( 'failed', $result['status'] );
		self::assertSame( 'wp_codebox_fuzz_step_exception', $result['diagnostics'][0]['code'] );
		self::assertSame( 'setup', $result['diagnostics'][0]['metadata']['phase'] );
	}

	public function test_a_step_that_may_fail_does_not(): void {
		$result = $this->run_case(
			array(
				'phases' => array(
					'setup'  => array( $this->step( 'throw', array( 'allow_failure' => true ) ) ),
					'action' => array( $this->step( 'action' ) ),
				),
			)
		);
		self::assertSame( array( 'action' ), $this->calls );
		self::assertSame( 'passed', $result['status'] );
		self::assertSame( array( 'allowed', 'passed' ), array_column( $result['metadata']['observations'], 'status' ) );
	}

	public function test_a_skipped_step_keeps_the_case_from_passing(): void {
		$result = $this->run_case( array( 'phases' => array( 'action' => array( array( 'command' => 'wordpress.browser-probe' ), $this->step( 'action' ) ) ) ) );
		self::assertSame( array( 'action' ), $this->calls );
		self::assertSame( array( 'skipped', 'wp_codebox_fuzz_runtime_action_browser_probe_unsupported' ), array( $result['status'], $result['skipReason'] ) );
	}

	public function test_expectations_judge_the_last_action(): void {
		$phases = array(
'phases' => array(
'action'   => array( $this->step( 'action' ), $this->step( 'nothing' ) ),
'teardown' => array( $this->step( 'teardown' ) ),
),
);
		self::assertSame( 'passed', $this->run_case( $phases + array( 'expect' => array( 'status' => 404 ) ) )['status'] );
		self::assertSame( 'failed', $this->run_case( $phases + array( 'expect' => array( 'status' => 200 ) ) )['status'] );
	}

	public function test_commands_that_run_in_process_run(): void {
		$rest = $this->run_case( array(
'target' => array(
'kind' => 'command',
'id'   => 'wordpress.rest-request',
),
'input'  => array( 'args' => array( 'path=/wp/v2/types' ) ),
'expect' => array( 'status' => 200 ),
) );
		self::assertSame( 'passed', $rest['status'] );
		$ability = $this->run_case( array(
'target' => array(
'kind' => 'runtime',
'id'   => 'wordpress.ability',
),
'input'  => array( 'args' => array( 'name=core/get-site-info', 'input={"fields":["name"]}' ) ),
'expect' => array( 'body' => array( 'name' => get_bloginfo( 'name' ) ) ),
) );
		self::assertSame( 'passed', $ability['status'], (string) wp_json_encode( $ability ) );
		$action = $this->run_case( array(
'target' => array( 'kind' => 'runtime-action' ),
'input'  => array(
'type' => 'rest_request',
'path' => '/wp-json/wp/v2/types?context=view',
),
'expect' => array( 'status' => 200 ),
) );
		self::assertSame( 'passed', $action['status'] );
	}
}
