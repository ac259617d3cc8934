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

	/** Code that knows the SQLite integration writes SQLite's dialect there, which newer versions of it refuse. */
	private const SQLITE_DIALECT = '/^\s*(insert\s+or\s+(ignore|replace|abort|fail|rollback)|replace\s+or|pragma|vacuum|attach)\b|\bsqlite_(master|schema|sequence)\b/i';

	/** A plugin that nobody has set up has no tables yet; that it asks for them says nothing of the input. */
	private const NO_TABLE = '/\bTable \S+ doesn.t exist|no such table/i';

	/** What wpdb says of a value before it sends it. */
	private const VALUE_REFUSED = '/Processing the values? for the following fields? failed/';

	public readonly string $message;

	/**
	 * @param string $error As wpdb keeps it.
	 * @param string $sql   The statement that failed.
	 */
	public function __construct( string $error, private readonly string $sql = '' ) {
		// The SQLite integration answers with a page: the query, what it became, the message, a backtrace.
		$message = $error;
		if ( str_contains( $error, 'Queries made or created this session were' ) && 1 === preg_match( '~([^\n]+)\s*\n\s*(?:</div>\s*<p>)?Backtrace:~', $error, $found ) ) {
			$message = $found[1];
		}
		$this->message = trim( (string) preg_replace( '/\s+/', ' ', $message ) );
	}

	/** True when it tells of the place and not of the code: MySQL on its own, with the plugin set up, would not have raised it. */
	public function is_of_environment(): bool {
		return 1 === preg_match( self::TRANSLATION_LIMITS, $this->message ) || 1 === preg_match( self::NO_TABLE, $this->message ) || 1 === preg_match( self::SQLITE_DIALECT, $this->sql );
	}

	/** True when wpdb refused a value of the caller that is too long for its column, and the database never saw it. */
	public function is_refused_value(): bool {
		return 1 === preg_match( self::VALUE_REFUSED, $this->message );
	}

	/** The message without what belongs to one call of it. */
	public function shape(): string {
		return Message_Shape::of( $this->message );
	}
}
