<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Guards;

use WP_Codebox\Fuzz\Envelope\Case_Guard;
use WP_Codebox\Fuzz\Envelope\Object_State;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Puts every hook back as it was before the case, the ones of the guards included.
 *
 * The WP_Hook objects keep their identity, for one of them may be running the envelope right now.
 */
final class Hooks_Guard implements Case_Guard {

	private const NAMED = 20;

	/** @var array<string, \WP_Hook> */
	private array $hooks = array();

	/** @var list<array> Callbacks, in the order of $hooks. */
	private array $callbacks = array();

	/** @var list<Object_State> Hooks that run while the case does, with how far they got. */
	private array $running = array();

	/** @var array<string, mixed> */
	private array $counters = array();

	private ?Observation $observation = null;
	private \Closure $write;

	public function __construct() {
		$this->write = \Closure::bind(
			static function ( \WP_Hook $hook, array $callbacks ): void {
				$hook->callbacks  = $callbacks;
				$hook->priorities = array_keys( $callbacks ); // @phpstan-ignore-line
			},
			null,
			\WP_Hook::class
		);
	}

	public function open( Fuzz_Case $fuzz_case, Observation $observation ): void {
		$this->observation = $observation;
		$this->hooks       = $GLOBALS['wp_filter'];
		$this->callbacks   = array_column( $this->hooks, 'callbacks' );
		$this->running     = array();
		foreach ( array_unique( $GLOBALS['wp_current_filter'] ?? array() ) as $name ) {
			if ( isset( $this->hooks[ $name ] ) ) {
				$this->running[] = new Object_State( $this->hooks[ $name ] );
			}
		}
		foreach ( array( 'wp_actions', 'wp_filters', 'wp_current_filter', 'merged_filters' ) as $name ) {
			$this->counters[ $name ] = $GLOBALS[ $name ] ?? null;
		}
	}

	public function close(): void {
		$now     = is_array( $GLOBALS['wp_filter'] ?? null ) ? $GLOBALS['wp_filter'] : array();
		$is_same = $now === $this->hooks;
		$removed = $is_same ? array() : array_keys( array_diff_key( $this->hooks, $now ) );
		if ( array() !== $removed ) {
			$this->observation?->record(
				'hooks_removed',
				array(
					'count' => count( $removed ),
					'hooks' => array_slice( $removed, 0, self::NAMED ),
				)
			);
		}
		$this->restore_callbacks();
		foreach ( $this->running as $state ) {
			$state->restore();
		}
		if ( ! $is_same ) {
			$GLOBALS['wp_filter'] = $this->hooks; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- Put back.
		}
		foreach ( array_filter( $this->counters, 'is_array' ) as $name => $value ) {
			$GLOBALS[ $name ] = $value;
		}
		$this->observation = null;
	}

	/** Arrays that nobody wrote to are the same in memory, so comparing costs next to nothing. */
	private function restore_callbacks(): void {
		$now = array_column( $this->hooks, 'callbacks' );
		if ( $now === $this->callbacks ) {
			return;
		}
		$names = null;
		foreach ( $now as $position => $callbacks ) {
			if ( $callbacks !== $this->callbacks[ $position ] ) {
				$names ??= array_keys( $this->hooks );
				( $this->write )( $this->hooks[ $names[ $position ] ], $this->callbacks[ $position ] );
			}
		}
	}
}
