<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Findings;

/**
 * Something an oracle found. Immutable; equal fingerprints are the same defect.
 */
final class Finding {

	public const HIGH   = 'high';
	public const MEDIUM = 'medium';
	public const LOW    = 'low';
	public const INFO   = 'info';

	/**
	 * @param string               $oracle      Oracle id, `group.name`.
	 * @param string               $severity    One of the constants.
	 * @param string               $message     One sentence for a person.
	 * @param string               $shape       What makes two findings the same beside route and oracle: exception class, message shape, sink.
	 * @param array{file: string, line: int}|null $location In the code under test; null until attributed.
	 * @param array<string, mixed> $evidence    JSON values that prove it, bounded and redacted.
	 * @param bool                 $is_proof    True when a marker reached a sink, a decoy leaked or a row was written; ranks first.
	 * @param list<array>          $frames      Where it happened.
	 */
	public function __construct(
		public readonly string $oracle,
		public readonly string $severity,
		public readonly string $message,
		public readonly string $shape,
		public readonly ?array $location = null,
		public readonly array $evidence = array(),
		public readonly bool $is_proof = false,
		public readonly array $frames = array()
	) {}
}
