<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Campaign;

use WP_Codebox\Fuzz\Run\Result_Sink;

/**
 * Passes case results on to the parent process, where somebody wants them.
 */
final class Message_Sink implements Result_Sink {

	/**
	 * @param \Closure(array):void|null $write Takes {case}.
	 */
	public function __construct( private readonly ?\Closure $write ) {}

	public function take( array $result ): void {
		if ( null !== $this->write ) {
			( $this->write )( array( 'case' => $result ) );
		}
	}

	public function cases(): array {
		return array();
	}
}
