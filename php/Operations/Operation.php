<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Services;
use WP_Error;

/**
 * The handler of one operation. Its id, schemas, capability and projections are data
 * in src-shared/operations; the class is named after the id (`wp-codebox/run-fuzz-suite`
 * → `Run_Fuzz_Suite`).
 */
interface Operation {

	/**
	 * @param Services $services Where the handler takes what it needs.
	 */
	public static function create( Services $services ): self;

	/**
	 * @param array      $input      Input that its schema accepts.
	 * @param Invocation $invocation Who calls, through which surface.
	 * @return array|WP_Error Output that its schema accepts, or an error of the catalogue.
	 */
	public function execute( array $input, Invocation $invocation ): array|WP_Error;
}
