<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Disclosure;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Answer;
use WP_Codebox\Fuzz\Oracles\Reading\Own_Frames;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A stack trace in the answer.
 */
final class Stack_Trace_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'disclosure.stack-trace';
	protected const SEVERITY    = Finding::MEDIUM;
	protected const EXPLANATION = 'The answer holds lines as getTraceAsString() writes them, or file:line pairs of PHP files: the inside of the site is told to whoever asks. An error that PHP itself displays belongs to the site\'s settings and is not judged, and neither is the trace that the SQLite integration writes into its errors.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		$text = Answer::body( $observation ) . "\n" . $observation->output;
		if ( ! str_contains( $text, '.php(' ) && ! str_contains( $text, '"trace"' ) ) {
			return;
		}
		preg_match_all( '~#0 ([^\n"]{0,300}?\.php)\(\d+\): ~', $text, $innermost );
		if ( $innermost[1] && array() === array_filter( $innermost[1], static fn( string $file ): bool => ! Own_Frames::is_drop_in_file( $file ) ) ) {
			return;
		}
		if ( 1 === preg_match( '~#\d+ [^\n"]{0,300}?\.php\(\d+\): |"trace":\s*\[\s*\{\s*"(?:file|function)":~', $text ) ) {
			yield $this->finding( 'A stack trace is in the answer.', 'trace', array( 'error_code' => $observation->error_code ), array(), true );
		}
	}
}
