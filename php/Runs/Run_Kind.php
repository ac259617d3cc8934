<?php

declare( strict_types=1 );

namespace WP_Codebox\Runs;

use WP_Error;

/**
 * What a long run consists of: how it is cut into batches, how one is worked on, what it ends with.
 */
interface Run_Kind {

	/** Id of the kind, e.g. `fuzz-suite`. */
	public function id(): string;

	/**
	 * @param array $input Input of the operation that was asked for.
	 * @return list<array>|WP_Error The batches, each small enough for a fraction of a request.
	 */
	public function plan( array $input ): array|WP_Error;

	/**
	 * Works on one batch. May be called again for the same batch when a worker died; only one answer is kept.
	 *
	 * @param array           $input   Input of the run.
	 * @param array           $payload One batch of plan().
	 * @param \Closure(bool=):bool $alive Prolongs the lease; to be called at least twice a minute. True says that what is done will not
	 *                                    be done again, so earlier deaths do not count. False comes back: another worker has the batch.
	 * @return array|WP_Error What finish() needs of it.
	 */
	public function work( array $input, array $payload, \Closure $alive ): array|WP_Error;

	/**
	 * @param array           $input   Input of the run.
	 * @param iterable<array> $results What work() answered, in the order of the batches.
	 * @param string          $run_id  UUID of the run.
	 * @return array{result: array, artifact?: array}|WP_Error
	 */
	public function finish( array $input, iterable $results, string $run_id ): array|WP_Error;
}
