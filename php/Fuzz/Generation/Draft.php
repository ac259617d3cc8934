<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation;

/**
 * A case before it has a role, a number and a marker of its own.
 */
final class Draft {

	public const CONTROL = 'control';
	public const FULL    = 'full';
	public const SINGLE  = 'single';
	public const COMBINED = 'combined';

	/**
	 * @param string               $step        One of the constants.
	 * @param string               $kind        Target kind: rest or ability.
	 * @param string               $entry       Route or ability name.
	 * @param array<string, mixed> $input       Case input with the planned marker.
	 * @param list<Mutation>       $mutations   What makes it differ from the control case.
	 * @param string|null          $expectation `valid`, `invalid`, or null where the schema cannot say.
	 * @param bool                 $mutates     Whether the case may change state, by its method or annotation.
	 */
	public function __construct(
		public readonly string $step,
		public readonly string $kind,
		public readonly string $entry,
		public readonly array $input,
		public readonly array $mutations = array(),
		public readonly ?string $expectation = null,
		public readonly bool $mutates = true
	) {}
}
