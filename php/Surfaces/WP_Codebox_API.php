<?php

declare( strict_types=1 );

use WP_Codebox\Errors\Errors;
use WP_Codebox\Operations\Invocation;
use WP_Codebox\Plugin;

/**
 * WP Codebox for trusted PHP callers: plugins and themes of the same site.
 *
 * Every operation is a static method named after its id (`run_fuzz_suite()` is
 * `wp-codebox/run-fuzz-suite`). Input and output are validated; the current user's
 * capability is NOT checked, because PHP that can call this can do anything anyway.
 * Ask `current_user_can( 'wp_codebox_run' )` yourself before you pass on a visitor's
 * request, or use the ability.
 *
 * Source: mission/000, "WordPress consumers should prefer WP_Codebox_API".
 */
final class WP_Codebox_API {

	/**
	 * Runs an operation by its id.
	 *
	 * @param string $id    Such as `wp-codebox/run-fuzz-suite`.
	 * @param array  $input Input of the operation; `schema` may be left out.
	 * @return array|WP_Error `wp_codebox_api_ability_not_supported` for an unknown id.
	 */
	public static function execute_ability( string $id, array $input = array() ): array|WP_Error {
		return Plugin::services()->runner()->run( $id, $input, new Invocation( Invocation::FACADE ) );
	}

	/**
	 * @return list<string> The ids of the public abilities.
	 */
	public static function public_abilities(): array {
		$ids = array();
		foreach ( Plugin::services()->operations()->all() as $definition ) {
			if ( $definition->is_ability ) {
				$ids[] = $definition->id;
			}
		}
		return $ids;
	}

	/**
	 * `run_fuzz_suite( $input )` and every other operation; the names are in src-shared/operations.
	 *
	 * @param string  $method    Facade method.
	 * @param mixed[] $arguments At most one: the input.
	 * @return array|WP_Error
	 */
	public static function __callStatic( string $method, array $arguments ): array|WP_Error {
		foreach ( Plugin::services()->operations()->all() as $definition ) {
			if ( $definition->facade === $method ) {
				$input = $arguments[0] ?? array();
				return is_array( $input )
					? self::execute_ability( $definition->id, $input )
					: Errors::make( 'wp_codebox_invalid_input', 'input has to be an array.', array( 'field' => '' ) );
			}
		}
		throw new BadMethodCallException( "WP_Codebox_API::$method() does not exist." ); // phpcs:ignore WordPress.Security.EscapeOutput.ExceptionNotEscaped
	}
}
