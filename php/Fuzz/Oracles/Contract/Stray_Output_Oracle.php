<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Contract;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Something printed before or around the answer.
 */
final class Stray_Output_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'contract.stray-output';
	protected const SIGNALS     = Signals::OUTPUT;
	protected const SEVERITY    = Finding::MEDIUM;
	protected const EXPLANATION = 'The code under test printed while it made its answer: over HTTP those bytes stand before the JSON, which no client can parse. Silent when the case ended the process or died, which have oracles of their own, and for a database error that wpdb shows, which has one, too.';

	/** What wpdb::print_error() prints where errors are shown. */
	private const DATABASE_ERROR = '~<div id="error"><p class="wpdberror">.*?</p></div>~s';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		$printed = trim( (string) preg_replace( self::DATABASE_ERROR, '', $observation->output ) );
		if ( '' !== $printed && Observation::RETURNED === $observation->ended && in_array( $fuzz_case->kind, array( 'rest', 'ability' ), true ) ) {
			$frames = $observation->events_of( 'ob_changed' )[0]['frames'] ?? array();
			yield $this->finding( 'Printed something beside the answer.', 'output', array( 'output' => mb_strcut( $printed, 0, 200 ) ), $frames );
		}
	}
}
