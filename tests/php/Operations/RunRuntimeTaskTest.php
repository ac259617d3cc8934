<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Operations;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use WP_Codebox_API;
use WP_Error;
use WP_REST_Request;

/**
 * Runtime tasks: who runs them, and what is made of the answer.
 */
final class RunRuntimeTaskTest extends TestCase {

	protected function tearDown(): void {
		remove_all_filters( 'wp_codebox_runtime_task_providers' );
		wp_set_current_user( 0 );
	}

	public function test_a_provider_gets_the_input_and_its_answer_becomes_the_result(): void {
		$seen = null;
		$this->provide(
			static function ( array $input, array $entry ) use ( &$seen ): array {
				$seen = array( $input, $entry['id'] );
				return array(
					'status'    => 'completed',
					'result'    => array( 'answer' => 42 ),
					'events'    => array( array( 'type' => 'done' ) ),
					'artifacts' => array( array( 'path' => 'a.json' ) ),
					'run'       => array( 'run_id' => 'r1' ),
				);
			}
		);
		$result = WP_Codebox_API::run_runtime_task(
			array(
				'target_id' => 'test/target',
				'task'      => 'do it',
				'input'     => array( 'a' => 1 ),
				'mode'      => 'fast',
			)
		);
		$this->assertSame( array(
array(
'a'    => 1,
'goal' => 'do it',
'mode' => 'fast',
),
'test',
), $seen );
		$this->assertTrue( $result['success'] );
		$this->assertSame( 'wp-codebox/runtime-task-result/v1', $result['schema'] );
		$this->assertSame( array(
'provider'  => 'test',
'target_id' => 'test/target',
), $result['execution'] );
		$this->assertSame( array( 'answer' => 42 ), $result['result'] );
		$this->assertSame( 'r1', $result['upstream_refs']['run_id'] );
		$this->assertSame( array( array( 'path' => 'a.json' ) ), $result['artifacts'] );
	}

	/** @return array<string, array{0: array, 1: string, 2: string}> Request, code, field. */
	public static function refused(): array {
		return array(
			'no task'       => array( array( 'target_id' => 'test/target' ), 'wp_codebox_runtime_task_request_invalid', 'task' ),
			'empty task'    => array(
array(
'target_id' => 'test/target',
'task'      => '',
),
'wp_codebox_runtime_task_request_invalid',
'task',
),
			'no target'     => array( array( 'task' => 'x' ), 'wp_codebox_runtime_task_target_required', 'target_id' ),
			'blank target'  => array(
array(
'task'      => 'x',
'target_id' => ' ',
),
'wp_codebox_runtime_task_target_required',
'target_id',
),
			'unknown field' => array(
array(
'task'   => 'x',
'target' => 'y',
),
'wp_codebox_invalid_input',
'target',
),
			'wrong schema'  => array(
array(
'task'      => 'x',
'target_id' => 'y',
'schema'    => 'z',
),
'wp_codebox_invalid_input',
'schema',
),
		);
	}

	/**
	 * @param array  $request The request.
	 * @param string $code    Error code.
	 * @param string $field   What it names.
	 */
	#[DataProvider( 'refused' )]
	public function test_a_bad_request_is_refused_the_same_way_everywhere( array $request, string $code, string $field ): void {
		wp_set_current_user( (int) get_user_by( 'login', 'admin' )->ID );
		if ( is_multisite() ) {
			grant_super_admin( get_current_user_id() );
		}
		foreach ( array(
			'facade'  => WP_Codebox_API::run_runtime_task( $request ),
			'ability' => wp_get_ability( 'wp-codebox/run-runtime-task' )->execute( $request ),
		) as $surface => $error ) {
			$this->assertInstanceOf( WP_Error::class, $error, $surface );
			$this->assertSame( $code, $error->get_error_code(), $surface );
			$this->assertSame( $field, $error->get_error_data()['field'], $surface );
		}
		$rest = new WP_REST_Request( 'POST', '/wp-codebox/v1/runtime-task' );
		$rest->set_header( 'Content-Type', 'application/json' );
		$rest->set_body( (string) wp_json_encode( $request ) );
		$response = rest_do_request( $rest );
		$this->assertSame( 400, $response->get_status() );
		$this->assertSame( $code, $response->get_data()['code'] );
	}

	public function test_a_target_without_provider_is_unsupported(): void {
		$error = $this->run_task( 'nobody/here' );
		$this->assertSame( 'wp_codebox_runtime_task_unsupported_target', $error->get_error_code() );
		$this->assertSame( 422, $error->get_error_data()['status'] );
		$this->assertSame( 'unsupported-target', $error->get_error_data()['reason'] );
		$this->assertSame( 'wp-codebox/runtime-task-error/v1', $error->get_error_data()['schema'] );
	}

	public function test_a_provider_for_every_target_does_not_answer_for_a_target_of_ours(): void {
		add_filter(
			'wp_codebox_runtime_task_providers',
			static fn(): array => array(
				array(
					'id'       => 'all',
					'callback' => static fn(): array => array( 'status' => 'completed' ),
				),
			)
		);
		$this->assertSame( 'wp_codebox_runtime_task_unsupported_target', $this->run_task( 'wp-codebox/host-playground' )->get_error_code() );
		$this->assertTrue( $this->run_task( 'anything/else' )['success'] );
	}

