<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Runs;

use WP_Codebox\Artifacts\Artifact_Store;
use WP_Codebox\Artifacts\Bundle_Draft;
use WP_Codebox\Artifacts\Canonical_Json;
use WP_Codebox\Fuzz\Run\Event_Log;
use WP_Error;

/**
 * Stores what a run of a suite delivers: suite.json, cases.ndjson, logs/*.ndjson, and what Result_Delivery adds.
 */
final class Suite_Bundle {

	/**
	 * @param \Closure():Artifact_Store $store Where; built when it is needed.
	 */
	public function __construct( private readonly \Closure $store ) {}

	/**
	 * @param array                   $suite    fuzz-suite/v1 as it was sent.
	 * @param array                   $document fuzz-suite-result/v1.
	 * @param array<string, resource> $streams  Path in the bundle → file.
	 * @param string                  $run_id   UUID of the run.
	 * @return array{result: array, artifact: array}|WP_Error The result with its references, and the reference of the verified bundle.
	 */
	public function store( array $suite, array $document, array $streams, string $run_id ): array|WP_Error {
		$draft = $this->draft( $document, $run_id, hash( 'sha256', Canonical_Json::encode( $suite ) ) );
		return ( new Result_Delivery( $this->store ) )->deliver( $draft, $document, array( 'suite.json' => array( 'suite', $suite ) ), $streams );
	}

	private function draft( array $document, string $run_id, string $suite_digest ): Bundle_Draft {
		return new Bundle_Draft(
			array(
				'name'    => 'wp-codebox',
				'version' => WP_CODEBOX_VERSION,
			),
			array(
				'kind'    => Suite_Run::ID,
				'run'     => $run_id,
				'status'  => $document['status'],
				'summary' => $document['summary'],
			),
			array(
				'operation' => 'wp-codebox/run-fuzz-suite',
				'run'       => $run_id,
				'inputs'    => array( 'suite.json' => $suite_digest ),
				'versions'  => array(
					'wp-codebox' => WP_CODEBOX_VERSION,
					'wordpress'  => wp_get_wp_version(),
					'php'        => PHP_VERSION,
				),
				'logs'      => array_values( Event_Log::paths() ),
			)
		);
	}
}
