<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation;

/**
 * One input of an endpoint: where it goes and what is known of it.
 */
final class Parameter {

	public const PATH   = 'path';
	public const QUERY  = 'query';
	public const JSON   = 'json';
	public const FORM   = 'form';
	public const HEADER = 'header';

	/**
	 * @param string      $name     Name.
	 * @param string      $place    One of the constants.
	 * @param array       $schema   Declared schema; empty for an undeclared one.
	 * @param bool        $required Whether a request without it is refused.
	 * @param bool        $declared Whether the endpoint declares it.
	 * @param list<mixed> $literals Values that the code compares it with.
	 */
	public function __construct(
		public readonly string $name,
		public readonly string $place,
		public readonly array $schema = array(),
		public readonly bool $required = false,
		public readonly bool $declared = true,
		public readonly array $literals = array()
	) {}
}
