<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Browser\Connectors;
use WP_Codebox\Services;
use WP_Error;

/**
 * Asks a server through a connector of the site.
 */
final class Browser_Connector_Request implements Operation {

	/**
	 * @param Connectors $connectors Does it.
	 */
	public function __construct( private readonly Connectors $connectors ) {}

	/**
	 * @param Services $services Composition root.
	 */
	public static function create( Services $services ): self {
		return new self( $services->browser()->connectors() );
	}

	/**
	 * @param array      $input      Valid input.
	 * @param Invocation $invocation Who calls.
	 */
	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		unset( $invocation );
		return $this->connectors->execute( $input );
	}
}
