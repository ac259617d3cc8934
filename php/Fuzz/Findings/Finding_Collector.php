<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Findings;

/**
 * The findings of a whole run, each once: the first case is kept, the others are counted. Bounded.
 */
final class Finding_Collector {

	/** More than that nobody reads; what comes later is counted. */
	private const LIMIT = 2000;

	/** @var array<string, array> */
	private array $records = array();

	private int $dropped = 0;

	/**
	 * @param array $record `fuzzFinding` record with `fingerprint` and `replay`.
	 * @return bool True when it is new.
	 */
	public function add( array $record ): bool {
		$fingerprint = (string) $record['fingerprint'];
		$role        = (string) ( $record['replay']['role'] ?? '' );
		if ( isset( $this->records[ $fingerprint ] ) ) {
			++$this->records[ $fingerprint ]['count'];
			if ( '' !== $role && ! in_array( $role, $this->records[ $fingerprint ]['roles'], true ) ) {
				$this->records[ $fingerprint ]['roles'][] = $role;
			}
			return false;
		}
		if ( count( $this->records ) >= self::LIMIT ) {
			++$this->dropped;
			return false;
		}
		$this->records[ $fingerprint ] = $record + array(
			'count' => 1,
			'roles' => '' === $role ? array() : array( $role ),
		);
		return true;
	}

	/**
	 * @return list<array> Records with `count` and `roles`, ranked.
	 */
	public function ranked(): array {
		return Ranking::sorted( array_values( $this->records ) );
	}

	/** How many different findings there are. */
	public function count(): int {
		return count( $this->records );
	}

	/** Findings with a new fingerprint that came after the limit. */
	public function dropped(): int {
		return $this->dropped;
	}
}
