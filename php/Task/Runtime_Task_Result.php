<?php

declare( strict_types=1 );

namespace WP_Codebox\Task;

use WP_Codebox\Contracts\Contracts;

/**
 * Turns what a provider answered into a runtime-task-result/v1. Nothing that failed is handed on as success.
 */
final class Runtime_Task_Result {

	/** Statuses that never come with success, whatever a provider says. */
	private const UNSUCCESSFUL = array( 'failed', 'failure', 'error', 'cancelled', 'canceled', 'timeout', 'timed_out', 'unavailable', 'unsupported', 'incomplete', 'skipped', 'blocked', 'rejected' );

	/** Fields of the answer that belong to the envelope. */
	private const ENVELOPE = array( 'success', 'schema', 'status', 'events', 'artifacts', 'run', 'metadata', 'error', 'result', 'upstream_refs' );

	/**
	 * @param array  $answer   What the provider answered.
	 * @param array  $request  The request.
	 * @param string $provider Id of the provider.
	 * @return array
	 */
	public function from_answer( array $answer, array $request, string $provider ): array {
		$status  = is_string( $answer['status'] ?? null ) && '' !== $answer['status'] ? $answer['status'] : null;
		$success = true === ( $answer['success'] ?? empty( $answer['error'] ) )
			&& empty( $answer['error'] )
			&& ! in_array( strtolower( $status ?? '' ), self::UNSUCCESSFUL, true );
		if ( ! $success && ! in_array( strtolower( $status ?? '' ), self::UNSUCCESSFUL, true ) ) {
			$status = 'failed';
		}
		return array_filter(
			array(
				'success'       => $success,
				'schema'        => Contracts::get( 'task/runtime-task' )['resultSchema'],
				'status'        => $status ?? 'completed',
				'execution'     => array(
					'provider'  => $provider,
					'target_id' => $request['target_id'],
				),
				'task'          => $request['task'],
				'result'        => $answer['result'] ?? array_diff_key( $answer, array_flip( self::ENVELOPE ) ),
				'events'        => $this->items( $answer['events'] ?? null ),
				'artifacts'     => $this->items( $answer['artifacts'] ?? null ),
				'run'           => $this->map( $answer['run'] ?? null ),
				'metadata'      => $this->map( $answer['metadata'] ?? null ),
				'upstream_refs' => $this->upstream_refs( $answer ),
				'error'         => $this->error( $answer['error'] ?? null ),
			),
			static fn( mixed $value ): bool => null !== $value
		);
	}

	private function upstream_refs( array $answer ): array {
		$refs = array();
		foreach ( array( 'run_id', 'task_id', 'session_id' ) as $name ) {
			$found         = $answer['upstream_refs'][ $name ] ?? $answer['refs'][ $name ] ?? $answer['run'][ $name ] ?? $answer[ $name ] ?? null;
			$refs[ $name ] = is_scalar( $found ) ? (string) $found : null;
		}
		return $refs;
	}

	private function error( mixed $error ): ?array {
		if ( is_wp_error( $error ) ) {
			return array(
				'code'    => $error->get_error_code(),
				'message' => $error->get_error_message(),
				'data'    => $error->get_error_data(),
			);
		}
		if ( is_string( $error ) && '' !== $error ) {
			return array( 'message' => $error );
		}
		return $this->map( $error );
	}

	private function items( mixed $value ): array {
		return is_array( $value ) ? array_values( $value ) : array();
	}

	private function map( mixed $value ): ?array {
		return is_array( $value ) && array() !== $value && ! array_is_list( $value ) ? $value : null;
	}
}
