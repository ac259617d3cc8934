<?php

declare( strict_types=1 );

namespace WP_Codebox\Surfaces;

/**
 * Exit statuses (design §2): 0 clean, 1 findings or a failed case, 2 bad input, 3 incomplete or infrastructure, 130 interrupted.
 */
final class Exit_Status {

	/**
	 * @param array $result An operation's output.
	 * @return int
	 */
	public static function of_result( array $result ): int {
		if ( 'wp-codebox/run/v1' === ( $result['schema'] ?? null ) ) {
			return self::of_run( $result );
		}
		$status = $result['status'] ?? null;
		if ( 'cancelled' === $status ) {
			return 130;
		}
		if ( 'failed' === $status ) {
			return 1;
		}
		if ( in_array( $status, array( 'error', 'unavailable', 'unsupported', 'incomplete' ), true ) ) {
			return 3;
		}
		return false === ( $result['success'] ?? true ) ? 3 : 0;
	}

	private static function of_run( array $run ): int {
		return match ( $run['state'] ) {
			'failed'    => 3,
			'cancelled' => 130,
			'finished'  => self::of_result( (array) ( $run['result'] ?? array() ) ),
			default     => 0,
		};
	}
}
