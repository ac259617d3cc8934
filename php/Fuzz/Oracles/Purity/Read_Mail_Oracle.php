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
 * A read that sends mail.
 */
final class Read_Mail_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'purity.read-mail';
	protected const SIGNALS     = Signals::EVENTS;
	protected const SEVERITY    = Finding::MEDIUM;
	protected const EXPLANATION = 'A GET, HEAD or a read-only ability sent mail: a crawler can send it a thousand times.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( $fuzz_case->is_mutating() ) {
			return;
		}
		foreach ( $observation->events_of( 'mail' ) as $event ) {
			yield $this->finding( 'A read sends mail.', 'mail', array( 'subject' => mb_strcut( (string) ( $event['data']['subject'] ?? '' ), 0, 100 ) ), $event['frames'], true );
		}
	}
}
