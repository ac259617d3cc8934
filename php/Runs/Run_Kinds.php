<?php

declare( strict_types=1 );

namespace WP_Codebox\Runs;

use WP_Codebox\Errors\Errors;
use WP_Codebox\Services;
use WP_Error;

/**
 * The kinds of run that this site can work on.
 */
final class Run_Kinds {

	/**
	 * @param Services $services Passed on to the filter's callbacks.
	 */
	public function __construct( private readonly Services $services ) {}

	/**
	 * @param string $id Kind id.
	 * @return Run_Kind|WP_Error `wp_codebox_run_kind_unknown`.
	 */
	public function get( string $id ): Run_Kind|WP_Error {
		/**
		 * Filters the kinds of run that the registry can work on.
		 *
		 * @param Run_Kind[] $kinds    The kinds.
		 * @param Services   $services The composition root.
		 */
		foreach ( (array) apply_filters( 'wp_codebox_run_kinds', array(), $this->services ) as $kind ) {
			if ( $kind instanceof Run_Kind && $kind->id() === $id ) {
				return $kind;
			}
		}
		return Errors::make( 'wp_codebox_run_kind_unknown', $id );
	}
}
