<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Reading;

/**
 * A database error as the code under test is to blame for it, apart from what the SQLite integration cannot translate.
 */
final class Database_Error {

	/**
	 * What SQLite or its driver says where MySQL would have answered. A MySQL grammar error reads
	 * "Failed to parse the MySQL query." there, so `near "…": syntax error` is always the translation's. Waiting for a
	 * lock is ours: workers of several roles hold transactions side by side.
	 */
	private const TRANSLATION_LIMITS = '/no such function|wrong number of arguments to function|near ".*": syntax error|not supported|unsupported|could not be translated|user-defined function|no such collation|database is locked|deadlock found|lock wait timeout|pattern too complex|WP Codebox refused/i';

	public readonly string $message;

	public function __construct( string $error ) {
		// The SQLite integration answers with a page: the query, what it became, the message, a backtrace.
		$message = $error;
		if ( str_contains( $error, 'Queries made or created this session were' ) && 1 === preg_match( '~([^\n]+)\s*\n\s*(?:</div>\s*<p>)?Backtrace:~', $error, $found ) ) {
			$message = $found[1];
		}
		$this->message = trim( (string) preg_replace( '/\s+/', ' ', $message ) );
	}

	/** True when MySQL on its own would not have raised it. */
	public function is_translation_limit(): bool {
		return 1 === preg_match( self::TRANSLATION_LIMITS, $this->message );
	}

	/** The message without what belongs to one call of it. */
	public function shape(): string {
		return Message_Shape::of( $this->message );
	}
}
