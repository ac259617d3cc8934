<?php

declare( strict_types=1 );

namespace WP_Codebox\Runs;

/**
 * A run that the process which asked for it works on itself. When that process dies, the leases of its batches expire
 * and any worker goes on.
 */
final class Held_Run {

	private float $next;

	/**
	 * @param string       $uuid     Run id.
	 * @param int          $row      Row id.
	 * @param list<array>  $payloads Its batches.
	 * @param string       $lease    Of all of them.
	 * @param Run_Queue    $queue    Renews it.
	 * @param \Closure(Held_Run):void $forget Removes the run.
	 */
	public function __construct(
		public readonly string $uuid,
		public readonly int $row,
		public readonly array $payloads,
		private readonly string $lease,
		private readonly Run_Queue $queue,
		private readonly \Closure $forget
	) {
		$this->next = microtime( true ) + Run_Worker::LEASE / 4;
	}

	/** Prolongs the leases when a quarter of them has passed. */
	public function keep(): void {
		if ( microtime( true ) >= $this->next ) {
			$this->next = microtime( true ) + Run_Worker::LEASE / 4;
			$this->queue->renew_all( $this->row, $this->lease, Run_Worker::LEASE );
		}
	}

	/** The run is done and answered; nothing of it stays. */
	public function forget(): void {
		( $this->forget )( $this );
	}
}
