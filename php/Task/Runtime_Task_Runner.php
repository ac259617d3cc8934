<?php

declare( strict_types=1 );

namespace WP_Codebox\Task;

use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Errors\Errors;
use WP_Error;

/**
 * Runs a runtime-task-request/v1 on the provider of its target and hands back a runtime-task-result/v1.
 */
final class Runtime_Task_Runner {

	/** Fields of the request that travel into the input of the target when it does not hold them itself. */
	private const FORWARDED = array( 'mode', 'agent', 'provider', 'model', 'sandbox_session_id', 'orchestrator' );

	/**
	 * @param Runtime_Task_Providers $providers Who runs tasks.
	 */
	public function __construct( private readonly Runtime_Task_Providers $providers ) {}

	/**
	 * @param array $request A valid runtime-task-request/v1.
	 * @return array|WP_Error Errors carry `data.schema` runtime-task-error/v1.
	 */
	public function run( array $request ): array|WP_Error {
		$answer = $this->dispatch( $request );
		if ( is_wp_error( $answer ) ) {
			$answer->add_data( array( 'schema' => Contracts::get( 'task/runtime-task' )['errorSchema'] ) + (array) $answer->get_error_data() );
		}
		return $answer;
	}

	private function dispatch( array $request ): array|WP_Error {
		$task = $request['task'] ?? null;
		if ( null === $task || '' === $task || array() === $task ) {
			return Errors::make( 'wp_codebox_runtime_task_request_invalid', 'task is required.', array( 'field' => 'task' ) );
		}
		$target_id = trim( $request['target_id'] ?? $request['targetId'] ?? '' );
		if ( '' === $target_id ) {
			return Errors::make( 'wp_codebox_runtime_task_target_required', '', array( 'field' => 'target_id' ) );
		}
		$request['target_id'] = $target_id;
		unset( $request['targetId'] );

		$provider = null;
		try {
			$provider = $this->providers->find( $target_id, $request );
			if ( is_wp_error( $provider ) ) {
				return $provider;
			}
			$answer = $provider->run( $this->input( $request ) );
		} catch ( \Throwable $thrown ) {
			$answer = new WP_Error(
				'exception',
				$thrown->getMessage(),
				array( 'exception' => get_class( $thrown ) )
			);
		}
		$name = $provider instanceof Runtime_Task_Provider ? $provider->id : 'wp_codebox_runtime_task_providers';
		if ( is_wp_error( $answer ) ) {
			return $this->failure( $answer, $name );
		}
		if ( ! is_array( $answer ) || array() === $answer ) {
			return Errors::make( 'wp_codebox_runtime_task_provider_invalid_result', $name, array( 'provider' => $name ) );
		}
		return ( new Runtime_Task_Result() )->from_answer( $answer, $request, $name );
	}

	/**
	 * What the target is given: `input`, else `task_input`, else the whole request.
	 *
	 * @param array $request The request.
	 */
	private function input( array $request ): array {
		$input = $request['input'] ?? $request['task_input'] ?? $request;
		if ( is_string( $request['task'] ) ) {
			$input += array( 'goal' => $request['task'] );
		}
		return $input + array_intersect_key( $request, array_flip( self::FORWARDED ) );
	}

	/**
	 * A provider that marks its error `public` is quoted; any other keeps code and data below ours.
	 *
	 * @param WP_Error $error    What the provider answered.
	 * @param string   $provider Its id.
	 */
	private function failure( WP_Error $error, string $provider ): WP_Error {
		$data = (array) $error->get_error_data();
		if ( true === ( $data['public'] ?? false ) ) {
			return $error;
		}
		return Errors::make(
			'wp_codebox_runtime_task_failed',
			$error->get_error_message(),
			array(
				'provider'       => $provider,
				'provider_error' => array(
					'code'    => $error->get_error_code(),
					'message' => $error->get_error_message(),
					'data'    => $data,
				),
			) + ( is_int( $data['status'] ?? null ) && $data['status'] >= 400 ? array( 'status' => $data['status'] ) : array() )
		);
	}
}
