<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Runs;

use WP_Codebox\Fuzz\Run\Case_Result;
use WP_Codebox\Fuzz\Run\Event_Log;

/**
 * What a run keeps of a case: its record, its findings, and its events as log lines.
 */
final class Case_Entry {

	/**
	 * @param Case_Result $result   What became of it.
	 * @param string      $suite_id Id of its suite.
	 * @return array{case: array, findings: list<array>, events: list<array{log: string, case: string, type: string, data: mixed}>}
	 */
	public static function of( Case_Result $result, string $suite_id ): array {
		return array(
			'case'     => $result->to_array( $suite_id ),
			'findings' => $result->findings,
			'events'   => null === $result->observation ? array() : Event_Log::lines( $result->fuzz_case->id, $result->observation ),
		);
	}
}
