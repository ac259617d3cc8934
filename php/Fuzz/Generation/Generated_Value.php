<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation;

/**
 * One value for one place, and why it was made.
 */
final class Generated_Value {

	public const VALID    = 'valid';
	public const BOUNDARY = 'boundary';
	public const INVALID  = 'invalid';

	/**
	 * @param mixed             $value   The value; strings hold the planned marker.
	 * @param string            $keyword The schema keyword, or the source, that it speaks to.
	 * @param string            $kind    One of the constants: what the schema says of it.
	 * @param list<string|int>  $path    Where inside the value the mutation is; empty for the value itself.
	 */
	public function __construct(
		public readonly mixed $value,
		public readonly string $keyword,
		public readonly string $kind,
		public readonly array $path = array()
	) {}

	/**
	 * @param string|int            $key   Property or index.
	 * @param callable(mixed):mixed $embed Puts the value into its container.
	 */
	public function inside( string|int $key, callable $embed ): self {
		return new self( $embed( $this->value ), $this->keyword, $this->kind, array( $key, ...$this->path ) );
	}
}
