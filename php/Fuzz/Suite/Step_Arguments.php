<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Suite;

/**
 * Arguments of a command: a list of `name=value`, split at the first `=`.
 */
final class Step_Arguments {

	/** Arguments that hold JSON → the input field they stand for. */
	private const JSON = array(
		'params-json'  => 'params',
		'headers-json' => 'headers',
		'body-json'    => 'bodyJson',
	);

	/**
	 * @param mixed  $args The list.
	 * @param string $path Its path below the case.
	 * @return array<string, string>
	 * @throws Malformed_Case When it is no such list.
	 */
	public static function parse( mixed $args, string $path ): array {
		if ( ! is_array( $args ) || ! array_is_list( $args ) ) {
			throw new Malformed_Case( $path, 'has to be a list of strings such as "path=/wp/v2/posts"' );
		}
		$parsed = array();
		foreach ( $args as $index => $argument ) {
			if ( ! is_string( $argument ) ) {
				throw new Malformed_Case( "{$path}[$index]", 'has to be a string such as "path=/wp/v2/posts"' );
			}
			$parts               = explode( '=', $argument, 2 );
			$parsed[ $parts[0] ] = $parts[1] ?? '';
		}
		return $parsed;
	}

	/**
	 * Reads `args` of an input as the fields they stand for; they win over the fields.
	 *
	 * @param array  $input Input of a case.
	 * @param string $path  Path of the arguments below the case.
	 * @return array Input without `args`.
	 * @throws Malformed_Case When an argument that holds JSON does not.
	 */
	public static function laid_over( array $input, string $path ): array {
		if ( ! isset( $input['args'] ) ) {
			return $input;
		}
		$args = self::parse( $input['args'], $path );
		unset( $input['args'] );
		return self::as_input( $args, $path ) + $input;
	}

	/**
	 * @param array<string, string> $args Parsed arguments.
	 * @param string                $path Their path below the case.
	 * @return array<string, mixed> Input fields.
	 * @throws Malformed_Case When an argument that holds JSON does not.
	 */
	public static function as_input( array $args, string $path ): array {
		$input = array();
		foreach ( $args as $name => $value ) {
			$input[ self::JSON[ $name ] ?? $name ] = isset( self::JSON[ $name ] ) ? self::json( $value, "$path.$name" ) : $value;
		}
		return $input;
	}

	private static function json( string $text, string $path ): mixed {
		$value = json_decode( $text, true );
		if ( JSON_ERROR_NONE !== json_last_error() ) {
			throw new Malformed_Case( $path, 'has to hold JSON (' . json_last_error_msg() . ')' );
		}
		return $value;
	}
}
