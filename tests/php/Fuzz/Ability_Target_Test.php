<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz;

final class Ability_Target_Test extends Suite_Test_Case {

	private function run_ability( string $name, array $more = array() ): array {
		return $this->run_case(
			$more + array(
				'target' => array(
					'kind' => 'ability',
					'id'   => $name,
				),
			)
		);
	}

	public function test_core_abilities_execute(): void {
		$result = $this->run_ability( 'core/get-site-info', array(
'input'  => array( 'fields' => array( 'name' ) ),
'expect' => array( 'body' => array( 'name' => get_bloginfo( 'name' ) ) ),
) );
		self::assertSame( array( 'passed', 'accepted' ), array( $result['status'], $result['metadata']['outcome'] ) );
	}

	public function test_input_may_be_wrapped(): void {
		$seen = array();
		$this->add_ability(
			'echo',
			array(
				'input_schema'     => array( 'type' => 'object' ),
				'execute_callback' => static function ( $input ) use ( &$seen ) {
					$seen[] = $input;
					return $input;
				},
			)
		);
		$this->run_ability( 'codebox-test/echo', array( 'input' => array( 'a' => 1 ) ) );
		$this->run_ability( 'codebox-test/echo', array( 'input' => array( 'input' => array( 'a' => 1 ) ) ) );
		$this->run_ability( 'codebox-test/echo', array( 'input' => array( 'payload' => array( 'a' => 1 ) ) ) );
		$this->run_ability( 'codebox-test/echo', array(
'input' => array(
'payload' => 1,
'beside'  => 2,
),
) );
		self::assertSame( array(
array( 'a' => 1 ),
array( 'a' => 1 ),
array( 'a' => 1 ),
array(
'payload' => 1,
'beside'  => 2,
),
), $seen );
	}

	public function test_a_refusal_is_rejected_and_passed(): void {
		$invalid = $this->run_ability( 'core/get-site-info', array( 'input' => array( 'fields' => 7 ) ) );
		self::assertSame( array( 'passed', 'rejected' ), array( $invalid['status'], $invalid['metadata']['outcome'] ) );
		self::assertSame( 'ability_invalid_input', $invalid['metadata']['observations'][0]['error_code'] );
		$forbidden = $this->run_ability( 'core/get-site-info', array( 'role' => 'anonymous' ) );
		self::assertSame( array( 'passed', 'rejected' ), array( $forbidden['status'], $forbidden['metadata']['outcome'] ) );
		self::assertSame( 'ability_invalid_permissions', $forbidden['metadata']['observations'][0]['error_code'] );
	}

	public function test_what_its_callback_throws_fails_with_class_and_place(): void {
		$this->add_ability( 'throws', array( 'execute_callback' => static fn() => throw new \DomainException( 'on purpose' ) ) );
		$line   = __LINE__ - 1;
		$result = $this->run_ability( 'codebox-test/throws' );
		self::assertSame( array( 'failed', 'crashed' ), array( $result['status'], $result['metadata']['outcome'] ) );
		self::assertSame( 'DomainException: on purpose', $result['diagnostics'][0]['message'] );
		self::assertSame( $line, $result['diagnostics'][0]['metadata']['line'] );
		$again = wp_get_ability( 'codebox-test/throws' )->execute();
		self::assertSame( 'ability_callback_exception', $again->get_error_code(), 'The ability has its own callback back.' );
	}

	public function test_an_error_of_its_own_fails_unless_it_is_the_callers_mistake(): void {
		$this->add_ability( 'fails', array( 'execute_callback' => static fn(): \WP_Error => new \WP_Error( 'out_of_order', 'Out of order.' ) ) );
		$failed = $this->run_ability( 'codebox-test/fails' );
		self::assertSame( array( 'failed', 'wp_codebox_fuzz_ability_failed' ), array( $failed['status'], $failed['diagnostics'][0]['code'] ) );
		$this->add_ability( 'missing', array( 'execute_callback' => static fn(): \WP_Error => new \WP_Error( 'no_such_thing', 'No.', array( 'status' => 404 ) ) ) );
		$missing = $this->run_ability( 'codebox-test/missing' );
		self::assertSame( array( 'passed', 'client-error' ), array( $missing['status'], $missing['metadata']['outcome'] ) );
	}

	public function test_output_that_breaks_its_schema_fails(): void {
		$this->add_ability( 'lies', array(
'output_schema'    => array( 'type' => 'string' ),
'execute_callback' => static fn(): array => array(),
) );
		$result = $this->run_ability( 'codebox-test/lies' );
		self::assertSame( 'failed', $result['status'] );
		self::assertSame( 'ability_invalid_output', $result['metadata']['observations'][0]['error_code'] );
	}

	public function test_an_unknown_ability_is_an_error(): void {
		$result = $this->run_ability( 'codebox-test/nothing' );
		self::assertSame( array( 'error', array( 'wp_codebox_fuzz_ability_not_found' ) ), array( $result['status'], array_column( $result['diagnostics'], 'code' ) ) );
	}
}
