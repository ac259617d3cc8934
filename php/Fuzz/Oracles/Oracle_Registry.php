<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles;

use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Errors\Errors;
use WP_Error;

/**
 * Every oracle of the site: ours (the folders of this one are the index) and what the filter adds.
 */
final class Oracle_Registry {


	/** @var array<string, Oracle|Differential_Oracle>|null */
	private ?array $oracles = null;

	/**
	 * @return array<string, Oracle|Differential_Oracle> By id, in the order of groups().
	 */
	public function all(): array {
		if ( null !== $this->oracles ) {
			return $this->oracles;
		}
		/**
		 * Filters the oracles that judge fuzz cases.
		 *
		 * @param list<Oracle|Differential_Oracle> $oracles Ours. An addition needs an id `group.name` of its own; what is no oracle is dropped.
		 */
		$oracles = (array) apply_filters( 'wp_codebox_fuzz_oracles', $this->built_in() );
		$by_id   = array();
		foreach ( $oracles as $oracle ) {
			if ( ( $oracle instanceof Oracle || $oracle instanceof Differential_Oracle ) && 1 === preg_match( '/^(' . implode( '|', self::groups() ) . ')\.[a-z0-9-]+$/', $oracle->id() ) ) {
				$by_id[ $oracle->id() ] = $oracle;
			} else {
				_doing_it_wrong( 'wp_codebox_fuzz_oracles', esc_html__( 'An oracle implements Oracle or Differential_Oracle and has an id of the form group.name.', 'wp-codebox' ), '0.1.0' );
			}
		}
		$order = array_flip( self::groups() );
		uksort( $by_id, static fn( string $a, string $b ): int => array( $order[ strtok( $a, '.' ) ], $a ) <=> array( $order[ strtok( $b, '.' ) ], $b ) );
		$this->oracles = $by_id;
		return $by_id;
	}

	/**
	 * What a suite chose.
	 *
	 * @param list<string>|null     $ids        Ids, groups (`injection`), or either with `-` before it to leave it out; null: all.
	 * @param array<string, string> $severities Id or group => severity.
	 * @return Oracle_Choice|WP_Error The error names the id or severity that is not known.
	 */
	public function choose( ?array $ids = null, array $severities = array() ): Oracle_Choice|WP_Error {
		$known = $this->all();
		foreach ( array( ...array_map( static fn( string $id ): string => ltrim( $id, '-' ), $ids ?? array() ), ...array_map( 'strval', array_keys( $severities ) ) ) as $id ) {
			if ( ! isset( $known[ $id ] ) && ! in_array( $id, self::groups(), true ) ) {
				return Errors::make( 'wp_codebox_fuzz_oracle_unknown', $id, array( 'oracle' => $id ) );
			}
		}
		foreach ( $severities as $id => $severity ) {
			if ( ! in_array( $severity, self::severities(), true ) ) {
				return Errors::make( 'wp_codebox_fuzz_severity_unknown', sprintf( '%s for %s', is_string( $severity ) ? $severity : get_debug_type( $severity ), $id ) );
			}
		}
		$wanted = array_filter( $ids ?? array(), static fn( string $id ): bool => ! str_starts_with( $id, '-' ) );
		$left   = array_map( static fn( string $id ): string => substr( $id, 1 ), array_diff( $ids ?? array(), $wanted ) );
		$chosen = array_filter(
			$known,
			static fn( string $id ): bool => ( array() === $wanted || self::is_in( $id, $wanted ) ) && ! self::is_in( $id, $left ),
			ARRAY_FILTER_USE_KEY
		);
		return new Oracle_Choice( array_values( $chosen ), $severities );
	}

	/**
	 * @return list<string> Groups of oracles, in the order that listings show them.
	 */
	public static function groups(): array {
		return Contracts::get( 'operations/list-fuzz-oracles' )['input']['properties']['group']['enum'];
	}

	/**
	 * @return list<string> Severities, gravest first.
	 */
	public static function severities(): array {
		return Contracts::get( 'operations/list-fuzz-oracles' )['output']['properties']['oracles']['items']['properties']['severity']['enum'];
	}

	/**
	 * @param string       $id    Oracle id.
	 * @param list<string> $names Ids and groups.
	 */
	private static function is_in( string $id, array $names ): bool {
		return in_array( $id, $names, true ) || in_array( strtok( $id, '.' ), $names, true );
	}

	/**
	 * @return list<Oracle|Differential_Oracle>
	 */
	private function built_in(): array {
		$oracles = array();
		foreach ( (array) glob( __DIR__ . '/*/*_Oracle.php' ) as $file ) {
			$name      = __NAMESPACE__ . '\\' . basename( dirname( $file ) ) . '\\' . basename( $file, '.php' );
			$oracles[] = new $name();
		}
		return $oracles;
	}
}
