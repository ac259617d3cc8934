<?php

declare( strict_types=1 );

namespace WP_Codebox\Runs;

use WP_Codebox\Errors\Errors;
use WP_Error;

/**
 * Every long run of this site: queued, found, cancelled, resumed.
 *
 * A run is an array of the contract `wp-codebox/run/v1` (src-shared/runs).
 */
final class Run_Registry {

	private const FINAL_STATES = array( 'finished', 'failed', 'cancelled' );

	/**
	 * @param Run_Tables   $tables   Table names.
	 * @param Run_Queue    $queue    Batches.
	 * @param Run_Kinds    $kinds    What can be run.
	 * @param Run_Schedule $schedule Wakes a worker.
	 */
	public function __construct(
		private readonly Run_Tables $tables,
		private readonly Run_Queue $queue,
		private readonly Run_Kinds $kinds,
		private readonly Run_Schedule $schedule
	) {}

	/**
	 * Stores a run with its batches and wakes a worker.
	 *
	 * @param string $kind  Kind id.
	 * @param array  $input Input of the operation.
	 * @return array|WP_Error The run.
	 */
	public function start( string $kind, array $input ): array|WP_Error {
		$batches = $this->plan( $kind, $input );
		$run     = is_wp_error( $batches ) ? $batches : $this->store( $kind, $input, $batches );
		if ( is_wp_error( $run ) ) {
			return $run;
		}
		if ( ! $this->move( $run['row'], array( 'preparing' ), 'queued' ) ) {
			return $this->refused( $run['row'] );
		}
		$this->schedule->wake();
		return $this->get( $run['uuid'] );
	}

	/**
	 * Stores a run that the caller works on himself; a worker takes it up only when the caller's process died.
	 *
	 * @param string $kind  Kind id.
	 * @param array  $input Input of the operation.
	 * @return Held_Run|WP_Error
	 */
	public function hold( string $kind, array $input ): Held_Run|WP_Error {
		$batches = $this->plan( $kind, $input );
		$run     = is_wp_error( $batches ) ? $batches : $this->store( $kind, $input, $batches );
		if ( is_wp_error( $run ) ) {
			return $run;
		}
		$lease = $this->queue->lease_all( $run['row'], Run_Worker::LEASE );
		if ( ! $this->move( $run['row'], array( 'preparing' ), 'running' ) ) {
			return $this->refused( $run['row'] );
		}
		$this->schedule->look_after( $run['uuid'], Run_Worker::LEASE );
		return new Held_Run( $run['uuid'], $run['row'], $batches, $lease, $this->queue, $this->forget( ... ) );
	}

	private function forget( Held_Run $run ): void {
		$this->remove( $run->row );
		$this->schedule->leave( $run->uuid );
	}

	/**
	 * @param string $kind  Kind id.
	 * @param array  $input Input of the operation.
	 * @return list<array>|WP_Error The batches.
	 */
	private function plan( string $kind, array $input ): array|WP_Error {
		$handler = $this->kinds->get( $kind );
		return is_wp_error( $handler ) ? $handler : $handler->plan( $input );
	}

	/**
	 * @param string      $kind    Kind id.
	 * @param array       $input   Input of the operation.
	 * @param list<array> $batches Of plan().
	 * @return array{row: int, uuid: string}|WP_Error A run that no worker sees yet.
	 */
	private function store( string $kind, array $input, array $batches ): array|WP_Error {
		$this->tables->ensure();
		global $wpdb;
		$uuid   = wp_generate_uuid4();
		$stored = $wpdb->insert(
			$this->tables->runs(),
			array(
				'uuid'       => $uuid,
				'kind'       => $kind,
				// Not visible to workers until every batch is there.
				'state'      => 'preparing',
				'user_id'    => get_current_user_id(),
				'input'      => (string) wp_json_encode( $input ),
				'created_at' => current_time( 'mysql', true ),
				'updated_at' => current_time( 'mysql', true ),
			)
		);
		$run_id = (int) $wpdb->insert_id;
		return false === $stored || ! $this->queue->fill( $run_id, $batches ) ? $this->refused( $run_id ) : array(
			'row'  => $run_id,
			'uuid' => $uuid,
		);
	}

	private function refused( int $run_id ): WP_Error {
		global $wpdb;
		$reason = $wpdb->last_error;
		$this->remove( $run_id );
		return Errors::make( 'wp_codebox_run_storage_failed', $reason );
	}

	/**
	 * @param string $uuid Run id.
	 * @return array|WP_Error `wp_codebox_run_not_found`.
	 */
	public function get( string $uuid ): array|WP_Error {
		$row = $this->row( $uuid );
		return is_wp_error( $row ) ? $row : $this->describe( $row );
	}

