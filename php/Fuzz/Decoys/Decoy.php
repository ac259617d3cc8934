<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Decoys;

/**
 * A thing with a secret in it that only some may see.
 *
 * Rows are written without WordPress's hooks: no plugin reacts to a decoy, no mail goes out.
 */
interface Decoy {

	/** What it is, for a finding: draft, private-post, hidden-email, … */
	public function kind(): string;

	/** The lowest role that may see the secret, once it is seeded. */
	public function minimum_role(): string;

	/**
	 * @param string $marker Lower-case letters and digits, to be hidden in it.
	 * @return array{id: int|string, owner: int, bare?: bool, readers?: list<string>} The row, the user who may see it whatever his role (0 when nobody may), whether a plugin would have written more than the row, and roles, also of plugins, that may see it.
	 */
	public function seed( string $marker ): array;

	/** Removes what seed() made; does nothing where there is nothing. */
	public function remove(): void;
}
