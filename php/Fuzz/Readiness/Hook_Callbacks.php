<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Readiness;

use WP_Codebox\Fuzz\Inventory\Callback_Reference;
use WP_Codebox\Fuzz\Inventory\Code_Under_Test;

/**
 * The callbacks of a hook that belong to the code under test. Core's own would ask for updates, send headers or redirect.
 */
final class Hook_Callbacks {

	/**
	 * @param Code_Under_Test $code What the run is about.
	 */
	public function __construct( private readonly Code_Under_Test $code ) {}

	/**
	 * @param string $hook Name of an action.
	 * @return list<array{name: string, call: callable, arguments: int}> In the order in which WordPress calls them.
	 */
	public function of( string $hook ): array {
		global $wp_filter;
		$found     = array();
		$by_number = isset( $wp_filter[ $hook ] ) ? $wp_filter[ $hook ]->callbacks : array();
		ksort( $by_number, SORT_NUMERIC );
		foreach ( $by_number as $callbacks ) {
			foreach ( $callbacks as $callback ) {
				$reference = Callback_Reference::of( $callback['function'] );
				if ( null !== $reference && is_callable( $callback['function'] ) && $this->is_meant( $reference->file ) ) {
					$found[] = array(
						'name'      => $reference->name,
						'call'      => $callback['function'],
						'arguments' => (int) $callback['accepted_args'],
					);
				}
			}
		}
		return $found;
	}

	private function is_meant( string $file ): bool {
		$file    = wp_normalize_path( $file );
		$root    = wp_normalize_path( constant( 'ABSPATH' ) );
		$is_core = str_starts_with( $file, $root . constant( 'WPINC' ) . '/' ) || str_starts_with( $file, $root . 'wp-admin/' );
		return '' !== $file && ! $is_core && ! str_starts_with( $file, wp_normalize_path( WP_CODEBOX_PHP_DIR ) . '/' ) && $this->code->is_under_test( $file );
	}
}
