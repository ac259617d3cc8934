<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles;

use WP_Codebox\Fuzz\Findings\Finding;

/**
 * What every built-in oracle says about itself, as constants, and how it makes a finding.
 */
abstract class Declared_Oracle implements Described_Oracle, Judges_By_Signals {

	/** `group.name`. */
	protected const ID = '';

	/** What it judges by: bits of Signals. */
	protected const SIGNALS = Signals::ALWAYS;

	/** A severity of Finding. */
	protected const SEVERITY = Finding::MEDIUM;

	/** One paragraph: what it proves and when it stays silent. */
	protected const EXPLANATION = '';

	public function id(): string {
		return static::ID;
	}

	public function signals(): int {
		return static::SIGNALS;
	}

	public function severity(): string {
		return static::SEVERITY;
	}

	public function explanation(): string {
		return static::EXPLANATION;
	}

	/**
	 * @param string               $message  One sentence for a person.
	 * @param string               $shape    What makes two findings the same beside route and oracle.
	 * @param array<string, mixed> $evidence Bounded and redacted JSON values.
	 * @param list<array>          $frames   Where it happened.
	 * @param bool                 $is_proof A marker at a sink, a decoy leaked, a row written.
	 * @param string|null          $severity When it is not the oracle's own.
	 */
	protected function finding( string $message, string $shape, array $evidence = array(), array $frames = array(), bool $is_proof = false, ?string $severity = null ): Finding {
		return new Finding( static::ID, $severity ?? static::SEVERITY, $message, $shape, null, $evidence, $is_proof, $frames );
	}
}
