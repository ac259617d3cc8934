<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles;

use WP_Codebox\Fuzz\Findings\Finding;

/**
 * The oracles of one suite, and the severities that it gives them.
 */
final class Oracle_Choice {

	/**
	 * @param list<Oracle|Differential_Oracle> $oracles    Chosen oracles.
	 * @param array<string, string>            $severities Id or group => severity; an id goes before its group.
	 */
	public function __construct(
		private readonly array $oracles,
		private readonly array $severities = array()
	) {}

	/**
	 * @return list<Oracle> Those that judge one case.
	 */
	public function single(): array {
		return array_values( array_filter( $this->oracles, static fn( Described_Oracle $oracle ): bool => $oracle instanceof Oracle ) );
	}

	/**
	 * @return list<Differential_Oracle> Those that compare roles.
	 */
	public function differential(): array {
		return array_values( array_filter( $this->oracles, static fn( Described_Oracle $oracle ): bool => $oracle instanceof Differential_Oracle ) );
	}

	/**
	 * @param Finding $finding As its oracle made it.
	 * @return string The suite's severity, else the finding's own.
	 */
	public function severity_of( Finding $finding ): string {
		return $this->severities[ $finding->oracle ] ?? $this->severities[ (string) strtok( $finding->oracle, '.' ) ] ?? $finding->severity;
	}
}
