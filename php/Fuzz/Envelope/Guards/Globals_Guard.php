<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Guards;

use WP_Codebox\Fuzz\Envelope\Case_Guard;
use WP_Codebox\Fuzz\Envelope\Object_State;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Puts every global variable back, superglobals included, and the inside of the objects that WordPress keeps there.
 */
final class Globals_Guard implements Case_Guard {

	/** Objects whose properties a case changes in passing. */
	private const OBJECTS = array( 'wp', 'wp_query', 'wp_the_query', 'wp_rewrite', 'wp_roles', 'wp_scripts', 'wp_styles', 'wp_rest_server', 'wp_locale', 'current_user' );

	/** Handled elsewhere, or ours. */
	private const LEFT_ALONE = array(
		'GLOBALS'         => true,
		'wp_filter'       => true,
		'wp_object_cache' => true,
	);

	/** Flags of $wpdb that change how it behaves; its connection and its last result stay. */
	private const WPDB_FLAGS = array( 'show_errors', 'suppress_errors', 'save_queries', 'field_types', 'prefix', 'base_prefix', 'blogid', 'siteid' );

	private const NAMED = 20;

	/** @var array<string, mixed> */
	private array $values = array();

	/** @var list<Object_State> */
	private array $objects = array();

	/** @var array<string, mixed> */
	private array $flags = array();

	private ?Observation $observation = null;

	public function open( Fuzz_Case $fuzz_case, Observation $observation ): void {
		$this->observation = $observation;
		$this->values      = $GLOBALS;
		unset( $this->values['GLOBALS'], $this->values['wp_filter'], $this->values['wp_object_cache'] );
		$this->objects     = array();
		foreach ( self::OBJECTS as $name ) {
			if ( is_object( $GLOBALS[ $name ] ?? null ) ) {
				$this->objects[] = new Object_State( $GLOBALS[ $name ] );
			}
		}
		foreach ( self::singletons() as $singleton ) {
			$this->objects[] = new Object_State( $singleton );
		}
		foreach ( self::WPDB_FLAGS as $flag ) {
			$this->flags[ $flag ] = $GLOBALS['wpdb']->$flag ?? null;
		}
	}

	public function close(): void {
		$lost = array();
		$kept = 0;
		foreach ( $GLOBALS as $name => $value ) {
			if ( array_key_exists( $name, $this->values ) ) {
				++$kept;
				if ( $value !== $this->values[ $name ] ) {
					if ( is_object( $this->values[ $name ] ) && ! is_object( $value ) ) {
						$lost[] = $name;
					}
					$GLOBALS[ $name ] = $this->values[ $name ];
				}
			} elseif ( ! isset( self::LEFT_ALONE[ $name ] ) ) {
				unset( $GLOBALS[ $name ] );
			}
		}
		if ( count( $this->values ) > $kept ) {
			foreach ( array_diff_key( $this->values, $GLOBALS ) as $name => $value ) {
				$GLOBALS[ $name ] = $value;
				$lost[]           = $name;
			}
		}
		if ( array() !== $lost ) {
			$this->observation?->record( 'globals_changed', array( 'lost' => array_slice( $lost, 0, self::NAMED ) ) );
		}
		foreach ( $this->objects as $state ) {
			$state->restore();
		}
		foreach ( $this->flags as $flag => $value ) {
			$GLOBALS['wpdb']->$flag = $value;
		}
		$this->values      = array();
		$this->objects     = array();
		$this->observation = null;
	}

	/** @return list<object> Registries that are not global variables. */
	private static function singletons(): array {
		$found = array( \WP_Block_Type_Registry::get_instance() );
		if ( class_exists( \WP_Abilities_Registry::class, false ) && did_action( 'wp_abilities_api_init' ) > 0 ) {
			$found[] = \WP_Abilities_Registry::get_instance();
		}
		return array_values( array_filter( $found ) );
	}
}
