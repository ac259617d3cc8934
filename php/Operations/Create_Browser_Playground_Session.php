<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Browser\Browser_Sessions;
use WP_Codebox\Services;
use WP_Error;

/**
 * Prepares a disposable WordPress for the browser.
 */
final class Create_Browser_Playground_Session implements Operation {

	/**
	 * @param Browser_Sessions $sessions Does it.
	 */
	public function __construct( private readonly Browser_Sessions $sessions ) {}

	/**
	 * @param Services $services Composition root.
	 */
	public static function create( Services $services ): self {
		return new self( $services->browser()->sessions() );
	}

	/**
	 * @param array      $input      Valid input.
	 * @param Invocation $invocation Who calls.
	 */
	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		unset( $invocation );
		return $this->sessions->create( $input );
	}
}
