<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

/**
 * One worker process, seen from its parent.
 */
interface Worker_Process {

	/**
	 * @param array $message JSON values; one line.
	 * @return bool False when nobody can read it any more.
	 */
	public function send( array $message ): bool;

	/**
	 * @param float $seconds How long to wait.
	 * @return array|null The next message; null when the process ended or the time is over.
	 */
	public function receive( float $seconds ): ?array;

	/** Whether the process is still there. */
	public function is_running(): bool;

	/** The last of what the process printed. */
	public function tail(): string;

	/**
	 * Ends the process now.
	 *
	 * @return array{signal: int, exit: int} Signal that it died from before (0: none), and its exit status (-1: unknown).
	 */
	public function kill(): array;
}
