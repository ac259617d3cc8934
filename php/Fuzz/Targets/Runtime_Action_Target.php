<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Targets;

use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Translates a runtime action. `rest_request` is a REST request; the others need a runtime's executors.
 */
final class Runtime_Action_Target {

	private const OTHER = 'wp_codebox_fuzz_runtime_action_unsupported';

	/**
	 * @param Fuzz_Case $fuzz_case A case whose input has the action's `type`.
	 * @return Fuzz_Case|string The REST case it means, or a skip code.
	 */
	public function translate( Fuzz_Case $fuzz_case ): Fuzz_Case|string {
		$type = $fuzz_case->input['type'] ?? '';
		if ( 'rest_request' === $type ) {
			return new Fuzz_Case( $fuzz_case->id, $fuzz_case->index, 'rest', $fuzz_case->input['path'], $fuzz_case->input, $fuzz_case->role, $fuzz_case->expect, $fuzz_case->metadata, $fuzz_case->markers );
		}
		return is_string( $type ) ? Contracts::get( 'fuzz/runtime-action-skip-codes' )[ $type ] ?? self::OTHER : self::OTHER;
	}
}
