<?php

declare( strict_types=1 );

namespace WP_Codebox\Task;

use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Errors\Errors;
use WP_Error;

/**
 * Finds who runs tasks for a target: our own providers first, then those of the filter, first match wins.
 */
final class Runtime_Task_Providers {

	/**
	 * @param list<Runtime_Task_Provider> $built_in Providers of this plugin.
	 */
	public function __construct( private readonly array $built_in = array() ) {}

	/**
	 * @param string $target_id Target of the request.
	 * @param array  $request   The request.
	 * @return Runtime_Task_Provider|WP_Error
	 */
	public function find( string $target_id, array $request ): Runtime_Task_Provider|WP_Error {
		foreach ( $this->built_in as $provider ) {
			if ( $provider->takes( $target_id, $request ) ) {
				return $provider;
			}
		}
		// A provider for every target must not answer in the name of one that is ours.
		if ( in_array( $target_id, Contracts::get( 'task/runtime-task' )['builtInTargets'], true ) ) {
			return $this->unsupported( $target_id );
		}
		/**
		 * Filters who runs runtime tasks.
		 *
		 * @param array[] $providers Each `id`, `callback( array $input, array $provider ): array|WP_Error`, and
		 *                           `target_ids` (list) or `matches( array $request ): bool`; without both it takes every target.
		 * @param array   $request   The runtime-task-request/v1.
		 */
		$entries = (array) apply_filters( 'wp_codebox_runtime_task_providers', array(), $request );
		$unusable = array();
		foreach ( $entries as $key => $entry ) {
			$provider = Runtime_Task_Provider::from_entry( $entry, $key );
			if ( null === $provider ) {
				$unusable[] = is_array( $entry ) && is_string( $entry['id'] ?? null ) ? $entry['id'] : (string) $key;
			} elseif ( $provider->takes( $target_id, $request ) ) {
				return $provider;
			}
		}
		return $unusable
			? Errors::make( 'wp_codebox_runtime_task_provider_invalid', implode( ', ', $unusable ), array( 'target_id' => $target_id ) )
			: $this->unsupported( $target_id );
	}

	private function unsupported( string $target_id ): WP_Error {
		return Errors::make(
			'wp_codebox_runtime_task_unsupported_target',
			$target_id,
			array(
				'reason'    => 'unsupported-target',
				'target_id' => $target_id,
			)
		);
	}
}
