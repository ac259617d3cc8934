<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

use WP_Codebox\Task\Runtime_Task_Provider;
use WP_Error;

/**
 * Runtime tasks of the target `wp-codebox/browser-playground`: each becomes a task contract that the browser carries out.
 */
final class Browser_Task_Provider {

	public const TARGET = 'wp-codebox/browser-playground';

	private const OPERATION = 'wp-codebox/create-browser-task-contract';

	/** Fields of a runtime task that a contract does not have. */
	private const OF_THE_REQUEST = array( 'schema', 'target_id', 'input', 'task_input', 'options' );

	/**
	 * @param \Closure(string,array):(array|WP_Error) $run Runs an operation; whoever calls has been asked for permission.
	 */
	public static function create( \Closure $run ): Runtime_Task_Provider {
		return new Runtime_Task_Provider( 'wp-codebox-runtime', static fn( array $input ): array|WP_Error => self::run( $run, $input ), array( self::TARGET ) );
	}

	private static function run( \Closure $run, array $input ): array|WP_Error {
		if ( isset( $input['target_id'] ) ) {
			$input = array_diff_key( $input, array_flip( self::OF_THE_REQUEST ) );
		}
		if ( is_string( $input['task'] ?? null ) ) {
			$input['goal'] ??= $input['task'];
			unset( $input['task'] );
		}
		$input['goal'] ??= self::goal_of( $input['task'] ?? null );
		// Whoever may run runtime tasks may make contracts: both ask for the same capability.
		$contract = $run( self::OPERATION, array_filter( $input, static fn( mixed $value ): bool => null !== $value ) );
		if ( is_wp_error( $contract ) ) {
			$contract->add_data( array( 'public' => true ) + (array) $contract->get_error_data() );
			return $contract;
		}
		return array(
			'success'    => $contract['success'],
			'status'     => $contract['status'],
			'result'     => $contract,
			'session_id' => $contract['session_id'],
			'artifacts'  => $contract['artifacts'],
		) + ( isset( $contract['error'] ) ? array( 'error' => $contract['error'] ) : array() );
	}

	private static function goal_of( mixed $task ): ?string {
		foreach ( array( 'goal', 'title', 'description' ) as $name ) {
			if ( is_array( $task ) && is_string( $task[ $name ] ?? null ) && '' !== $task[ $name ] ) {
				return $task[ $name ];
			}
		}
		return null;
	}
}
