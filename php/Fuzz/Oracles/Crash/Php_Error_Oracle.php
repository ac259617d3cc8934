<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Crash;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Message_Shape;
use WP_Codebox\Fuzz\Oracles\Reading\Own_Frames;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A PHP warning, notice or deprecation.
 */
final class Php_Error_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'crash.php-error';
	protected const SIGNALS     = Signals::COMPLAINTS;
	protected const SEVERITY    = Finding::MEDIUM;
	protected const EXPLANATION = 'PHP complained while the code under test ran. It owns the complaint when the line is its own, or when it called the core function that complained directly; what core\'s own state makes core say, and everything that the SQLite integration raises, is the environment. Deprecations count on own lines only.';

	/** doing_it_wrong has an oracle of its own. */
	private const SEVERITIES = array(
		'error'           => Finding::HIGH,
		'user_error'      => Finding::MEDIUM,
		'warning'         => Finding::MEDIUM,
		'user_warning'    => Finding::LOW,
		'notice'          => Finding::LOW,
		'user_notice'     => Finding::LOW,
		'deprecated'      => Finding::LOW,
		'user_deprecated' => Finding::LOW,
	);

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		foreach ( $observation->php_errors as $error ) {
			$severity = self::SEVERITIES[ $error['severity'] ] ?? null;
			if ( null !== $severity && Own_Frames::owns( $error['frames'], $context, str_contains( $error['severity'], 'deprecated' ) ? 1 : 2 ) ) {
				yield $this->finding( ucfirst( str_replace( '_', ' ', $error['severity'] ) ) . ': ' . mb_strcut( $error['message'], 0, 300 ), $error['severity'] . ': ' . Message_Shape::of( $error['message'] ), array( 'severity' => $error['severity'] ), $error['frames'], false, $severity );
			}
		}
	}
}
