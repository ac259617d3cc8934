<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Guards;

use WP_Codebox\Fuzz\Envelope\Case_Guard;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Puts every hook back: what the case added and removed, and what the guards hang in, which open after this one.
 *
 * The WP_Hook objects keep their identity, for one of them may be running the envelope right now.
 */
final class Hooks_Guard implements Case_Guard {

	private const NAMED = 20;

	/** @var array<string, \WP_Hook> */
	private array $hooks = array();

	/** @var array<string, array{0: array, 1: array}> Callbacks and priorities by hook. */
	private array $contents = array();

	/** @var array<string, mixed> */
	private array $counters = array();

	private ?Observation $observation = null;
	private \Closure $read;
	private \Closure $write;

	public function __construct() {
		$this->read  = \Closure::bind(
			static function ( array $hooks ): array {
				$contents = array();
				foreach ( $hooks as $name => $hook ) {
					$contents[ $name ] = array( $hook->callbacks, $hook->priorities ); // @phpstan-ignore-line
				}
				return $contents;
			},
			null,
			\WP_Hook::class
		);
		$this->write = \Closure::bind(
			static function ( array $hooks, array $contents ): void {
				foreach ( $hooks as $name => $hook ) {
					[ $hook->callbacks, $hook->priorities ] = $contents[ $name ]; // @phpstan-ignore-line
				}
			},
			null,
			\WP_Hook::class
		);
	}

	public function open( Fuzz_Case $fuzz_case, Observation $observation ): void {
		$this->observation = $observation;
		$this->hooks       = $GLOBALS['wp_filter'];
		$this->contents    = ( $this->read )( $this->hooks );
		foreach ( array( 'wp_actions', 'wp_filters', 'wp_current_filter', 'merged_filters' ) as $name ) {
			$this->counters[ $name ] = $GLOBALS[ $name ] ?? null;
		}
	}

	public function close(): void {
		$now     = is_array( $GLOBALS['wp_filter'] ?? null ) ? $GLOBALS['wp_filter'] : array();
		$removed = array_keys( array_diff_key( $this->hooks, $now ) );
		if ( count( $removed ) > 0 ) {
			$this->observation?->record(
				'hooks_removed',
				array(
					'count' => count( $removed ),
					'hooks' => array_slice( $removed, 0, self::NAMED ),
				)
			);
		}
		( $this->write )( $this->hooks, $this->contents );
		$GLOBALS['wp_filter'] = $this->hooks; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- Put back.
		foreach ( array_filter( $this->counters, 'is_array' ) as $name => $value ) {
			$GLOBALS[ $name ] = $value;
		}
		$this->observation = null;
	}
}
