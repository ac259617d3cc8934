<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Campaign;

/**
 * What a campaign is asked to do. Immutable.
 */
final class Campaign_Plan {

	/**
	 * @param string $id              Id of the suite in the result.
	 * @param string $seed            Seed of the generator.
	 * @param int    $cases           Most cases to run, roles counted.
	 * @param float  $seconds         Wall time for searching and confirming.
	 * @param bool   $allow_mutations Whether cases that change state are made.
	 * @param array  $configuration   The effective configuration, for the report.
	 */
	public function __construct(
		public readonly string $id,
		public readonly string $seed,
		public readonly int $cases,
		public readonly float $seconds,
		public readonly bool $allow_mutations,
		public readonly array $configuration
	) {}
}
