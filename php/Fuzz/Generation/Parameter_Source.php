<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation;

use WP_Codebox\Fuzz\Inventory\Rest_Endpoint;

/**
 * Finds inputs of an endpoint that its declaration does not name, or values for those that it does.
 */
interface Parameter_Source {

	/**
	 * @param Rest_Endpoint $endpoint The endpoint.
	 * @return array<string, Parameter> By name.
	 */
	public function parameters( Rest_Endpoint $endpoint ): array;
}
