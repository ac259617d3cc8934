<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Database;

/**
 * What an SQL statement does to a transaction, read from its first words.
 *
 * An allow list: what is not known to be harmless inside a transaction is REFUSED. Source: MySQL 8.4 manual 15.3.3
 * "Statements That Cause an Implicit Commit".
 */
final class Statement {

	public const READ = 'read';
	/** Changes rows; a rollback undoes it. */
	public const WRITE = 'write';
	/** Starts or ends a transaction. */
	public const TRANSACTION = 'transaction';
	/** Temporary tables belong to the connection and commit nothing. */
	public const TEMPORARY = 'temporary';
	/** Session settings. */
	public const SETTING = 'setting';
	/** Commits implicitly, leaves the connection, or runs what cannot be seen. */
	public const REFUSED = 'refused';

	private const READS        = array( 'SELECT', 'SHOW', 'DESCRIBE', 'DESC', 'EXPLAIN', 'WITH', 'VALUES', 'TABLE', 'DO', 'HELP' );
	private const WRITES       = array( 'INSERT', 'UPDATE', 'DELETE', 'REPLACE' );
	private const TRANSACTIONS = array( 'START', 'BEGIN', 'COMMIT', 'ROLLBACK', 'SAVEPOINT', 'RELEASE' );

	private function __construct( public readonly string $sql, public readonly string $verb, public readonly string $kind, public readonly string $table ) {}

	/**
	 * @param string $sql One statement as given to $wpdb->query().
	 */
	public static function of( string $sql ): self {
		$text = self::without_leading_comments( $sql );
		$verb = preg_match( '/^[a-z]+/i', $text, $found ) ? strtoupper( $found[0] ) : '';
		$kind = self::kind( $verb, $text );
		return new self( $sql, $verb, $kind, self::table( $verb, $text ) );
	}

	private static function kind( string $verb, string $text ): string {
		if ( 'SELECT' === $verb ) {
			return false !== stripos( $text, 'into' ) && preg_match( '/\binto\s+(outfile|dumpfile)\b/i', $text ) ? self::REFUSED : self::READ;
		}
		if ( 'WITH' === $verb && preg_match( '/\)\s*(insert|update|delete|replace)\b/i', $text ) ) {
			return self::WRITE;
		}
		return match ( true ) {
			in_array( $verb, self::READS, true )        => self::READ,
			in_array( $verb, self::WRITES, true )       => self::WRITE,
			in_array( $verb, self::TRANSACTIONS, true ) => self::TRANSACTION,
			'SET' === $verb                             => preg_match( '/\b(autocommit|global|persist|persist_only|completion_type|password|default\s+role)\b/i', $text ) ? self::REFUSED : self::SETTING,
			(bool) preg_match( '/^(create|drop)\s+temporary\s/i', $text ) => self::TEMPORARY,
			default                                     => self::REFUSED,
		};
	}

	private static function table( string $verb, string $text ): string {
		$pattern = match ( $verb ) {
			'SELECT', 'DELETE', 'WITH'        => '/\bfrom\s+[`"(]*([\w$.`-]+)/i',
			'INSERT', 'REPLACE'               => '/^\w+\s+(?:(?:low_priority|delayed|high_priority|ignore|into)\s+)*`?([\w$.`-]+)/i',
			'UPDATE'                          => '/^\w+\s+(?:(?:low_priority|ignore)\s+)*`?([\w$.`-]+)/i',
			'CREATE', 'DROP', 'ALTER', 'TRUNCATE', 'RENAME' => '/\b(?:table|truncate)\s+(?:if\s+(?:not\s+)?exists\s+)?`?([\w$.`-]+)/i',
			'SHOW', 'DESCRIBE', 'DESC'        => '/^(?:desc|describe|show\s.*?\bfrom)\s+`?([\w$.`-]+)/i',
			default                           => null,
		};
		return null !== $pattern && preg_match( $pattern, $text, $found ) ? trim( str_replace( '`', '', $found[1] ), '.' ) : '';
	}

	/** MySQL executes what stands in a version comment, so its content counts; other comments do not. */
	private static function without_leading_comments( string $sql ): string {
		$text = ltrim( $sql, " \t\r\n\0\x0B(;" );
		while ( '' !== $text && ( '/' === $text[0] || '-' === $text[0] || '#' === $text[0] ) ) {
			$rest = preg_replace( array( '~^/\*M?!\d*\s*~', '~^/\*.*?\*/~s', '~^(--\s|#)[^\n]*(\n|$)~' ), '', $text, 1 );
			if ( null === $rest || $rest === $text ) {
				break;
			}
			$text = ltrim( $rest, " \t\r\n\0\x0B(;" );
		}
		return $text;
	}
}
