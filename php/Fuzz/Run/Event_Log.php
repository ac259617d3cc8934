<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

/**
 * What a case sent, mailed, wrote and started, as lines for the logs of a bundle.
 */
final class Event_Log {

	/** Log → types of Observation::$events. */
	private const LOGS = array(
		'egress'      => array( 'http', 'loopback', 'redirect' ),
		'mail'        => array( 'mail' ),
		'file-writes' => array( 'file_write', 'file_delete', 'upload' ),
		'processes'   => array( 'exec' ),
	);

	/** Lines of one case. */
	private const MOST = 50;

	/** @return array<string, string> Log → its path in a bundle. */
	public static function paths(): array {
		return array_map( static fn( string $log ): string => "logs/$log.ndjson", array_combine( array_keys( self::LOGS ), array_keys( self::LOGS ) ) );
	}

	/**
	 * @param string      $case_id     Id of the case.
	 * @param Observation $observation What was seen of it.
	 * @return list<array{log: string, case: string, type: string, data: mixed}>
	 */
	public static function lines( string $case_id, Observation $observation ): array {
		$lines = array();
		foreach ( self::LOGS as $log => $types ) {
			foreach ( $observation->events_of( ...$types ) as $event ) {
				$lines[] = array(
					'log'  => $log,
					'case' => $case_id,
					'type' => $event['type'],
					'data' => Json_Values::of( $event['data'] ),
				);
			}
		}
		return array_slice( $lines, 0, self::MOST );
	}
}
