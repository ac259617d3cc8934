<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Fuzz\Oracles\Described_Oracle;
use WP_Codebox\Fuzz\Oracles\Differential_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Registry;
use WP_Codebox\Services;

/**
 * Lists the oracles of this site (fuzz-oracles/v1).
 */
final class List_Fuzz_Oracles implements Operation {

	private const SCHEMA = 'wp-codebox/fuzz-oracles/v1';

	public function __construct( private readonly Oracle_Registry $registry ) {}

	/**
	 * @param Services $services Holds the registry.
	 */
	public static function create( Services $services ): self {
		return new self( $services->fuzz()->oracles() );
	}

	/**
	 * @param array      $input      May name a `group`.
	 * @param Invocation $invocation Who calls.
	 * @return array
	 */
	public function execute( array $input, Invocation $invocation ): array {
		unset( $invocation );
		$oracles = array_map( $this->described( ... ), array_values( $this->registry->all() ) );
		if ( isset( $input['group'] ) ) {
			$oracles = array_values( array_filter( $oracles, static fn( array $oracle ): bool => $oracle['group'] === $input['group'] ) );
		}
		return array(
			'schema'  => self::SCHEMA,
			'oracles' => $oracles,
		);
	}

	/**
	 * @return array<string, string> See `fuzzOracle` of the contract.
	 */
	private function described( Described_Oracle $oracle ): array {
		return array(
			'id'            => $oracle->id(),
			'group'         => (string) strtok( $oracle->id(), '.' ),
			'severity'      => $oracle->severity(),
			'kind'          => $oracle instanceof Differential_Oracle ? 'differential' : 'case',
			'explanation'   => $oracle->explanation(),
			'documentation' => 'docs/oracles.md#' . str_replace( '.', '', $oracle->id() ),
		);
	}
}
