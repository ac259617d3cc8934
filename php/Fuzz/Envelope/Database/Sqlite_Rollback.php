<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Database;

/**
 * Rollback below the SQLite database integration, see Held_Sqlite_Connection.
 */
final class Sqlite_Rollback implements Rollback {

	private ?Held_Sqlite_Connection $connection = null;
	private ?\WP_SQLite_Connection $inner       = null;
	private ?object $driver                     = null;
	private ?\WP_MySQL_Parser $own_parser       = null;
	private ?Remembering_Parser $parser         = null;

	public function __construct( private readonly \wpdb $wpdb ) {}

	public function refusal(): ?string {
		return null === $this->driver() ? 'This version of the SQLite integration hides its connection, so writes could not be rolled back.' : null;
	}

	public function begin(): void {
		$driver = $this->driver();
		if ( null === $driver ) {
			return;
		}
		$inner = self::connection_of( $driver );
		if ( $driver !== $this->driver || $inner !== $this->inner ) {
			$this->driver     = $driver;
			$this->inner      = $inner;
			$this->connection = new Held_Sqlite_Connection( $inner );
			$this->own_parser = self::property( $driver, 'mysql_parser' );
			$this->parser     = Remembering_Parser::of( $this->own_parser );
		}
		$this->connection->hold();
		self::replace( $driver, 'connection', $this->connection );
		if ( null !== $this->parser ) {
			self::replace( $driver, 'mysql_parser', $this->parser );
		}
	}

	public function is_open(): bool {
		return true === $this->connection?->is_open();
	}

	/** The connection below turns transactions into savepoints by itself. */
	public function nested( Statement $statement ): string {
		return $statement->sql;
	}

	public function roll_back(): ?string {
		if ( null === $this->driver || null === $this->connection ) {
			return null;
		}
		$why = $this->connection->release();
		self::replace( $this->driver, 'connection', $this->inner );
		if ( null !== $this->parser ) {
			self::replace( $this->driver, 'mysql_parser', $this->own_parser );
		}
		self::forget_transaction( $this->driver );
		return $this->driver === $this->driver() ? $why : 'The case replaced the database connection.';
	}

	/** The object that holds the connection, or null when the drop-in has another shape. */
	private function driver(): ?object {
		$driver = $this->wpdb->dbh;
		foreach ( array( $driver, is_object( $driver ) ? self::property( $driver, 'mysql_on_sqlite_driver' ) : null ) as $candidate ) {
			if ( is_object( $candidate ) && class_exists( \WP_SQLite_Connection::class, false ) && self::property( $candidate, 'connection' ) instanceof \WP_SQLite_Connection ) {
				return $candidate;
			}
		}
		return null;
	}

	private static function connection_of( object $driver ): \WP_SQLite_Connection {
		return self::property( $driver, 'connection' );
	}

	private static function property( object $owner, string $name ): mixed {
		return \Closure::bind( fn(): mixed => $this->$name ?? null, $owner, $owner::class )();
	}

	private static function replace( object $driver, string $name, object $value ): void {
		\Closure::bind(
			function () use ( $name, $value ): void {
				$this->$name = $value;
			},
			$driver,
			$driver::class
		)();
	}

	/** A transaction that the case left open in the driver's books is gone now. */
	private static function forget_transaction( object $driver ): void {
		\Closure::bind(
			function (): void {
				foreach ( array(
					'in_transaction'           => false,
					'savepoint_names'          => array(),
					'wrapper_transaction_type' => null,
					'table_lock_active'        => false,
				) as $name => $value ) {
					if ( property_exists( $this, $name ) ) {
						$this->$name = $value;
					}
				}
			},
			$driver,
			$driver::class
		)();
	}
}
