<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Fuzz\Campaign\Replay;
use WP_Codebox\Fuzz\Targets\Mutation_Policy;
use WP_Codebox\Services;
use WP_Error;

/**
 * `wp codebox replay`, see src-shared/operations/replay.ts.
 */
final class Replay_Findings implements Operation {

	private function __construct( private readonly Replay $replay ) {}

	public static function create( Services $services ): self {
		return new self( new Replay( $services->fuzz() ) );
	}

	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		$asked    = true === ( $input['result']['metadata']['configuration']['allowMutations'] ?? false );
		$policy   = Mutation_Policy::of_caller( $asked, $invocation->is_operator(), ! empty( $invocation->flags['allow-production'] ) );
		$verdicts = $this->replay->run( $input['result'], $input['finding'] ?? null, $input['case'] ?? null, $policy->allows_mutations(), $invocation->progress );
		if ( is_wp_error( $verdicts ) ) {
			return $verdicts;
		}
		$is_fixed = array() === array_filter( $verdicts, static fn( array $verdict ): bool => Replay::FIXED !== $verdict['verdict'] );
		return array(
			'schema'   => 'wp-codebox/fuzz-replay-result/v1',
			'success'  => $is_fixed,
			'status'   => $is_fixed ? 'passed' : 'failed',
			'findings' => $verdicts,
		);
	}
}
