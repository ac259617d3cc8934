<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

/**
 * How an operation was called.
 */
final class Invocation {

	public const ABILITY = 'ability';
	public const FACADE  = 'facade';
	public const CLI     = 'cli';
	public const REST    = 'rest';

	private bool $answers_itself = false;

	/**
	 * @param string                $surface  One of the constants.
	 * @param array<string, mixed>  $flags    What only an operator at a command line can say, e.g. `allow-production`.
	 * @param \Closure(string):void $progress Told a line about how far a long run is; never writes to standard output.
	 */
	public function __construct(
		public readonly string $surface,
		public readonly array $flags = array(),
		public readonly ?\Closure $progress = null
	) {}

	/** Called by an operation that answers the request even when the process ends inside it. */
	public function answer_itself(): void {
		$this->answers_itself = true;
	}

	/** Whether the surface has to stay silent when the process ends. */
	public function answers_itself(): bool {
		return $this->answers_itself;
	}

	/** True where a person with shell access calls, who may name paths on the host. */
	public function is_operator(): bool {
		return self::CLI === $this->surface;
	}
}
