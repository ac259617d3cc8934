<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Database;

/**
 * Rollback over the connection of $wpdb to MySQL or MariaDB.
 *
 * `autocommit` is off for the length of a case, so that even a statement that no filter saw, or one after a deadlock
 * or a lost savepoint, is inside a transaction. Three round trips per case, 0.03 ms each on a local socket.
 */
final class Mysql_Rollback implements Rollback {

	/** Seconds that a case may wait for a row lock of a visitor. */
	private const LOCK_WAIT = 2;

	private ?\mysqli $connection = null;
	private string $proof        = '';
	private bool $is_nested      = false;
	private ?int $configured_for = null;

	/** @var list<string>|null */
	private ?array $non_transactional = null;

	public function __construct( private readonly \wpdb $wpdb ) {}

	public function refusal(): ?string {
		if ( ! $this->wpdb->dbh instanceof \mysqli ) {
			return 'The database connection is not one that WP Codebox knows how to roll back.';
		}
		if ( array() !== $this->non_transactional() ) {
			return sprintf( 'These tables cannot be rolled back, their engine knows no transactions: %s.', implode( ', ', array_slice( $this->non_transactional(), 0, 10 ) ) );
		}
		return null;
	}

	public function begin(): void {
		if ( ! $this->wpdb->dbh instanceof \mysqli ) {
			return;
		}
		$this->connection = $this->wpdb->dbh;
		if ( $this->connection->thread_id !== $this->configured_for ) {
			$this->connection->query( 'SET SESSION innodb_lock_wait_timeout = ' . self::LOCK_WAIT );
			$this->connection->query( 'SET SESSION lock_wait_timeout = ' . self::LOCK_WAIT );
			$this->configured_for = $this->connection->thread_id;
		}
		$this->proof     = 'wp_codebox_' . bin2hex( random_bytes( 6 ) );
		$this->is_nested = false;
		$this->connection->autocommit( false );
		$this->connection->query( 'SAVEPOINT ' . $this->proof );
	}

	public function is_open(): bool {
		return null !== $this->connection;
	}

	public function nested( Statement $statement ): string {
		$start = 'SAVEPOINT wp_codebox_nested';
		switch ( $statement->verb ) {
			case 'START':
			case 'BEGIN':
				// A second START TRANSACTION commits the first one: the new savepoint replaces the old.
				$this->is_nested = true;
				return $start;
			case 'COMMIT':
				$sql             = $this->is_nested ? 'RELEASE ' . $start : 'DO 0';
				$this->is_nested = false;
				return $sql;
			case 'ROLLBACK':
				if ( preg_match( '/\bto\b/i', $statement->sql ) ) {
					return $statement->sql;
				}
				$sql             = $this->is_nested ? 'ROLLBACK TO ' . $start : 'DO 0';
				$this->is_nested = false;
				return $sql;
			default:
				return $statement->sql;
		}
	}

	public function roll_back(): ?string {
		$connection       = $this->connection;
		$this->connection = null;
		if ( null === $connection ) {
			return null;
		}
		if ( $connection !== $this->wpdb->dbh ) {
			return 'The case replaced the database connection.';
		}
		try {
			$held = $connection->query( 'ROLLBACK TO SAVEPOINT ' . $this->proof );
			$why  = $held ? null : 'A transaction was ended by something that WP Codebox could not see: ' . $connection->error;
			$connection->rollback();
			$connection->autocommit( true );
			return $why;
		} catch ( \mysqli_sql_exception | \Error $lost ) {
			return 'The database connection was lost: ' . $lost->getMessage();
		}
	}

	/** @return list<string> Tables with the prefix of this site or network whose engine cannot roll back. */
	private function non_transactional(): array {
		if ( null === $this->non_transactional ) {
			$like  = str_replace( '_', '\\_', $this->wpdb->base_prefix ) . '%';
			$query = "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE' AND ENGINE NOT IN ( 'InnoDB', 'ROCKSDB', 'NDBCLUSTER', 'TokuDB' ) AND TABLE_NAME LIKE %s";
			$this->non_transactional = $this->wpdb->get_col( $this->wpdb->prepare( $query, $like ) ); // phpcs:ignore WordPress.DB -- A constant query.
		}
		return $this->non_transactional;
	}
}
