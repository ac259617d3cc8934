<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles;

/**
 * What every oracle says about itself: for `wp codebox oracles` and for a suite that chooses.
 */
interface Described_Oracle {

	/** `group.name`; groups: crash, contract, access, purity, injection, disclosure, cost. */
	public function id(): string;

	/** Finding::HIGH … INFO, what its findings have unless one says otherwise. */
	public function severity(): string;

	/** One paragraph for `wp codebox oracles`: what it proves and when it stays silent. */
	public function explanation(): string;
}
