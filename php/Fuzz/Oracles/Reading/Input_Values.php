<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Reading;

use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * The strings that a case sent, wherever it put them: path, query, headers, body.
 */
final class Input_Values {

	/** @var list<string> Without doubles. */
	public readonly array $strings;

	/** @var list<string> Of the case. */
	public readonly array $markers;

	/** @var array<string, mixed> Of the case. */
	private readonly array $input;

	/** @var \WeakMap<Fuzz_Case, self>|null */
	private static ?\WeakMap $read = null;

	/**
	 * @param Fuzz_Case $fuzz_case What ran.
	 * @return self Read once per case; every oracle asks.
	 */
	public static function of( Fuzz_Case $fuzz_case ): self {
		self::$read ??= new \WeakMap();
		return self::$read[ $fuzz_case ] ??= new self( $fuzz_case );
	}

	private function __construct( Fuzz_Case $fuzz_case ) {
		$this->markers = array_values( array_filter( $fuzz_case->markers, static fn( string $marker ): bool => '' !== $marker ) );
		$this->input   = $fuzz_case->input;
		$strings = array();
		$input   = $fuzz_case->input;
		array_walk_recursive(
			$input,
			static function ( mixed $value, string|int $key ) use ( &$strings ): void {
				$strings[] = (string) $key;
				if ( is_scalar( $value ) ) {
					$strings[] = (string) $value;
				}
			}
		);
		$path = (string) ( $input['path'] ?? $fuzz_case->entry );
		foreach ( explode( '/', (string) strtok( $path, '?' ) ) as $segment ) {
			$strings[] = rawurldecode( $segment );
		}
		wp_parse_str( (string) wp_parse_url( $path, PHP_URL_QUERY ), $query );
		array_walk_recursive(
			$query,
			static function ( mixed $value ) use ( &$strings ): void {
				$strings[] = wp_unslash( (string) $value );
			}
		);
		$body = $input['body'] ?? null;
		if ( is_string( $body ) && '' !== $body ) {
			$decoded = json_decode( $body, true );
			if ( ! is_array( $decoded ) ) {
				$decoded = array();
				wp_parse_str( $body, $decoded );
			}
			array_walk_recursive(
				$decoded,
				static function ( mixed $value ) use ( &$strings ): void {
					$strings[] = is_scalar( $value ) ? (string) $value : '';
				}
			);
		}
		$this->strings = array_values( array_unique( array_filter( $strings, static fn( string $value ): bool => '' !== $value ) ) );
	}

	/**
	 * @param string $marker A marker of the case.
	 * @return list<string> The strings that hold it.
	 */
	public function with( string $marker ): array {
		return array_values( array_filter( $this->strings, static fn( string $value ): bool => false !== stripos( $value, $marker ) ) );
	}

	/**
	 * @param string $text Anything.
	 * @return bool Whether a marker of the case is in it.
	 */
	public function marks( string $text ): bool {
		foreach ( $this->markers as $marker ) {
			if ( false !== stripos( $text, $marker ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * @param string $text Anything.
	 * @return bool Whether a marker or any longer value of the input is in it.
	 */
	public function reaches( string $text ): bool {
		if ( $this->marks( $text ) ) {
			return true;
		}
		foreach ( $this->sent() as $value ) {
			if ( strlen( $value ) > 2 && str_contains( $text, $value ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * @return list<string> Scalars among the parameters, at any depth.
	 */
	private function sent(): array {
		$sent       = array();
		$parameters = $this->parameters();
		array_walk_recursive(
			$parameters,
			static function ( mixed $value ) use ( &$sent ): void {
				$sent[] = is_scalar( $value ) ? (string) $value : '';
			}
		);
		return $sent;
	}

	/**
	 * @return array<string, mixed> Declared parameters as sent, by name, or the fields of an ability's input; without those of the path.
	 */
	public function parameters(): array {
		$parameters = array();
		foreach ( array( 'params', 'body', 'bodyJson', 'input' ) as $place ) {
			$value = $this->input[ $place ] ?? null;
			if ( is_array( $value ) ) {
				$parameters = $value + $parameters;
			}
		}
		return $parameters;
	}
}
