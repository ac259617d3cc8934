<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Discovery;

/**
 * What a variable holds of the request: the request itself, all its parameters, or the value of one.
 */
final class Taint {

	public const REQUEST = 'request';
	public const ALL     = 'all';
	public const VALUE   = 'value';

	/**
	 * @param string $kind  One of the constants.
	 * @param string $place For ALL and VALUE: a place of Parameter.
	 * @param string $name  For VALUE: the parameter.
	 */
	public function __construct(
		public readonly string $kind,
		public readonly string $place = '',
		public readonly string $name = ''
	) {}
}
