<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Database;

/**
 * A transaction around one case that the case cannot end, with a proof that it did not.
 *
 * The proof is a savepoint with a random name, set as the first thing in the transaction: it exists for exactly as
 * long as that transaction does. Any commit, implicit commit or rollback by the case, on whatever way it reached the
 * connection, destroys it, and going back to it fails.
 */
interface Rollback {

	/** Why this database cannot undo what a case writes; null when it can. */
	public function refusal(): ?string;

	/** Called before the case. */
	public function begin(): void;

	/**
	 * @param Statement $statement A statement that starts or ends a transaction of the code under test.
	 * @return string What runs in its place: the same with savepoints.
	 */
	public function nested( Statement $statement ): string;

	/** True once the case holds a transaction. */
	public function is_open(): bool;

	/**
	 * Undoes everything.
	 *
	 * @return string|null Null when it held; else why it did not.
	 */
	public function roll_back(): ?string;
}
