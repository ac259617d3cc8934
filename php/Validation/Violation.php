<?php

declare( strict_types=1 );

namespace WP_Codebox\Validation;

/**
 * Why a value does not fit its schema: the first reason found, with the path of the field.
 */
final class Violation {

	/**
	 * @param string $path    Such as `cases[3].target.kind`; empty for the value itself.
	 * @param string $keyword The JSON Schema keyword that refused, e.g. `required`, `type`, `additionalProperties`.
	 * @param string $reason  What was expected, e.g. `has to be one of rest, http`.
	 * @param string $code    Error code of the catalogue.
	 */
	public function __construct(
		public readonly string $path,
		public readonly string $keyword,
		public readonly string $reason,
		public readonly string $code = 'wp_codebox_invalid_input'
	) {}

	/** One sentence that names the field. */
	public function sentence(): string {
		return ( '' === $this->path ? 'input' : $this->path ) . ' ' . $this->reason . '.';
	}
}
