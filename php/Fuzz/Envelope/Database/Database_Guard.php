<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Database;

use WP_Codebox\Fuzz\Envelope\Hooked_Guard;
use WP_Codebox\Fuzz\Envelope\Mutation_Refusal;
use WP_Codebox\Fuzz\Run\Frames;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Sees every statement of a case before it runs, keeps it inside the rollback, and writes it down.
 *
 * Frames are kept for writes, for failures and for statements that carry a marker. `seconds` runs until the next
 * statement or the end of the case, so it is an upper bound.
 *
 * Once a rollback failed, nothing writes through this guard any more: fail closed.
 */
final class Database_Guard implements Hooked_Guard, Mutation_Refusal {

	/** How many queries of a case are kept; `query_count` counts all. */
	private const KEPT_QUERIES = 500;
	private const KEPT_SQL     = 8192;

	/** Input may be SQL anywhere in a statement, so those that hold some of it are kept longer, a few of a case. */
	private const MARKED_SQL   = 1048576;
	private const MARKED       = 8;
	private const KEPT_FRAMES  = 40;

	private ?Observation $observation = null;
	private ?string $broken           = null;
	private ?int $pending             = null;
	private int $marked               = 0;
	private float $started            = 0.0;

	/** @var list<array> Where the pending query was made; made readable only when it matters. */
	private array $pending_trace = array();

	/** @var list<string> */
	private array $markers = array();
	private bool $has_settings        = false;

	/** @var array<string, true> */
	private array $temporary_tables = array();

	public function __construct( private readonly \wpdb $wpdb, private readonly Rollback $rollback ) {}

	public function refusal(): ?string {
		return $this->broken ?? $this->rollback->refusal();
	}

	public function hooks(): array {
		return array(
			'query' => array( 'see', 1 ),
		);
	}

	public function open( Fuzz_Case $fuzz_case, Observation $observation ): void {
		$this->rollback->begin();
		$this->observation = $observation;
		$this->pending     = null;
		$this->markers     = $fuzz_case->markers;
		$this->marked      = 0;
	}

	/**
	 * @param mixed $sql The statement, as the `query` filter has it.
	 * @return mixed What runs in its place; an empty string for what is refused.
	 */
	public function see( mixed $sql ): mixed {
		if ( null === $this->observation || ! is_string( $sql ) || '' === $sql ) {
			return $sql;
		}
		$this->finish_pending();
		$statement = Statement::of( $sql );
		$refusal   = $this->refusal_of( $statement );
		if ( null !== $refusal ) {
			return $this->refuse( $statement, $refusal );
		}
		if ( Statement::TRANSACTION === $statement->kind ) {
			$sql = $this->rollback->nested( $statement );
		} elseif ( Statement::TEMPORARY === $statement->kind && '' !== $statement->table ) {
			$this->temporary_tables[ $statement->table ] = true;
		} elseif ( Statement::SETTING === $statement->kind ) {
			$this->has_settings = true;
		}
		$this->note( $statement );
		return $sql;
	}

	public function close(): void {
		$observation = $this->observation;
		$this->finish_pending();
		$this->observation = null;
		$this->drop_temporary_tables();
		$why = $this->rollback->roll_back();
		$this->restore_settings();
		if ( null !== $why && null === $this->broken ) {
			$this->broken = 'A rollback did not hold, so nothing may write any more. ' . $why;
			$observation?->record( 'rollback_failed', array( 'reason' => $why ) );
		}
	}

	private function refusal_of( Statement $statement ): ?string {
		return match ( $statement->kind ) {
			Statement::REFUSED => 'It ends the transaction, or does what cannot be undone.',
			Statement::WRITE   => $this->refusal(),
			default            => null,
		};
	}

	private function refuse( Statement $statement, string $why ): string {
		$this->observation->record(
			'statement_refused',
			array(
				'verb'   => $statement->verb,
				'table'  => $statement->table,
				'sql'    => substr( $statement->sql, 0, self::KEPT_SQL ),
				'reason' => $why,
			),
			Frames::here()
		);
		// What $wpdb does before it runs a query; without it the caller would read the rows of the query before.
		$this->wpdb->flush();
		$this->wpdb->last_query = $statement->sql;
		$this->wpdb->last_error = 'WP Codebox refused this statement. ' . $why;
		return '';
	}

	private function note( Statement $statement ): void {
		++$this->observation->query_count;
		if ( $this->observation->query_count > self::KEPT_QUERIES ) {
			return;
		}
		$this->observation->queries[] = array(
			'sql'       => strlen( $statement->sql ) <= self::KEPT_SQL ? $statement->sql : $this->kept( $statement->sql ),
			'verb'      => $statement->verb,
			'table'     => $statement->table,
			'rows'      => 0,
			'insert_id' => 0,
			'error'     => '',
			'seconds'   => 0.0,
			'frames'    => array(),
		);
		$this->pending_trace          = debug_backtrace( DEBUG_BACKTRACE_IGNORE_ARGS, self::KEPT_FRAMES ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions -- Evidence.
		$this->pending                = count( $this->observation->queries ) - 1;
		$this->started                = microtime( true );
	}

	/** @param string $sql A long statement. */
	private function kept( string $sql ): string {
		return substr( $sql, 0, $this->marked < self::MARKED && $this->has_marker( $sql ) && ++$this->marked ? self::MARKED_SQL : self::KEPT_SQL );
	}

	/** The result of a query stays in $wpdb until the next one; that is when it is read. */
	private function finish_pending(): void {
		if ( null === $this->pending || ! isset( $this->observation->queries[ $this->pending ] ) ) {
			return;
		}
		$query            = &$this->observation->queries[ $this->pending ];
		$query['seconds'] = microtime( true ) - $this->started;
		$query['error']   = wp_strip_all_tags( (string) $this->wpdb->last_error );
		$is_write         = in_array( $query['verb'], array( 'INSERT', 'UPDATE', 'DELETE', 'REPLACE' ), true );
		$query['rows']    = (int) ( $is_write ? $this->wpdb->rows_affected : $this->wpdb->num_rows );
		if ( 'INSERT' === $query['verb'] || 'REPLACE' === $query['verb'] ) {
			$query['insert_id'] = (int) $this->wpdb->insert_id;
		}
		if ( $is_write || '' !== $query['error'] || $this->has_marker( $query['sql'] ) ) {
			$query['frames'] = Frames::from_trace( $this->pending_trace );
		}
		$this->pending = null;
	}

	private function has_marker( string $sql ): bool {
		foreach ( $this->markers as $marker ) {
			if ( false !== stripos( $sql, $marker ) ) {
				return true;
			}
		}
		return false;
	}

	private function drop_temporary_tables(): void {
		foreach ( array_keys( $this->temporary_tables ) as $table ) {
			$this->wpdb->query( 'DROP TEMPORARY TABLE IF EXISTS `' . str_replace( '`', '', $table ) . '`' ); // phpcs:ignore WordPress.DB.PreparedSQL -- A name without quotes inside quotes.
		}
		$this->temporary_tables = array();
	}

	private function restore_settings(): void {
		if ( $this->has_settings ) {
			$this->has_settings = false;
			$this->wpdb->set_charset( $this->wpdb->dbh );
			$this->wpdb->set_sql_mode();
		}
	}
}
