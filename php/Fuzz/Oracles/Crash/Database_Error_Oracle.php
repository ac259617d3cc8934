<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Crash;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Database_Error;
use WP_Codebox\Fuzz\Oracles\Reading\Own_Frames;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A query that the database refused.
 */
final class Database_Error_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'crash.database-error';
	protected const SIGNALS     = Signals::STATEMENTS;
	protected const SEVERITY    = Finding::MEDIUM;
	protected const EXPLANATION = 'A statement of the code under test failed in the database, whatever status the answer has. Statements that MySQL would take and the SQLite integration cannot translate are the environment, and so are tables that are not there because nobody has set the plugin up, values that wpdb finds too long for a column of core, and core\'s own statement unless the code under test passed the value that broke it.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		foreach ( $observation->queries as $query ) {
			if ( '' === $query['error'] ) {
				continue;
			}
			$error = new Database_Error( $query['error'], $query['sql'] );
			if ( ! $error->is_of_environment() && ! ( $error->is_refused_value() && ! Own_Frames::calls_database( $query['frames'], $context ) ) ) {
				yield $this->finding( 'Database error: ' . mb_strcut( $error->message, 0, 300 ), $error->shape(), array( 'sql' => mb_strcut( $query['sql'], 0, 400 ) ), $query['frames'] );
			}
		}
	}
}
