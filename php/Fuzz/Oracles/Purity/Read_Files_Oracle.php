<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Purity;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\State_Changes;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A read that changes files.
 */
final class Read_Files_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'purity.read-files';
	protected const SIGNALS     = Signals::EVENTS;
	protected const SEVERITY    = Finding::MEDIUM;
	protected const EXPLANATION = 'A GET, HEAD or a read-only ability wrote or deleted a file.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( $fuzz_case->is_mutating() ) {
			return;
		}
		foreach ( ( new State_Changes( $fuzz_case, $observation ) )->files() as $event ) {
			yield $this->finding( sprintf( 'A read caused %s.', str_replace( '_', ' ', $event['type'] ) ), $event['type'], array( 'path' => basename( (string) ( $event['data']['path'] ?? '' ) ) ), $event['frames'], true );
		}
	}
}
