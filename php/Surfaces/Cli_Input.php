<?php

declare( strict_types=1 );

namespace WP_Codebox\Surfaces;

use WP_Codebox\Errors\Errors;
use WP_Codebox\Operations\Operation_Definition;
use WP_Codebox\Validation\Schema_Validator;
use WP_Error;

/**
 * Reads an operation's input from a command line: a file, a JSON text over it, single fields over both.
 */
final class Cli_Input {

	/**
	 * @param Operation_Definition $definition Which operation.
	 * @param string[]             $positional Positional arguments.
	 * @param array<string, mixed> $flags      Flags, `input-json` and `input-file` among them; a bare flag is true.
	 * @return array|WP_Error wp_codebox_input_unreadable, wp_codebox_invalid_json, wp_codebox_invalid_encoding, wp_codebox_input_too_deep.
	 */
	public function read( Operation_Definition $definition, array $positional, array $flags ): array|WP_Error {
		$input = array();
		foreach ( array( 'input-file', 'input-json' ) as $flag ) {
			if ( isset( $flags[ $flag ] ) ) {
				$text = 'input-file' === $flag ? $this->file( (string) $flags[ $flag ] ) : (string) $flags[ $flag ];
				$part = is_wp_error( $text ) ? $text : $this->decode( $text, '--' . $flag );
				if ( is_wp_error( $part ) ) {
					return $part;
				}
				$input = array_merge( $input, $part );
			}
		}
		unset( $flags['input-file'], $flags['input-json'] );
		foreach ( $definition->cli['positional'] ?? array() as $index => $name ) {
			if ( isset( $positional[ $index ] ) ) {
				$input[ $name ] = $positional[ $index ];
			}
		}
		foreach ( $definition->cli['files'] ?? array() as $index => $name ) {
			if ( isset( $positional[ $index ] ) ) {
				$text = $this->file( $positional[ $index ] );
				$part = is_wp_error( $text ) ? $text : $this->decode( $text, "<$name>" );
				if ( is_wp_error( $part ) ) {
					return $part;
				}
				$input[ $name ] = $part;
			}
		}
		foreach ( $flags as $flag => $value ) {
			$name           = $this->field( (string) $flag, $definition->input['properties'] ?? array() );
			$input[ $name ] = $this->value( $value, $definition->input['properties'][ $name ] ?? array() );
		}
		return $input;
	}

	/**
	 * @param string $path File name; `-` is standard input.
	 * @return string|WP_Error
	 */
	private function file( string $path ): string|WP_Error {
		$text = '-' === $path ? stream_get_contents( STDIN ) : ( is_file( $path ) && is_readable( $path ) ? file_get_contents( $path ) : false ); // phpcs:ignore WordPress.WP.AlternativeFunctions
		return false === $text ? Errors::make( 'wp_codebox_input_unreadable', $path ) : $text;
	}

	/**
	 * @param string $text  JSON text.
	 * @param string $where The flag it came from.
	 * @return array|WP_Error
	 */
	private function decode( string $text, string $where ): array|WP_Error {
		$text    = preg_replace( '/^\xEF\xBB\xBF/', '', $text ) ?? $text;
		$decoded = json_decode( $text, true, Schema_Validator::MAX_DEPTH * 2 );
		if ( JSON_ERROR_NONE !== json_last_error() ) {
			$code = match ( json_last_error() ) {
				JSON_ERROR_UTF8  => 'wp_codebox_invalid_encoding',
				JSON_ERROR_DEPTH => 'wp_codebox_input_too_deep',
				default          => 'wp_codebox_invalid_json',
			};
			return Errors::make( $code, $where . ': ' . json_last_error_msg(), array( 'field' => $where ) );
		}
		if ( ! is_array( $decoded ) || ( array() !== $decoded && array_is_list( $decoded ) ) ) {
			return Errors::make( 'wp_codebox_invalid_json', $where . ' has to hold a JSON object', array( 'field' => $where ) );
		}
		return $decoded;
	}

	/**
	 * `--require-coverage` is `requireCoverage` or `require_coverage`, whichever the input has.
	 *
	 * @param string $flag       Flag without dashes in front.
	 * @param array  $properties Fields of the input.
	 */
	private function field( string $flag, array $properties ): string {
		$snake = str_replace( '-', '_', $flag );
		$camel = lcfirst( str_replace( ' ', '', ucwords( str_replace( '-', ' ', $flag ) ) ) );
		foreach ( array( $flag, $snake, $camel ) as $candidate ) {
			if ( isset( $properties[ $candidate ] ) ) {
				return $candidate;
			}
		}
		return $snake;
	}

	/**
	 * @param mixed $value  What WP-CLI read: a string, or true for a bare flag.
	 * @param array $schema Schema of the field.
	 * @return mixed
	 */
	private function value( mixed $value, array $schema ): mixed {
		$types = (array) ( $schema['type'] ?? array() );
		if ( ! is_string( $value ) || in_array( 'string', $types, true ) ) {
			return $value;
		}
		$decoded = json_decode( $value, true );
		if ( JSON_ERROR_NONE === json_last_error() ) {
			return $decoded;
		}
		return in_array( 'array', $types, true ) ? array_map( 'trim', explode( ',', $value ) ) : $value;
	}
}
