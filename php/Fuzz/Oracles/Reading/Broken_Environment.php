<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Reading;

use WP_Codebox\Fuzz\Run\Observation;

/**
 * Whether the place took something from the code under test that it would have anywhere else: a statement that the
 * envelope refused or the SQLite integration cannot translate, a table that nobody has made. What breaks after that
 * is no defect of the code.
 */
final class Broken_Environment {

	/** What follows from an answer that did not come. Access, injection and reads that write are proved without it. */
	private const CONSEQUENCES = '/^(crash\.(php-error|throwable|server-error|doing-it-wrong)|contract\.(response-schema|stray-output|valid-input-rejected)|disclosure\.(path|stack-trace)|purity\.partial-write|cost\.)/';

	/**
	 * @param Observation $observation What was seen.
	 */
	public static function of( Observation $observation ): bool {
		return array() !== self::reasons( $observation );
	}

	/**
	 * @param Observation $observation What was seen.
	 * @return list<string> What the place took, for a person; each once.
	 */
	public static function reasons( Observation $observation ): array {
		$reasons = array();
		foreach ( $observation->events as $event ) {
			if ( 'statement_refused' === $event['type'] ) {
				$reasons[] = trim( sprintf( 'The envelope refused %s %s.', $event['data']['verb'] ?? 'a statement', $event['data']['table'] ?? '' ) );
			}
		}
		foreach ( $observation->queries as $query ) {
			if ( '' !== $query['error'] ) {
				$error = new Database_Error( $query['error'], $query['sql'] );
				if ( $error->is_of_environment() ) {
					$reasons[] = mb_strcut( $error->message, 0, 300 );
				}
			}
		}
		return array_values( array_unique( $reasons ) );
	}

	/**
	 * @param string $oracle Id.
	 * @return bool Whether what it reports may be nothing but a consequence.
	 */
	public static function explains( string $oracle ): bool {
		return 1 === preg_match( self::CONSEQUENCES, $oracle );
	}
}
