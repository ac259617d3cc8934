<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Suite;

/**
 * Finds fields that carry code to places where something could execute it.
 *
 * Those places are the suite itself, the steps of phases and the input of commands, of the runtime and
 * of runtime actions. A REST parameter, a header or an ability's field may have any name: a coupon has
 * a `code`. Whatever lies below `metadata` is never read as code.
 */
final class Unsafe_Fields {

	private const NAMES = array( 'code', 'php', 'php_code', 'raw_code', 'eval', 'shell' );

	/**
	 * @param array $suite Decoded suite.
	 * @return list<string> Paths such as `cases[2].input.php_code`.
	 */
	public function find( array $suite ): array {
		$found = array_key_exists( 'command', $suite ) ? array( 'command' ) : array();
		$found = array( ...$found, ...$this->below( array_diff_key( $suite, array( 'cases' => true ) ), '' ) );
		foreach ( array_values( (array) ( $suite['cases'] ?? array() ) ) as $index => $raw ) {
			if ( is_array( $raw ) ) {
				$found = array( ...$found, ...$this->in_case( $raw, "cases[$index].", (string) ( $raw['target']['kind'] ?? $suite['target']['kind'] ?? '' ) ) );
			}
		}
		return $found;
	}

	private function in_case( array $raw, string $path, string $kind ): array {
		$found = $this->below( array_diff_key( $raw, array_flip( array( 'input', 'inputs', 'phases', 'expect' ) ) ), $path );
		if ( isset( $raw['phases'] ) && is_array( $raw['phases'] ) ) {
			$found = array( ...$found, ...$this->below( $raw['phases'], $path . 'phases.' ), ...$this->in_arguments( $raw['phases'], $path . 'phases.' ) );
		}
		$is_request = in_array( $kind, array( 'rest', 'http', 'ability' ), true ) || ( 'runtime-action' === $kind && 'rest_request' === ( $raw['input']['type'] ?? null ) );
		if ( ! $is_request && is_array( $raw['input'] ?? null ) ) {
			$found = array( ...$found, ...$this->below( $raw['input'], $path . 'input.' ) );
		}
		return $found;
	}

	/**
	 * @param array  $data Any data.
	 * @param string $path Its path, with the separator.
	 * @return list<string>
	 */
	private function below( array $data, string $path ): array {
		$found   = array();
		$is_list = array_is_list( $data );
		foreach ( $data as $name => $value ) {
			if ( ! $is_list && in_array( (string) $name, self::NAMES, true ) ) {
				$found[] = $path . $name;
			} elseif ( 'metadata' !== $name && is_array( $value ) ) {
				$found = array( ...$found, ...$this->below( $value, $is_list ? rtrim( $path, '.' ) . "[$name]." : $path . $name . '.' ) );
			}
		}
		return $found;
	}

	/**
	 * Steps carry their arguments as `name=value`.
	 *
	 * @param array  $phases Phases of a case.
	 * @param string $path   Path of the phases.
	 * @return list<string>
	 */
	private function in_arguments( array $phases, string $path ): array {
		$found = array();
		foreach ( $phases as $phase => $steps ) {
			foreach ( is_array( $steps ) ? array_values( $steps ) : array() as $index => $step ) {
				foreach ( is_array( $step['args'] ?? null ) ? array_values( $step['args'] ) : array() as $number => $argument ) {
					$name = is_string( $argument ) ? str_replace( '-', '_', explode( '=', $argument )[0] ) : '';
					if ( in_array( $name, self::NAMES, true ) ) {
						$found[] = "$path{$phase}[$index].args[$number]";
					}
				}
			}
		}
		return $found;
	}
}
