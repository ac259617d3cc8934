<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Crash;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A 500 that was not thrown.
 */
final class Server_Error_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'crash.server-error';
	protected const SIGNALS     = Signals::ERROR;
	protected const SEVERITY    = Finding::LOW;
	protected const EXPLANATION = 'The answer is status 500 with an error code: the code under test met a state that it had not foreseen and blames the server for the input. Silent when something was thrown (crash.throwable says it), when an outbound request was refused by the envelope, and for 501 to 504, which say something on purpose.';

	/** Codes that core answers when the envelope refuses file changes or mail. */
	private const ENVELOPES_OWN = array( 'unable_to_connect_to_filesystem', 'fs_unavailable', 'rest_cannot_delete_plugin', 'http_request_failed', 'http_request_not_executed' );

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( 500 !== $observation->status || Observation::RETURNED !== $observation->ended || array() !== $observation->events_of( 'http' ) ) {
			return;
		}
		$code = $observation->error_code ?? 'no_code';
		if ( in_array( $code, self::ENVELOPES_OWN, true ) ) {
			return;
		}
		yield $this->finding( sprintf( 'Answered 500 (%s).', $code ), $code, array( 'error_code' => $code ), array(), false, 'rest_invalid_handler' === $code ? Finding::MEDIUM : null );
	}
}
