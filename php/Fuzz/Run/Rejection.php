<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

/**
 * Tells a refusal by the declared schema or a permission from any other error: it is what a
 * careful target does with bad input, and no failure.
 */
final class Rejection {

	private const CODES = array(
		'rest_invalid_param',
		'rest_missing_callback_param',
		'ability_invalid_input',
		'ability_missing_input_schema',
		'ability_invalid_permissions',
		'wp_codebox_invalid_input',
	);

	/**
	 * @param Observation $observation What was seen.
	 */
	public static function is_one( Observation $observation ): bool {
		if ( null !== $observation->status && $observation->status >= 500 ) {
			return false;
		}
		return in_array( $observation->status, array( 401, 403 ), true ) || in_array( $observation->error_code, self::CODES, true );
	}
}
