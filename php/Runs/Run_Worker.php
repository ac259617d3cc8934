<?php

declare( strict_types=1 );

namespace WP_Codebox\Runs;

use WP_Error;

/**
 * Works on queued runs, batch by batch, until there is nothing left or its time is up.
 */
final class Run_Worker {

	/** Seconds that a lease holds. A batch is meant to take a fraction of it. */
	public const LEASE = 60;

	/**
	 * @param Run_Registry $registry Runs.
	 * @param Run_Queue    $queue    Batches.
	 * @param Run_Kinds    $kinds    What a batch means.
	 */
	public function __construct(
		private readonly Run_Registry $registry,
		private readonly Run_Queue $queue,
		private readonly Run_Kinds $kinds
	) {}

	/**
	 * @param float                $seconds  Wall time after which no further batch is begun.
	 * @param \Closure(string):void|null $progress Told a line per batch.
	 * @param int                  $lease    Seconds a lease holds; shorter in tests.
	 * @return int How many batches were answered.
	 */
	public function work( float $seconds, ?\Closure $progress = null, int $lease = self::LEASE ): int {
		$until    = microtime( true ) + $seconds;
		$answered = 0;
		$this->settle();
		while ( microtime( true ) < $until ) {
			$batch = $this->queue->lease( $lease );
			if ( null === $batch ) {
				break;
			}
			$answered += $this->work_on( $batch, $progress, $lease ) ? 1 : 0;
			$this->settle( $batch['run_id'] );
		}
		$this->settle();
		return $answered;
	}

	private function work_on( array $batch, ?\Closure $progress, int $lease ): bool {
		$run = $this->registry->find( $batch['run_id'] );
		if ( null === $run ) {
			return false;
		}
		$this->registry->move( (int) $run->id, array( 'queued', 'running' ), 'running' );
		$this->registry->beat( (int) $run->id );
		$user = get_current_user_id();
		// The run has the rights of whoever asked for it, at the time of work.
		wp_set_current_user( (int) $run->user_id );
		try {
			$kind   = $this->kinds->get( $run->kind );
			$result = is_wp_error( $kind ) ? $kind : $kind->work( $run->input, $batch['payload'], $this->renewal( $batch, $lease ) );
		} catch ( \Throwable $thrown ) {
			$result = new WP_Error( 'wp_codebox_internal_error', $thrown::class . ': ' . $thrown->getMessage() );
		} finally {
			wp_set_current_user( $user );
		}
		$kept = is_wp_error( $result )
			? $this->queue->complete( $batch, self::error_result( $result ), 'failed' )
			: $this->queue->complete( $batch, $result );
		if ( $kept && null !== $progress ) {
			$state = $this->queue->progress( (int) $run->id );
			$progress( sprintf( '%s %d/%d batches', $run->uuid, $state['done'] + $state['failed'], $state['batches'] ) );
		}
		return $kept;
	}

	/** @return \Closure(bool=):bool Prolongs a lease when a quarter of it has passed. */
	private function renewal( array $batch, int $lease ): \Closure {
		$next = microtime( true ) + $lease / 4;
		return function ( bool $has_advanced = false ) use ( $batch, $lease, &$next ): bool {
			if ( $has_advanced ) {
				$this->queue->forgive( $batch );
			}
			if ( microtime( true ) < $next ) {
				return true;
			}
			$next = microtime( true ) + $lease / 4;
			return $this->queue->renew( $batch, $lease );
		};
	}

	/**
	 * Ends runs whose batches are all answered, and those that were asked to stop.
	 *
	 * @param int|null $only Row id; null looks at every open run.
	 */
	private function settle( ?int $only = null ): void {
		foreach ( null === $only ? $this->registry->open_runs() : array( $only ) as $run_id ) {
			$this->queue->give_up_on_killers( $run_id );
			if ( 'cancelling' === $this->registry->state( $run_id ) ) {
				$this->registry->move( $run_id, array( 'cancelling' ), 'cancelled' );
				continue;
			}
			$progress = $this->queue->progress( $run_id );
			if ( $progress['done'] + $progress['failed'] === $progress['batches'] ) {
				$this->finish( $run_id, $progress['failed'] );
			}
		}
	}

	private function finish( int $run_id, int $failed ): void {
		$run = $this->registry->find( $run_id );
		if ( null === $run ) {
			return;
		}
		try {
			$kind    = $this->kinds->get( $run->kind );
			$outcome = is_wp_error( $kind ) ? $kind : $kind->finish( $run->input, $this->queue->results( $run_id ), $run->uuid );
		} catch ( \Throwable $thrown ) {
			$outcome = new WP_Error( 'wp_codebox_internal_error', $thrown::class . ': ' . $thrown->getMessage() );
		}
		if ( is_wp_error( $outcome ) ) {
			$this->registry->move( $run_id, array( 'queued', 'running' ), 'failed', array( 'reason' => $outcome->get_error_code() . ': ' . $outcome->get_error_message() ) );
			return;
		}
		$columns = array( 'result' => (string) wp_json_encode( $outcome['result'], JSON_INVALID_UTF8_SUBSTITUTE | JSON_PRESERVE_ZERO_FRACTION ) );
		if ( isset( $outcome['artifact'] ) ) {
			$columns['artifact'] = (string) wp_json_encode( $outcome['artifact'] );
		}
		if ( $failed > 0 ) {
			$columns['reason'] = sprintf( '%d of its batches did not finish', $failed );
		}
		$this->registry->move( $run_id, array( 'queued', 'running' ), $failed > 0 ? 'failed' : 'finished', $columns );
	}

	private static function error_result( WP_Error $error ): array {
		return array(
			'error' => array(
				'code'    => $error->get_error_code(),
				'message' => $error->get_error_message(),
			),
		);
	}
}
