<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Runs;

use WP_Codebox\Fuzz\Run\Case_Result;
use WP_Codebox\Fuzz\Run\Json_Values;

/**
 * What a run keeps of a case: its record, its findings, and its events as log lines.
 */
final class Case_Entry {

	/** Events that are kept as logs: file of the bundle → types of Observation::$events. */
	public const LOGS = array(
		'egress'      => array( 'http', 'loopback', 'redirect' ),
		'mail'        => array( 'mail' ),
		'file-writes' => array( 'file_write', 'file_delete', 'upload' ),
		'processes'   => array( 'exec' ),
	);

	/** Log lines of one case. */
	private const EVENTS = 50;

	/**
	 * @param Case_Result $result   What became of it.
	 * @param string      $suite_id Id of its suite.
	 * @return array{case: array, findings: list<array>, events: list<array{log: string, case: string, type: string, data: mixed}>}
	 */
	public static function of( Case_Result $result, string $suite_id ): array {
		return array(
			'case'     => $result->to_array( $suite_id ),
			'findings' => $result->findings,
			'events'   => self::events( $result ),
		);
	}

	private static function events( Case_Result $result ): array {
		$lines = array();
		foreach ( self::LOGS as $log => $types ) {
			foreach ( $result->observation?->events_of( ...$types ) ?? array() as $event ) {
				$lines[] = array(
					'log'  => $log,
					'case' => $result->fuzz_case->id,
					'type' => $event['type'],
					'data' => Json_Values::of( $event['data'] ),
				);
			}
		}
		return array_slice( $lines, 0, self::EVENTS );
	}
}