	public function test_the_first_provider_that_matches_wins(): void {
		add_filter(
			'wp_codebox_runtime_task_providers',
			static fn(): array => array(
				array(
'id'       => 'no',
'matches'  => static fn(): bool => false,
'callback' => static fn(): array => array( 'status' => 'completed' ),
),
				array(
'id'       => 'yes',
'matches'  => static fn( array $request ): bool => 'test/target' === $request['target_id'],
'callback' => static fn(): array => array( 'status' => 'completed' ),
),
				array(
'id'       => 'late',
'callback' => static fn(): array => array( 'status' => 'completed' ),
),
			)
		);
		$this->assertSame( 'yes', $this->run_task( 'test/target' )['execution']['provider'] );
	}

	public function test_an_entry_that_cannot_be_called_is_named(): void {
		add_filter( 'wp_codebox_runtime_task_providers', static fn(): array => array(
array(
'id'         => 'broken',
'target_ids' => array( 'test/target' ),
'callback'   => 'no_such_function',
),
) );
		$error = $this->run_task( 'test/target' );
		$this->assertSame( 'wp_codebox_runtime_task_provider_invalid', $error->get_error_code() );
		$this->assertStringContainsString( 'broken', $error->get_error_message() );
	}

	/** @return array<string, array{0: mixed}> */
	public static function no_results(): array {
		return array(
			'null'  => array( null ),
			'text'  => array( 'done' ),
			'empty' => array( array() ),
		);
	}

	/**
	 * @param mixed $answer What the provider answers.
	 */
	#[DataProvider( 'no_results' )]
	public function test_an_answer_that_is_no_result_is_an_error( mixed $answer ): void {
		$this->provide( static fn(): mixed => $answer );
		$error = $this->run_task( 'test/target' );
		$this->assertSame( 'wp_codebox_runtime_task_provider_invalid_result', $error->get_error_code() );
		$this->assertSame( 502, $error->get_error_data()['status'] );
	}

	public function test_code_message_and_data_of_a_provider_error_are_kept(): void {
		$this->provide( static fn(): WP_Error => new WP_Error( 'provider_down', 'The provider is down.', array(
'status'      => 503,
'retry_after' => 5,
) ) );
		$error = $this->run_task( 'test/target' );
		$data  = $error->get_error_data();
		$this->assertSame( 'wp_codebox_runtime_task_failed', $error->get_error_code() );
		$this->assertSame( 503, $data['status'] );
		$this->assertSame( 'provider_down', $data['provider_error']['code'] );
		$this->assertSame( 5, $data['provider_error']['data']['retry_after'] );
	}

	public function test_a_public_provider_error_is_quoted(): void {
		$this->provide( static fn(): WP_Error => new WP_Error( 'quota', 'No more.', array(
'public' => true,
'status' => 429,
) ) );
		$error = $this->run_task( 'test/target' );
		$this->assertSame( 'quota', $error->get_error_code() );
		$this->assertSame( 'wp-codebox/runtime-task-error/v1', $error->get_error_data()['schema'] );
	}

	public function test_a_provider_that_throws_is_a_failure(): void {
		$this->provide( static fn() => throw new \DomainException( 'boom' ) );
		$error = $this->run_task( 'test/target' );
		$this->assertSame( 'wp_codebox_runtime_task_failed', $error->get_error_code() );
		$this->assertSame( 'DomainException', $error->get_error_data()['provider_error']['data']['exception'] );
	}

	/** @return array<string, array{0: array}> */
	public static function failures(): array {
		return array(
			'status failed with success true' => array(
array(
'success' => true,
'status'  => 'failed',
),
),
			'unavailable'                     => array( array( 'status' => 'unavailable' ) ),
			'an error beside a good status'   => array(
array(
'status' => 'completed',
'error'  => array(
'code'    => 'x',
'message' => 'y',
),
),
),
			'success false alone'             => array(
array(
'success' => false,
'result'  => array( 'a' => 1 ),
),
),
			'success as text'                 => array( array( 'success' => 'yes' ) ),
		);
	}

	/**
	 * @param array $answer What the provider answers.
	 */
	#[DataProvider( 'failures' )]
	public function test_failure_is_never_reported_as_success( array $answer ): void {
		$this->provide( static fn(): array => $answer );
		$result = $this->run_task( 'test/target' );
		$this->assertFalse( $result['success'] );
		$this->assertContains( $result['status'], array( 'failed', 'unavailable' ) );
	}

	public function test_visitors_and_editors_are_refused(): void {
		foreach ( array(
0                                          => 401,
(int) get_user_by( 'login', 'editor' )->ID => 403,
) as $user => $status ) {
			wp_set_current_user( $user );
			$rest = new WP_REST_Request( 'POST', '/wp-codebox/v1/runtime-task' );
			$rest->set_header( 'Content-Type', 'application/json' );
			$rest->set_body( '{"task":"x","target_id":"test/target"}' );
			$response = rest_do_request( $rest );
			$this->assertSame( $status, $response->get_status() );
			$this->assertSame( 'wp_codebox_forbidden', $response->get_data()['code'] );
		}
	}

	private function provide( callable $callback ): void {
		add_filter(
			'wp_codebox_runtime_task_providers',
			static fn( array $providers ): array => array(
...$providers,
array(
'id'         => 'test',
'target_ids' => array( 'test/target' ),
'callback'   => $callback,
),
)
		);
	}

	private function run_task( string $target ): array|WP_Error {
		return WP_Codebox_API::run_runtime_task( array(
'target_id' => $target,
'task'      => 'x',
) );
	}
}
