<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Suite;

/**
 * What a suite needs of its runner: what it declares in its metadata, and what its targets imply.
 */
final class Required_Capabilities {

	private const PREFIXES = array(
		'target:'         => array( 'targetKinds', 'target_kinds' ),
		'runtime-action:' => array( 'runtimeActionTypes', 'runtime_action_types' ),
		'command:'        => array( 'commands' ),
	);

	/**
	 * @param array $suite Decoded suite.
	 * @return list<string> Capability strings, each once, declared ones first.
	 */
	public static function of( array $suite ): array {
		return array_values( array_unique( array( ...self::declared( (array) ( $suite['metadata'] ?? array() ) ), ...self::inferred( $suite ) ) ) );
	}

	/**
	 * @param array $required A record of capability lists, or of a runner's capabilities.
	 * @return list<string> As capability strings.
	 */
	public static function strings( array $required ): array {
		$strings = self::list_of( $required['capabilities'] ?? null );
		foreach ( self::PREFIXES as $prefix => $names ) {
			foreach ( $names as $name ) {
				foreach ( self::list_of( $required[ $name ] ?? null ) as $item ) {
					$strings[] = $prefix . $item;
				}
			}
		}
		return $strings;
	}

	private static function declared( array $metadata ): array {
		return array(
			...self::strings( (array) Alias::read( $metadata, 'requiredRunnerCapabilities', 'required_runner_capabilities' ) ),
			...self::list_of( Alias::read( $metadata, 'requiredCapabilities', 'required_capabilities' ) ),
		);
	}

	private static function inferred( array $suite ): array {
		$strings = isset( $suite['target']['kind'] ) ? array( 'target:' . $suite['target']['kind'] => true ) : array();
		foreach ( (array) ( $suite['cases'] ?? array() ) as $raw ) {
			$kind = $raw['target']['kind'] ?? $suite['target']['kind'] ?? null;
			if ( null === $kind ) {
				continue;
			}
			$strings[ 'target:' . $kind ] = true;
			if ( 'runtime-action' === $kind && is_string( $raw['input']['type'] ?? null ) ) {
				$strings[ 'runtime-action:' . $raw['input']['type'] ] = true;
			}
		}
		return array_keys( $strings );
	}

	/**
	 * @param mixed $value Anything.
	 * @return list<string> Its strings when it is a list.
	 */
	private static function list_of( mixed $value ): array {
		return is_array( $value ) ? array_values( array_filter( $value, 'is_string' ) ) : array();
	}
}
