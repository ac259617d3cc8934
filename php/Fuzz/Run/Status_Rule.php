<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

/**
 * The one rule for a status that sums up others: nothing is passed while a child failed,
 * errored or did not run, and nothing executed is not success.
 */
final class Status_Rule {

	public const PASSED  = 'passed';
	public const FAILED  = 'failed';
	public const ERROR   = 'error';
	public const SKIPPED = 'skipped';

	/**
	 * @param array<string, int> $counts   Number of children by status.
	 * @param bool               $if_empty Whether having no children is success.
	 * @return string One of the constants.
	 */
	public static function of( array $counts, bool $if_empty = false ): string {
		foreach ( array( self::ERROR, self::FAILED, self::SKIPPED ) as $status ) {
			if ( 0 < ( $counts[ $status ] ?? 0 ) ) {
				return $status;
			}
		}
		return 0 < ( $counts[ self::PASSED ] ?? 0 ) || $if_empty ? self::PASSED : self::SKIPPED;
	}
}
