<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Campaign;

use WP_Codebox\Fuzz\Run\Json_Values;
use WP_Codebox\Fuzz\Runs\Suite_Batch;

/**
 * What a case sent, mailed, wrote and started, as lines for the logs of a bundle.
 */
final class Outcome_Events {

	/** Lines of one case. */
	private const MOST = 50;

	/**
	 * @param Case_Outcome $outcome One case.
	 * @return list<array{log: string, case: string, type: string, data: mixed}>
	 */
	public static function of( Case_Outcome $outcome ): array {
		$lines = array();
		foreach ( Suite_Batch::LOGS as $log => $types ) {
			foreach ( $outcome->observation->events_of( ...$types ) as $event ) {
				$lines[] = array(
					'log'  => $log,
					'case' => $outcome->fuzz_case->id,
					'type' => $event['type'],
					'data' => Json_Values::of( $event['data'] ),
				);
			}
		}
		return array_slice( $lines, 0, self::MOST );
	}
}
