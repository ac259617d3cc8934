<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Database;

/**
 * The connection of the SQLite drop-in with its transactions turned into savepoints of an outer one.
 *
 * The drop-in rolls its whole transaction back when any statement fails, and wraps every write into a transaction of
 * its own. Below the drop-in is therefore the only place where an outer transaction survives both, and where nothing
 * that reaches the database through $wpdb can get round it, with or without hooks. The outer transaction starts at
 * the first write.
 */
final class Held_Sqlite_Connection extends \WP_SQLite_Connection {

	/** Milliseconds that a case may wait for the lock of a visitor who writes; the drop-in waits longer than a case may run. */
	private const LOCK_WAIT = 2000;

	/** Milliseconds that the drop-in waits. */
	private readonly int $wait;

	/** @var list<string> Open savepoints, outermost first. */
	private array $savepoints = array();
	private int $count        = 0;
	private string $proof     = '';
	private bool $is_held     = false;
	private bool $is_open     = false;
	private \PDO $database; // phpcs:ignore WordPress.DB.RestrictedClasses -- The drop-in speaks PDO.

	/**
	 * @param \WP_SQLite_Connection $inner What the drop-in uses now.
	 */
	public function __construct( \WP_SQLite_Connection $inner ) { // phpcs:ignore Generic.CodeAnalysis.UselessOverridingMethod -- The parent's constructor would set the journal mode again.
		$copy = function () use ( $inner ): void {
			foreach ( get_object_vars( $inner ) as $name => $value ) {
				$this->$name = $value;
			}
		};
		\Closure::bind( $copy, $this, \WP_SQLite_Connection::class )();
		$this->database = $inner->get_pdo();
		$this->wait     = (int) $this->database->query( 'PRAGMA busy_timeout' )->fetchColumn();
	}

	/** From now on writes go into a transaction that only `release()` ends. */
	public function hold(): void {
		$this->is_held    = true;
		$this->is_open    = false;
		$this->savepoints = array();
	}

	/** True once something was written. */
	public function is_open(): bool {
		return $this->is_open;
	}

	/**
	 * Rolls the outer transaction back.
	 *
	 * @return string|null Null when it was still the same one; else why not.
	 */
	public function release(): ?string {
		$this->is_held = false;
		if ( ! $this->is_open ) {
			return null;
		}
		$this->is_open = false;
		$why           = null;
		try {
			$this->database->exec( 'ROLLBACK TO ' . $this->proof );
		} catch ( \PDOException $lost ) { // phpcs:ignore WordPress.DB.RestrictedClasses -- See above.
			$why = 'A transaction was ended by something that WP Codebox could not see: ' . $lost->getMessage();
		}
		try {
			$this->database->exec( 'ROLLBACK' );
		} catch ( \PDOException $lost ) { // phpcs:ignore WordPress.DB.RestrictedClasses -- See above.
			$why ??= 'The transaction was gone: ' . $lost->getMessage();
		}
		return $why;
	}

	/** @inheritDoc */
	public function query( string $sql, array $params = array() ): \PDOStatement { // phpcs:ignore WordPress.DB.RestrictedClasses -- See above.
		return parent::query( $this->is_held ? $this->nested( $sql ) : $sql, $params );
	}

	/** @inheritDoc */
	public function prepare( string $sql ): \PDOStatement { // phpcs:ignore WordPress.DB.RestrictedClasses -- See above.
		return parent::prepare( $this->is_held ? $this->nested( $sql ) : $sql );
	}

	private function nested( string $sql ): string {
		if ( str_starts_with( $sql, 'BEGIN IMMEDIATE' ) ) {
			if ( ! $this->is_open ) {
				$this->open();
			}
			return $this->savepoint();
		}
		if ( ! $this->is_open ) {
			return $sql;
		}
		return match ( true ) {
			'BEGIN' === $sql                        => $this->savepoint(),
			'COMMIT' === $sql                       => $this->release_outermost(),
			'ROLLBACK' === $sql                     => $this->undo_outermost(),
			str_starts_with( $sql, 'SAVEPOINT ' )   => $this->follow( substr( $sql, 10 ), $sql ),
			str_starts_with( $sql, 'RELEASE SAVEPOINT ' ) => $this->forget( substr( $sql, 18 ), $sql ),
			default                                 => $sql,
		};
	}

	private function open(): void {
		$this->proof = 'wp_codebox_' . bin2hex( random_bytes( 6 ) );
		$this->database->exec( 'PRAGMA busy_timeout = ' . self::LOCK_WAIT );
		try {
			$this->database->exec( 'BEGIN IMMEDIATE' );
		} finally {
			$this->database->exec( 'PRAGMA busy_timeout = ' . $this->wait );
		}
		$this->database->exec( 'SAVEPOINT ' . $this->proof );
		$this->is_open    = true;
		$this->savepoints = array();
	}

	private function savepoint(): string {
		++$this->count;
		$this->savepoints[] = 'wp_codebox_s' . $this->count;
		return 'SAVEPOINT wp_codebox_s' . $this->count;
	}

	private function release_outermost(): string {
		$name             = $this->savepoints[0] ?? null;
		$this->savepoints = array();
		return null === $name ? 'SELECT 1' : 'RELEASE SAVEPOINT ' . $name;
	}

	private function undo_outermost(): string {
		$name             = $this->savepoints[0] ?? null;
		$this->savepoints = array();
		if ( null === $name ) {
			return 'SELECT 1';
		}
		$this->database->exec( 'ROLLBACK TO ' . $name );
		return 'RELEASE SAVEPOINT ' . $name;
	}

	/** A savepoint of the driver or of the code under test. */
	private function follow( string $name, string $sql ): string {
		$this->savepoints[] = $name;
		return $sql;
	}

	private function forget( string $name, string $sql ): string {
		$at = array_search( $name, $this->savepoints, true );
		if ( false !== $at ) {
			$this->savepoints = array_slice( $this->savepoints, 0, (int) $at );
		}
		return $sql;
	}
}
