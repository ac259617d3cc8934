<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Discovery;

/**
 * A call that a scanned body makes, and what of the request it passes on.
 */
final class Call {

	/**
	 * @param string            $owner     `$this`, `$this->property`, a class name, `self`, `static`, `parent`, or empty for a function.
	 * @param string            $name      Method or function.
	 * @param array<int, Taint> $arguments Position → what is passed.
	 */
	public function __construct(
		public readonly string $owner,
		public readonly string $name,
		public readonly array $arguments
	) {}
}
