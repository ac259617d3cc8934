<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Purity;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Input_Values;
use WP_Codebox\Fuzz\Oracles\Reading\State_Changes;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A read that changes rows.
 */
final class Read_Writes_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'purity.read-writes';
	protected const SIGNALS     = Signals::WRITES;
	protected const SEVERITY    = Finding::MEDIUM;
	protected const EXPLANATION = 'A GET, HEAD or a read-only ability changed rows: prefetching, caches, crawlers and logged-in visitors lured to a link trigger it. Not counted: transients and caches whose name the caller did not choose, cron, rewrite rules, locks and oEmbed\'s cache; nor a row that the first read makes, the second one finds, and no caller fills (a key, a default, a cache).';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( $fuzz_case->is_mutating() ) {
			return;
		}
		foreach ( ( new State_Changes( $fuzz_case, $observation ) )->rows() as $query ) {
			if ( 'INSERT' === $query['verb'] && false === $observation->writes_again && ! Input_Values::of( $fuzz_case )->reaches( $query['sql'] ) ) {
				continue;
			}
			yield $this->finding( sprintf( 'A read ran %s on %s.', $query['verb'], $query['table'] ), 'rows', State_Changes::evidence( $query ), $query['frames'], true );
			break;
		}
	}
}