	/**
	 * @param string $uuid Run id.
	 * @return \Generator<array> What is kept of its batches so far, in order; nothing for an unknown run.
	 */
	public function results( string $uuid ): \Generator {
		$row = $this->row( $uuid );
		if ( ! is_wp_error( $row ) ) {
			yield from $this->queue->results( (int) $row->id );
		}
	}

	/**
	 * @param string $state State of a run.
	 */
	public static function is_final( string $state ): bool {
		return in_array( $state, self::FINAL_STATES, true );
	}

	/**
	 * @param array{state?: string, kind?: string, limit?: int, offset?: int} $query Filter.
	 * @return array{total: int, runs: list<array>} Newest first, without results.
	 */
	public function list( array $query ): array {
		if ( ! $this->tables->are_there() ) {
			return array(
				'total' => 0,
				'runs'  => array(),
			);
		}
		global $wpdb;
		$state = $query['state'] ?? '';
		$kind  = $query['kind'] ?? '';
		$where = $wpdb->prepare( "FROM %i WHERE state <> 'preparing' AND ( %s = '' OR state = %s ) AND ( %s = '' OR kind = %s )", $this->tables->runs(), $state, $state, $kind, $kind );
		$rows  = $wpdb->get_results( "SELECT * $where " . $wpdb->prepare( 'ORDER BY id DESC LIMIT %d OFFSET %d', $query['limit'] ?? 20, $query['offset'] ?? 0 ) ); // phpcs:ignore WordPress.DB.PreparedSQL -- Both parts are prepared.
		return array(
			'total' => (int) $wpdb->get_var( "SELECT COUNT(*) $where" ), // phpcs:ignore WordPress.DB.PreparedSQL -- Prepared above.
			'runs'  => array_map( fn( object $row ): array => $this->describe( $row, false ), $rows ),
		);
	}

	/**
	 * Asks a run to stop. What waits is stopped at once; a batch in work is finished first.
	 *
	 * @param string $uuid   Run id.
	 * @param string $reason Why.
	 * @return array|WP_Error `wp_codebox_run_already_final`.
	 */
	public function cancel( string $uuid, string $reason = 'cancelled on request' ): array|WP_Error {
		$row = $this->row( $uuid );
		if ( is_wp_error( $row ) ) {
			return $row;
		}
		if ( ! $this->move( (int) $row->id, array( 'queued' ), 'cancelled', array( 'reason' => $reason ) )
			&& ! $this->move( (int) $row->id, array( 'running', 'cancelling' ), 'cancelling', array( 'reason' => $reason ) ) ) {
			return Errors::make( 'wp_codebox_run_already_final', $uuid );
		}
		$this->schedule->wake();
		return $this->get( $uuid );
	}

	/**
	 * @param string $uuid Run id.
	 * @return array|WP_Error `wp_codebox_run_not_resumable`.
	 */
	public function resume( string $uuid ): array|WP_Error {
		$row = $this->row( $uuid );
		if ( is_wp_error( $row ) ) {
			return $row;
		}
		if ( ! in_array( $row->state, array( 'failed', 'cancelled' ), true ) ) {
			return Errors::make( 'wp_codebox_run_not_resumable', $uuid );
		}
		$this->queue->reopen( (int) $row->id );
		$this->move( (int) $row->id, array( 'failed', 'cancelled' ), 'queued', array( 'reason' => null ) );
		$this->schedule->wake();
		return $this->get( $uuid );
	}

	/**
	 * @param int $run_id Row id.
	 * @return object|null The row, with decoded `input`.
	 */
	public function find( int $run_id ): ?object {
		global $wpdb;
		$row = $wpdb->get_row( $wpdb->prepare( 'SELECT * FROM %i WHERE id = %d', $this->tables->runs(), $run_id ) );
		if ( null !== $row ) {
			$row->input = (array) json_decode( $row->input, true );
		}
		return $row;
	}

	/**
	 * @return list<int> Row ids of the runs that are not final.
	 */
	public function open_runs(): array {
		if ( ! $this->tables->are_there() ) {
			return array();
		}
		global $wpdb;
		return array_map( 'intval', $wpdb->get_col( $wpdb->prepare( "SELECT id FROM %i WHERE state IN ( 'queued', 'running', 'cancelling' ) ORDER BY id", $this->tables->runs() ) ) );
	}

