<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

use WP_Codebox\Fuzz\Envelope\Isolating_Envelope;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Stops all writing of a run once a rollback did not hold. A worker process knows that of itself only; its successors and
 * those of other roles are told here.
 */
final class Write_Stop {

	private ?string $reason = null;

	/**
	 * @param Observation $observation What was seen of a case.
	 */
	public function look_at( Observation $observation ): void {
		$failed         = $observation->events_of( 'rollback_failed' );
		$this->reason ??= $failed ? (string) $failed[0]['data']['reason'] : null;
	}

	/**
	 * @param Fuzz_Case $fuzz_case What is about to run.
	 * @return Observation|null That the case is skipped; null when it may run.
	 */
	public function refuse( Fuzz_Case $fuzz_case ): ?Observation {
		if ( null === $this->reason || ! $fuzz_case->is_mutating() ) {
			return null;
		}
		$observation              = new Observation();
		$observation->ended       = Observation::SKIPPED;
		$observation->skip_reason = Isolating_Envelope::ROLLBACK_UNAVAILABLE;
		$observation->record( 'mutation_refused', array( 'reason' => $this->reason ) );
		return $observation;
	}
}
