<?php

declare( strict_types=1 );

namespace WP_Codebox\Runs;

use wpdb;

/**
 * Hands out batches under leases that expire, so that a killed worker's batch is taken up by another
 * and no two answers to one batch are kept.
 */
final class Run_Queue {

	/** A batch that was begun this often without an answer is given up. */
	public const MAX_ATTEMPTS = 5;

	/**
	 * @param wpdb       $database The site's database.
	 * @param Run_Tables $tables   Table names.
	 */
	public function __construct( private readonly wpdb $database, private readonly Run_Tables $tables ) {}

	/**
	 * @param int         $run_id  Row id of the run.
	 * @param list<array> $batches Payloads in order.
	 * @return bool False when the database refused one.
	 */
	public function fill( int $run_id, array $batches ): bool {
		foreach ( $batches as $position => $payload ) {
			$stored = $this->database->insert(
				$this->tables->batches(),
				array(
					'run_id'   => $run_id,
					'position' => $position,
					'state'    => 'pending',
					'payload'  => (string) wp_json_encode( $payload ),
				)
			);
			if ( false === $stored ) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Takes one batch of a running run.
	 *
	 * The candidate is read first and taken by an UPDATE that names its state: of two workers that
	 * read the same candidate, one changes a row and the other none.
	 *
	 * @param int      $seconds How long the lease holds without renewal.
	 * @param int|null $run_id  Only of this run; null for any.
	 * @return array{id: int, run_id: int, position: int, payload: array, lease: string}|null
	 */
	public function lease( int $seconds, ?int $run_id = null ): ?array {
		if ( ! $this->tables->are_there() ) {
			return null;
		}
		for ( $try = 0; $try < 20; $try++ ) {
			$now       = time();
			$candidate = $this->candidate( $now, $run_id );
			if ( null === $candidate ) {
				return null;
			}
			$lease = bin2hex( random_bytes( 16 ) );
			$taken = $this->database->query(
				$this->database->prepare(
					"UPDATE %i SET state = 'leased', lease = %s, lease_until = %d, attempts = attempts + 1 WHERE id = %d AND lease = %s AND ( state = 'pending' OR ( state = 'leased' AND lease_until < %d ) )",
					$this->tables->batches(),
					$lease,
					$now + $seconds,
					$candidate->id,
					$candidate->lease,
					$now
				)
			);
			if ( 1 === $taken ) {
				return array(
					'id'       => (int) $candidate->id,
					'run_id'   => (int) $candidate->run_id,
					'position' => (int) $candidate->position,
					'payload'  => (array) json_decode( $candidate->payload, true ),
					'lease'    => $lease,
				);
			}
		}
		return null;
	}

	/**
	 * Prolongs a lease; false means that it was lost and the work is no longer wanted.
	 *
	 * @param array $batch   As lease() gave it.
	 * @param int   $seconds From now.
	 */
	public function renew( array $batch, int $seconds ): bool {
		$this->database->query( $this->database->prepare( "UPDATE %i SET lease_until = %d WHERE id = %d AND lease = %s AND state = 'leased'", $this->tables->batches(), time() + $seconds, $batch['id'], $batch['lease'] ) );
		// MySQL counts the rows that changed, and twice in a second nothing changes.
		return '1' === (string) $this->database->get_var( $this->database->prepare( "SELECT COUNT(*) FROM %i WHERE id = %d AND lease = %s AND state = 'leased'", $this->tables->batches(), $batch['id'], $batch['lease'] ) );
	}

	/**
	 * Takes every batch of a run.
	 *
	 * @param int $run_id  Row id of the run.
	 * @param int $seconds From now.
	 * @return string The lease.
	 */
	public function lease_all( int $run_id, int $seconds ): string {
		$lease = bin2hex( random_bytes( 16 ) );
		$this->database->query( $this->database->prepare( "UPDATE %i SET state = 'leased', lease = %s, lease_until = %d WHERE run_id = %d AND state = 'pending'", $this->tables->batches(), $lease, time() + $seconds, $run_id ) );
		return $lease;
	}

	/**
	 * @param int    $run_id  Row id of the run.
	 * @param string $lease   Of lease_all().
	 * @param int    $seconds From now.
	 */
	public function renew_all( int $run_id, string $lease, int $seconds ): void {
		$this->database->query( $this->database->prepare( "UPDATE %i SET lease_until = %d WHERE run_id = %d AND lease = %s AND state = 'leased'", $this->tables->batches(), time() + $seconds, $run_id, $lease ) );
	}

	/**
	 * What was done of a batch stays done, so workers that died of it before do not count any more.
	 *
	 * @param array $batch As lease() gave it.
	 */
	public function forgive( array $batch ): void {
		$this->database->query( $this->database->prepare( 'UPDATE %i SET attempts = 1 WHERE id = %d AND lease = %s', $this->tables->batches(), $batch['id'], $batch['lease'] ) );
	}

	/**
	 * Keeps the answer to a batch, if the lease still holds.
	 *
	 * @param array  $batch  As lease() gave it.
	 * @param array  $result Any JSON value.
	 * @param string $state  `done` or `failed`.
	 * @return bool False when another worker has it now.
	 */
	public function complete( array $batch, array $result, string $state = 'done' ): bool {
		return 1 === $this->database->query( $this->database->prepare( "UPDATE %i SET state = %s, result = %s WHERE id = %d AND lease = %s AND state = 'leased'", $this->tables->batches(), $state, (string) wp_json_encode( $result, JSON_INVALID_UTF8_SUBSTITUTE | JSON_PRESERVE_ZERO_FRACTION ), $batch['id'], $batch['lease'] ) );
	}

	/**
	 * Gives up batches that killed every worker that took them.
	 *
	 * @param int $run_id Row id of the run.
	 */
	public function give_up_on_killers( int $run_id ): void {
		$this->database->query( $this->database->prepare( "UPDATE %i SET state = 'failed', result = %s WHERE run_id = %d AND state = 'leased' AND lease_until < %d AND attempts >= %d", $this->tables->batches(), '{"error":{"code":"wp_codebox_run_worker_died","message":"Every worker that took this batch died."}}', $run_id, time(), self::MAX_ATTEMPTS ) );
	}

	/**
	 * Makes what failed or was left pending again; what is done stays done.
	 *
	 * @param int $run_id Row id of the run.
	 */
	public function reopen( int $run_id ): void {
		$this->database->query( $this->database->prepare( "UPDATE %i SET state = 'pending', attempts = 0, lease = '', lease_until = 0, result = NULL WHERE run_id = %d AND state <> 'done'", $this->tables->batches(), $run_id ) );
	}

	/**
	 * @param int $run_id Row id of the run.
	 * @return array{batches: int, done: int, failed: int}
	 */
	public function progress( int $run_id ): array {
		$rows   = $this->database->get_results( $this->database->prepare( 'SELECT state, COUNT(*) AS number FROM %i WHERE run_id = %d GROUP BY state', $this->tables->batches(), $run_id ) );
		$states = array_column( $rows, 'number', 'state' );
		return array(
			'batches' => (int) array_sum( $states ),
			'done'    => (int) ( $states['done'] ?? 0 ),
			'failed'  => (int) ( $states['failed'] ?? 0 ),
		);
	}

	/**
	 * @param int $run_id Row id of the run.
	 * @return \Generator<array> The kept answers in order, one row in memory at a time.
	 */
	public function results( int $run_id ): \Generator {
		$position = -1;
		while ( true ) {
			$row = $this->database->get_row( $this->database->prepare( 'SELECT position, result FROM %i WHERE run_id = %d AND position > %d AND result IS NOT NULL ORDER BY position LIMIT 1', $this->tables->batches(), $run_id, $position ) );
			if ( null === $row ) {
				return;
			}
			$position = (int) $row->position;
			yield (array) json_decode( $row->result, true );
		}
	}

	/**
	 * @param int $run_id Row id of the run.
	 */
	public function remove( int $run_id ): void {
		$this->database->delete( $this->tables->batches(), array( 'run_id' => $run_id ) );
	}

	private function candidate( int $now, ?int $run_id ): ?object {
		return $this->database->get_row(
			$this->database->prepare(
				"SELECT b.id, b.run_id, b.position, b.payload, b.lease FROM %i b INNER JOIN %i r ON r.id = b.run_id
				WHERE r.state IN ( 'queued', 'running' ) AND b.attempts < %d AND ( b.state = 'pending' OR ( b.state = 'leased' AND b.lease_until < %d ) ) AND ( %d = 0 OR b.run_id = %d )
				ORDER BY b.run_id, b.position LIMIT 1",
				$this->tables->batches(),
				$this->tables->runs(),
				self::MAX_ATTEMPTS,
				$now,
				(int) $run_id,
				(int) $run_id
			)
		);
	}
}
