<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Suite;

/**
 * A case that makes no sense. The message says what was expected, the path where, below the case.
 */
final class Malformed_Case extends \InvalidArgumentException {

	/**
	 * @param string $path   Path below the case, such as `.target.kind`; empty for the case itself.
	 * @param string $reason What was expected, without a full stop.
	 */
	public function __construct( public readonly string $path, string $reason ) {
		parent::__construct( $reason );
	}
}
