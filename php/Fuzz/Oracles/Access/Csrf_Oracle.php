<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Access;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Input_Values;
use WP_Codebox\Fuzz\Oracles\Reading\Role_Capability;
use WP_Codebox\Fuzz\Oracles\Reading\State_Changes;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * State changed by cookie alone.
 */
final class Csrf_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'access.csrf';
	protected const SIGNALS     = Signals::WRITES;
	protected const SEVERITY    = Finding::HIGH;
	protected const EXPLANATION = 'A surface that authenticates by cookie (admin-ajax, admin-post, an admin page, the front end) changed rows for a logged-in user although the request carried no nonce: any page the user visits can do the same. REST needs no such check, core does it.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( 'rest' === $fuzz_case->kind || 'ability' === $fuzz_case->kind || Role_Capability::ANONYMOUS === $fuzz_case->role || null === $fuzz_case->role || $this->carries_nonce( $fuzz_case ) ) {
			return;
		}
		foreach ( ( new State_Changes( $fuzz_case, $observation ) )->rows() as $query ) {
			yield $this->finding( sprintf( 'Ran %s on %s for a logged-in user without a nonce.', $query['verb'], $query['table'] ), 'rows', State_Changes::evidence( $query ), $query['frames'], true );
			return;
		}
	}

	private function carries_nonce( Fuzz_Case $fuzz_case ): bool {
		$names = array_map( 'strtolower', array_map( 'strval', array( ...array_keys( Input_Values::of( $fuzz_case )->parameters() ), ...array_keys( (array) ( $fuzz_case->input['headers'] ?? array() ) ) ) ) );
		return array() !== preg_grep( '/nonce|token|^_ajax_/', $names );
	}
}
