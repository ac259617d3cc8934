<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Findings;

/**
 * What a reader should look at first: proof before error before contract, anonymous before subscriber before the rest.
 */
final class Ranking {

	private const SEVERITIES = array(
		Finding::HIGH   => 0,
		Finding::MEDIUM => 1,
		Finding::LOW    => 2,
		Finding::INFO   => 3,
	);

	private const ROLES = array(
		'anonymous'  => 0,
		'subscriber' => 1,
	);

	/**
	 * @param list<array> $records `fuzzFinding` records: oracle, severity, proof, fingerprint, replay.role.
	 * @return list<array> The same, most telling first; equal ones in the order of their fingerprints.
	 */
	public static function sorted( array $records ): array {
		usort( $records, static fn( array $a, array $b ): int => self::key( $a ) <=> self::key( $b ) );
		return $records;
	}

	/**
	 * @return list<int|string>
	 */
	private static function key( array $record ): array {
		$kind = match ( true ) {
			! empty( $record['proof'] )                                       => 0,
			1 === preg_match( '/^(contract|cost)\./', $record['oracle'] )     => 2,
			default                                                           => 1,
		};
		return array( $kind, self::SEVERITIES[ $record['severity'] ] ?? 4, self::ROLES[ $record['replay']['role'] ?? '' ] ?? 2, (string) ( $record['fingerprint'] ?? '' ) );
	}
}
