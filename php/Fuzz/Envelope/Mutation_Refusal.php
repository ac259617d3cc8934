<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope;

/**
 * A guard that can say why cases must not write on this site.
 */
interface Mutation_Refusal {

	/** A sentence, or null when writing is safe. Asked again before each mutating case. */
	public function refusal(): ?string;
}
