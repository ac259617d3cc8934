<?php

declare( strict_types=1 );

namespace WP_Codebox\Surfaces;

use WP_Codebox\Errors\Errors;
use WP_Codebox\Operations\Invocation;
use WP_Error;

/**
 * Speaks up when the process ends while an operation still runs: code that calls `exit`, or a fatal
 * error, must not look like an answer.
 */
final class Interruption_Guard {

	/**
	 * @param string                 $id     Operation id.
	 * @param Invocation             $invocation The call; its operation may answer itself.
	 * @param \Closure(WP_Error):void $report Called at shutdown when the operation has not come back.
	 * @return \Closure():void To be called when it has.
	 */
	public static function watch( string $id, Invocation $invocation, \Closure $report ): \Closure {
		$is_done = false;
		register_shutdown_function(
			static function () use ( &$is_done, $id, $invocation, $report ): void {
				// @phpstan-ignore booleanOr.leftAlwaysFalse (the returned closure changes it)
				if ( $is_done || $invocation->answers_itself() ) {
					return;
				}
				$last = error_get_last();
				$why  = null !== $last && ( $last['type'] & ( E_ERROR | E_PARSE | E_CORE_ERROR | E_COMPILE_ERROR | E_USER_ERROR ) ) ? $last['message'] : 'exit was called';
				// Reporting may end the process; whoever else noticed its end comes first.
				register_shutdown_function(
					static function () use ( $id, $report, $why ): void {
						// What the code had printed is no answer of ours.
						while ( ob_get_level() > 0 && ob_end_clean() ) {
							continue;
						}
						$report( Errors::make( 'wp_codebox_interrupted', $why, array( 'operation' => $id ) ) );
					}
				);
			}
		);
		return static function () use ( &$is_done ): void {
			$is_done = true;
		};
	}

	/**
	 * @return \Closure(WP_Error):void Answers a REST request with the error.
	 */
	public static function for_rest(): \Closure {
		return static function ( WP_Error $error ): void {
			if ( ! wp_is_serving_rest_request() ) {
				return;
			}
			if ( ! headers_sent() ) {
				header_remove();
				status_header( (int) $error->get_error_data()['status'] );
				header( 'Content-Type: application/json; charset=utf-8' );
			}
			echo wp_json_encode(
				array(
					'code'    => $error->get_error_code(),
					'message' => $error->get_error_message(),
					'data'    => $error->get_error_data(),
				)
			);
		};
	}
}
