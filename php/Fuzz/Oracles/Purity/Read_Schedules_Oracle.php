<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Purity;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A read that schedules work.
 */
final class Read_Schedules_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'purity.read-schedules';
	protected const SIGNALS     = Signals::EVENTS;
	protected const SEVERITY    = Finding::LOW;
	protected const EXPLANATION = 'A GET, HEAD or a read-only ability scheduled a cron event that was not there.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( $fuzz_case->is_mutating() ) {
			return;
		}
		foreach ( $observation->events_of( 'scheduled_event' ) as $event ) {
			$hook = (string) ( $event['data']['hook'] ?? '' );
			yield $this->finding( sprintf( 'A read schedules %s.', $hook ), $hook, array( 'hook' => $hook ), $event['frames'], true );
		}
	}
}
