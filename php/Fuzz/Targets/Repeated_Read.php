<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Targets;

use WP_Codebox\Fuzz\Run\Observation;

/**
 * Makes a read that inserted rows once more, in the same envelope: what fills a default or a cache does so once,
 * what counts or logs does so every time. Of the second read nothing else is kept.
 */
final class Repeated_Read {

	/**
	 * @param Observation          $observation Of the first read, which has its answer.
	 * @param \Closure(): mixed $again       Makes the same read.
	 */
	public static function check( Observation $observation, \Closure $again ): void {
		$tables = self::written( $observation->queries, 'INSERT', 'REPLACE' );
		if ( ! $tables ) {
			return;
		}
		$first   = count( $observation->queries );
		$queries = $observation->query_count;
		$errors  = count( $observation->php_errors );
		$events  = count( $observation->events );
		ob_start();
		try {
			$again();
			$observation->writes_again = array() !== array_intersect( $tables, self::written( array_slice( $observation->queries, $first ), 'INSERT', 'REPLACE', 'UPDATE', 'DELETE' ) );
		} catch ( \Throwable ) {
			$observation->writes_again = true;
		} finally {
			ob_end_clean();
			$observation->queries     = array_slice( $observation->queries, 0, $first );
			$observation->php_errors  = array_slice( $observation->php_errors, 0, $errors );
			$observation->events      = array_slice( $observation->events, 0, $events );
			$observation->query_count = $queries;
		}
	}

	/**
	 * @param list<array> $queries Of an observation.
	 * @param string      ...$verbs Which count.
	 * @return list<string> Their tables.
	 */
	private static function written( array $queries, string ...$verbs ): array {
		return array_values( array_unique( array_column( array_filter( $queries, static fn( array $query ): bool => in_array( $query['verb'], $verbs, true ) ), 'table' ) ) );
	}
}
