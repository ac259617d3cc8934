<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Reading;

/**
 * Asks core whether a value fits a declared argument, without what core complains about the declaration itself.
 */
final class Quiet_Validation {

	/**
	 * @param mixed  $value  Value.
	 * @param array  $schema Declared argument.
	 * @param string $name   Its name.
	 * @return string|null Why core would refuse it; null when it fits or core cannot read the declaration.
	 */
	public static function refusal( mixed $value, array $schema, string $name ): ?string {
		$complained = false;
		set_error_handler( // phpcs:ignore WordPress.PHP.DevelopmentFunctions -- A declaration that core cannot read decides nothing here; it has oracles of its own.
			static function () use ( &$complained ): bool {
				$complained = true;
				return true;
			}
		);
		add_filter( 'doing_it_wrong_trigger_error', '__return_false', PHP_INT_MAX );
		try {
			$valid = rest_validate_value_from_schema( $value, $schema, $name );
		} catch ( \Throwable ) {
			$complained = true;
			$valid      = true;
		} finally {
			remove_filter( 'doing_it_wrong_trigger_error', '__return_false', PHP_INT_MAX );
			restore_error_handler();
		}
		return ! $complained && is_wp_error( $valid ) ? wp_strip_all_tags( $valid->get_error_message() ) : null;
	}
}
