<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Injection;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A shell ran what the caller sent.
 */
final class Exec_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'injection.exec';
	protected const SIGNALS     = Signals::EVENTS;
	protected const SEVERITY    = Finding::HIGH;
	protected const EXPLANATION = 'The input held a shell command that leaves a file in a place only this case knows, and the file was there: the input reached a shell unquoted, in double or in single quotes. What escapeshellarg() made is silent. PHP cannot see command lines, so the place in the code is that of the callback.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		foreach ( $observation->events_of( 'exec' ) as $event ) {
			yield $this->finding( 'A shell ran what the caller sent.', 'exec', array(), $event['frames'], true );
			return;
		}
	}
}