	/**
	 * Changes the state of a run if it is in one of the expected ones: of two workers, one succeeds.
	 *
	 * @param int      $run_id  Row id.
	 * @param string[] $from    Expected states.
	 * @param string   $to      New state.
	 * @param array    $columns More columns to set.
	 */
	public function move( int $run_id, array $from, string $to, array $columns = array() ): bool {
		global $wpdb;
		foreach ( $from as $state ) {
			$changed = $wpdb->update(
				$this->tables->runs(),
				array(
					'state'      => $to,
					'updated_at' => current_time( 'mysql', true ),
				) + $columns,
				array(
					'id'    => $run_id,
					'state' => $state,
				)
			);
			// An update to the same values changes no row, and counts as done.
			if ( 1 === $changed || ( 0 === $changed && $state === $to && $state === $this->state( $run_id ) ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Notes a sign of life.
	 *
	 * @param int $run_id Row id.
	 */
	public function beat( int $run_id ): void {
		global $wpdb;
		$wpdb->update( $this->tables->runs(), array( 'heartbeat_at' => current_time( 'mysql', true ) ), array( 'id' => $run_id ) );
	}

	/**
	 * @param int $run_id Row id.
	 */
	public function state( int $run_id ): string {
		global $wpdb;
		return (string) $wpdb->get_var( $wpdb->prepare( 'SELECT state FROM %i WHERE id = %d', $this->tables->runs(), $run_id ) );
	}

	/**
	 * Removes final runs that are older than the retention, and their batches.
	 *
	 * @param int $days Retention in days; 0 keeps everything.
	 * @return int How many were removed.
	 */
	public function prune( int $days ): int {
		if ( $days <= 0 ) {
			return 0;
		}
		if ( ! $this->tables->are_there() ) {
			return 0;
		}
		global $wpdb;
		$old = $wpdb->get_col( $wpdb->prepare( "SELECT id FROM %i WHERE state IN ( 'finished', 'failed', 'cancelled' ) AND updated_at < %s", $this->tables->runs(), gmdate( 'Y-m-d H:i:s', time() - $days * DAY_IN_SECONDS ) ) );
		array_map( fn( string $id ) => $this->remove( (int) $id ), $old );
		return count( $old );
	}

	/**
	 * @param int $run_id Row id.
	 */
	public function remove( int $run_id ): void {
		global $wpdb;
		$this->queue->remove( $run_id );
		$wpdb->delete( $this->tables->runs(), array( 'id' => $run_id ) );
	}

	/**
	 * @param int $user_id A user.
	 * @return list<array> That user's runs.
	 */
	public function of_user( int $user_id ): array {
		if ( ! $this->tables->are_there() ) {
			return array();
		}
		global $wpdb;
		$rows = $wpdb->get_results( $wpdb->prepare( "SELECT * FROM %i WHERE user_id = %d AND state <> 'preparing' ORDER BY id", $this->tables->runs(), $user_id ) );
		return array_map( fn( object $row ): array => array( 'row' => (int) $row->id ) + $this->describe( $row, false ), $rows );
	}

	/**
	 * @param string $bundle Id of an artifact bundle.
	 * @param int    $run_id Row id of the run that is asked about.
	 * @return bool Whether another run delivered the same bundle.
	 */
	public function shares_bundle( string $bundle, int $run_id ): bool {
		global $wpdb;
		return 0 < (int) $wpdb->get_var( $wpdb->prepare( 'SELECT COUNT(*) FROM %i WHERE id <> %d AND artifact LIKE %s', $this->tables->runs(), $run_id, '%' . $wpdb->esc_like( $bundle ) . '%' ) );
	}

	private function row( string $uuid ): object {
		if ( ! $this->tables->are_there() ) {
			return Errors::make( 'wp_codebox_run_not_found', $uuid );
		}
		global $wpdb;
		return $wpdb->get_row( $wpdb->prepare( "SELECT * FROM %i WHERE uuid = %s AND state <> 'preparing'", $this->tables->runs(), $uuid ) ) ?? Errors::make( 'wp_codebox_run_not_found', $uuid );
	}

	private function describe( object $row, bool $with_result = true ): array {
		$result = null === $row->result ? null : (array) json_decode( $row->result, true );
		$run    = array(
			'schema'    => 'wp-codebox/run/v1',
			'id'        => $row->uuid,
			'kind'      => $row->kind,
			'state'     => $row->state,
			'success'   => ! in_array( $row->state, array( 'failed', 'cancelled' ), true ) && false !== ( $result['success'] ?? true ),
			'progress'  => $this->queue->progress( (int) $row->id ),
			'createdAt' => mysql_to_rfc3339( $row->created_at ) . 'Z',
			'updatedAt' => mysql_to_rfc3339( $row->updated_at ) . 'Z',
			'createdBy' => (int) $row->user_id,
		);
		if ( null !== $row->heartbeat_at ) {
			$run['heartbeatAt'] = mysql_to_rfc3339( $row->heartbeat_at ) . 'Z';
		}
		if ( null !== $row->reason ) {
			$run['reason'] = $row->reason;
		}
		if ( null !== $row->artifact ) {
			$run['artifact'] = (array) json_decode( $row->artifact, true );
		}
		if ( $with_result && null !== $result && in_array( $row->state, self::FINAL_STATES, true ) ) {
			$run['result'] = $result;
		}
		return $run;
	}
}
