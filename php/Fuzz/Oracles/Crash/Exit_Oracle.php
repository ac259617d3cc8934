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
 * A callback that ends the process.
 */
final class Exit_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'crash.exit';
	protected const SIGNALS     = Signals::END;
	protected const SEVERITY    = Finding::MEDIUM;
	protected const EXPLANATION = 'The code under test called exit or die: whoever dispatches it from PHP (a batch request, a preload, another plugin) ends with it, and no answer is sent. Silent where it sends a file or a redirect, which is how WordPress code answers with something else than JSON, or has closed the output buffers to send one.';

	/** How a file begins that is text: a table, a calendar, a feed. */
	private const TEXT_FILE = '/^(BEGIN:|%PDF|<\?xml|\W?[\w .-]+\W?([,;\t]\W?[\w .-]*\W?)+\r?\n)/';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( Observation::EXITED !== $observation->ended || $this->answers_by_itself( $observation ) ) {
			return;
		}
		$frames = $observation->throwable['frames'] ?? $observation->events_of( 'shutdown_registered', 'exit' )[0]['frames'] ?? array();
		yield $this->finding( 'The callback ended the process instead of returning.', 'exit', array( 'output' => mb_strcut( $observation->output, 0, 200 ) ), $frames );
	}

	/**
	 * A download or a redirect: the one reason to end a request that has a name. The command line keeps no headers; there
	 * a download is known by the output buffers that it closed first.
	 */
	private function answers_by_itself( Observation $observation ): bool {
		foreach ( $observation->events_of( 'ob_changed' ) as $event ) {
			if ( ( $event['data']['by'] ?? 0 ) < 0 ) {
				return true;
			}
		}
		if ( isset( $observation->headers['content-disposition'] ) || isset( $observation->headers['location'] ) || array() !== $observation->events_of( 'redirect' ) || self::is_file( $observation->output ) ) {
			return true;
		}
		foreach ( $observation->events_of( 'header' ) as $event ) {
			if ( in_array( strtolower( (string) ( $event['data']['name'] ?? '' ) ), array( 'content-disposition', 'location' ), true ) ) {
				return true;
			}
		}
		return false;
	}

	/** Where PHP runs at a command line there are no headers to see; the bytes tell. */
	private static function is_file( string $output ): bool {
		return '' !== $output && ( ! mb_check_encoding( $output, 'UTF-8' ) || str_contains( $output, "\0" ) || 1 === preg_match( self::TEXT_FILE, $output ) );
	}
}
