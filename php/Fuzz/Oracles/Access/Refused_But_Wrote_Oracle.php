<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Access;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Answer;
use WP_Codebox\Fuzz\Oracles\Reading\State_Changes;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A refusal that changed something.
 */
final class Refused_But_Wrote_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'access.refused-but-wrote';
	protected const SIGNALS     = Signals::WRITES | Signals::EVENTS;
	protected const SEVERITY    = Finding::HIGH;
	protected const EXPLANATION = 'The caller was told 401 or 403, yet rows, files, the current user or a session changed: the check comes after the deed.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( ! Answer::refused( $observation ) ) {
			return;
		}
		$changes = new State_Changes( $fuzz_case, $observation );
		foreach ( $changes->rows() as $query ) {
			yield $this->finding( sprintf( 'Refused, yet ran %s on %s.', $query['verb'], $query['table'] ), 'rows', State_Changes::evidence( $query ), $query['frames'], true );
			break;
		}
		foreach ( $changes->files() as $event ) {
			yield $this->finding( sprintf( 'Refused, yet caused %s.', str_replace( '_', ' ', $event['type'] ) ), $event['type'], array(), $event['frames'], true );
		}
	}
}
