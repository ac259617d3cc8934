<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Artifacts\Artifact_Error;
use WP_Codebox\Artifacts\Artifact_Services;
use WP_Codebox\Artifacts\Artifact_Store;
use WP_Codebox\Fuzz\Campaign\Campaign_Launcher;
use WP_Codebox\Fuzz\Runs\Campaign_Bundle;
use WP_Codebox\Services;
use WP_Error;

/**
 * `wp codebox fuzz`: a campaign, see src-shared/operations/fuzz.ts.
 */
final class Fuzz implements Operation {

	private function __construct( private readonly Campaign_Launcher $launcher, private readonly Artifact_Services $artifacts ) {}

	public static function create( Services $services ): self {
		return new self( new Campaign_Launcher( $services->fuzz() ), $services->artifacts() );
	}

	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		$cases = $invocation->flags['case-stream'] ?? null;
		if ( false === ( $input['bundle'] ?? true ) ) {
			return $this->launch( $input, $invocation, $cases, null );
		}
		$store = Artifact_Error::guard( fn(): Artifact_Store => $this->artifacts->store_of( $input, $invocation ) );
		if ( is_wp_error( $store ) ) {
			return $store;
		}
		$bundle   = new Campaign_Bundle( $store );
		$document = $this->launch(
			$input,
			$invocation,
			static function ( array $record ) use ( $bundle, $cases ): void {
				$bundle->take_case( $record );
				if ( null !== $cases ) {
					$cases( $record );
				}
			},
			$bundle->take_event( ... )
		);
		return is_wp_error( $document ) ? $document : $bundle->store( $document );
	}

	private function launch( array $input, Invocation $invocation, ?\Closure $cases, ?\Closure $events ): array|WP_Error {
		return $this->launcher->launch( $input, $invocation->is_operator(), ! empty( $invocation->flags['allow-production'] ), $invocation->progress, $cases, $events );
	}
}
