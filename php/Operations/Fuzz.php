<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Fuzz\Campaign\Campaign_Launcher;
use WP_Codebox\Services;
use WP_Error;

/**
 * `wp codebox fuzz`: a campaign, see src-shared/operations/fuzz.ts.
 */
final class Fuzz implements Operation {

	private function __construct( private readonly Campaign_Launcher $launcher ) {}

	public static function create( Services $services ): self {
		return new self( new Campaign_Launcher( $services->fuzz() ) );
	}

	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		return $this->launcher->launch( $input, $invocation->is_operator(), ! empty( $invocation->flags['allow-production'] ), $invocation->progress, $invocation->flags['case-stream'] ?? null );
	}
}
