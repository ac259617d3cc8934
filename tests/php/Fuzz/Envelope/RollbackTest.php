<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Envelope;

use PHPUnit\Framework\Attributes\DataProvider;
use WP_Codebox\Fuzz\Envelope\Isolating_Envelope;
use WP_Codebox\Fuzz\Run\Observation;

final class RollbackTest extends Envelope_Case {

	public function test_what_a_case_writes_is_gone_afterwards(): void {
		$seen        = null;
		$observation = $this->inside(
			function () use ( &$seen ): void {
				update_option( 'codebox_written', 'yes' );
				$seen = $this->option( 'codebox_written' );
			}
		);
		self::assertSame( 'yes', $seen );
		self::assertNull( $this->option( 'codebox_written' ) );
		self::assertFalse( get_option( 'codebox_written' ) );
		self::assertSame( array( 'INSERT' ), array_column( $observation->writes(), 'verb' ) );
		self::assertSame( array(), $observation->events );
	}

	public function test_a_read_case_that_writes_is_rolled_back_too(): void {
		$this->inside( static fn() => update_option( 'codebox_read', 1 ), 'GET' );
		self::assertNull( $this->option( 'codebox_read' ) );
	}

	public function test_a_write_is_recorded_with_table_rows_id_and_frames(): void {
		global $wpdb;
		$id          = 0;
		$observation = $this->inside(
			static function () use ( &$id ): void {
				$id = wp_insert_post( array(
'post_title'  => 'x',
'post_status' => 'draft',
) );
			}
		);
		$insert = array_values( array_filter( $observation->writes(), static fn( array $query ): bool => $wpdb->posts === $query['table'] && 'INSERT' === $query['verb'] ) )[0];
		self::assertSame( $id, $insert['insert_id'] );
		self::assertSame( 1, $insert['rows'] );
		self::assertSame( '', $insert['error'] );
		self::assertContains( __FILE__, array_column( $insert['frames'], 'file' ) );
		self::assertNull( get_post( $id ) );
	}

	public function test_a_failed_statement_is_recorded_and_takes_nothing_with_it(): void {
		global $wpdb;
		$kept        = null;
		$observation = $this->inside(
			function () use ( $wpdb, &$kept ): void {
				update_option( 'codebox_before_error', 'kept' );
				$wpdb->suppress_errors( true );
				$wpdb->query( 'SELECT nothing FROM codebox_no_such_table' );
				$wpdb->query( 'INSERT INTO codebox_no_such_table ( a ) VALUES ( 1 )' );
				$kept = $this->option( 'codebox_before_error' );
				update_option( 'codebox_after_error', 'x' );
			}
		);
		self::assertSame( 'kept', $kept, 'As without a transaction, what came before the failure stays for the case.' );
		self::assertCount( 2, array_filter( array_column( $observation->queries, 'error' ) ) );
		self::assertNull( $this->option( 'codebox_before_error' ) );
		self::assertNull( $this->option( 'codebox_after_error' ) );
		self::assertSame( array(), $observation->events );
	}

	/** @return iterable<string, array{0: string}> */
	public static function refused(): iterable {
		foreach ( array(
			'CREATE TABLE %stable ( a int )',
			'/* x */ DROP TABLE %sposts',
			'/*!50000 DROP TABLE %sposts */',
			'DROP TABLE IF EXISTS %sposts',
			'ALTER TABLE %sposts ADD COLUMN codebox int',
			'TRUNCATE %soptions',
			'RENAME TABLE %sposts TO %sgone',
			'LOCK TABLES %sposts WRITE',
			'GRANT ALL ON *.* TO nobody',
			'SET autocommit = 1',
			'SET GLOBAL max_connections = 1',
			'CREATE INDEX codebox ON %sposts ( post_title )',
			'CALL codebox()',
			"SELECT 1 INTO OUTFILE '/tmp/codebox'",
			'OPTIMIZE TABLE %sposts',
		) as $sql ) {
			yield $sql => array( $sql );
		}
	}

	#[DataProvider( 'refused' )]
	public function test_a_statement_that_would_commit_is_refused_and_recorded( string $sql ): void {
		global $wpdb;
		$observation = $this->inside(
			static function () use ( $wpdb, $sql ): void {
				$wpdb->suppress_errors( true );
				update_option( 'codebox_ddl', 'x' );
				$wpdb->get_var( 'SELECT 7' );
				self::assertNull( $wpdb->get_var( str_replace( '%s', $wpdb->prefix, $sql ) ) );
				self::assertStringContainsString( 'refused', $wpdb->last_error );
			}
		);
		self::assertSame( Observation::RETURNED, $observation->ended );
		self::assertSame( array( 'statement_refused' ), $this->types( $observation ) );
		self::assertNull( $this->option( 'codebox_ddl' ) );
		self::assertNotNull( $this->option( 'siteurl' ) );
		self::assertNull( $this->envelope->mutation_refusal() );
	}

	/** @return iterable<string, array{0: list<string>, 1: string|null}> Statements, W for a write, and what the case sees then. */
	public static function transactions(): iterable {
		yield 'commit'            => array( array( 'START TRANSACTION', 'W', 'COMMIT' ), 'x' );
		yield 'rollback'          => array( array( 'START TRANSACTION', 'W', 'ROLLBACK' ), null );
		yield 'begin work'        => array( array( 'BEGIN', 'W', 'ROLLBACK' ), null );
		yield 'commit alone'      => array( array( 'W', 'COMMIT' ), 'x' );
		yield 'rollback alone'    => array( array( 'W', 'ROLLBACK' ), 'x' );
		yield 'started twice'     => array( array( 'START TRANSACTION', 'W', 'START TRANSACTION', 'ROLLBACK' ), 'x' );
		yield 'commit twice'      => array( array( 'START TRANSACTION', 'W', 'COMMIT', 'COMMIT' ), 'x' );
		yield 'left open'         => array( array( 'START TRANSACTION', 'W' ), 'x' );
		yield 'savepoint'         => array( array( 'START TRANSACTION', 'SAVEPOINT a', 'W', 'ROLLBACK TO SAVEPOINT a', 'COMMIT' ), null );
	}

	/** @param list<string> $statements See transactions(). */
	#[DataProvider( 'transactions' )]
	public function test_transactions_of_the_code_work_inside_the_rollback( array $statements, ?string $expected ): void {
		global $wpdb;
		$seen        = 'unset';
		$observation = $this->inside(
			function () use ( $wpdb, $statements, &$seen ): void {
				foreach ( $statements as $statement ) {
					'W' === $statement ? $wpdb->query( "INSERT INTO $wpdb->options ( option_name, option_value, autoload ) VALUES ( 'codebox_nested', 'x', 'no' )" ) : $wpdb->query( $statement );
					self::assertSame( '', $wpdb->last_error, $statement );
				}
				$seen = $this->option( 'codebox_nested' );
			}
		);
		self::assertSame( Observation::RETURNED, $observation->ended, (string) wp_json_encode( $observation->throwable ) );
		self::assertSame( $expected, $seen );
		self::assertNull( $this->option( 'codebox_nested' ) );
		self::assertSame( array(), $observation->events );
	}

	public function test_a_commit_behind_wpdb_is_noticed_and_nothing_writes_any_more(): void {
		global $wpdb;
		$observation = $this->inside(
			static function () use ( $wpdb ): void {
				update_option( 'codebox_escaped', 'x' );
				$wpdb->dbh instanceof \mysqli ? $wpdb->dbh->query( 'COMMIT' ) : $GLOBALS['@pdo']->exec( 'COMMIT' );
			}
		);
		self::assertContains( 'rollback_failed', $this->types( $observation ) );
		self::assertStringContainsString( 'rollback did not hold', (string) $this->envelope->mutation_refusal() );
		$ran = false;
		$next = $this->inside(
			static function () use ( &$ran ): void {
				$ran = true;
			}
		);
		self::assertFalse( $ran );
		self::assertSame( Observation::SKIPPED, $next->ended );
		self::assertSame( Isolating_Envelope::ROLLBACK_UNAVAILABLE, $next->skip_reason );
		$read = $this->inside( static fn() => $wpdb->query( "DELETE FROM $wpdb->options WHERE option_name = 'codebox_escaped'" ), 'GET' );
		self::assertContains( 'statement_refused', $this->types( $read ) );
		self::assertSame( 'x', $this->option( 'codebox_escaped' ) );
		delete_option( 'codebox_escaped' );
	}

	public function test_a_rollback_behind_wpdb_is_noticed(): void {
		global $wpdb;
		$observation = $this->inside(
			static function () use ( $wpdb ): void {
				update_option( 'codebox_undone', 'x' );
				$wpdb->dbh instanceof \mysqli ? $wpdb->dbh->query( 'ROLLBACK' ) : $GLOBALS['@pdo']->exec( 'ROLLBACK' );
			}
		);
		self::assertContains( 'rollback_failed', $this->types( $observation ) );
	}

	public function test_a_case_that_removes_all_hooks_is_still_rolled_back(): void {
		global $wpdb;
		$observation = $this->inside(
			static function () use ( $wpdb ): void {
				$GLOBALS['wp_filter'] = array(); // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- What is tested.
				$wpdb->insert( $wpdb->options, array(
'option_name'  => 'codebox_unseen',
'option_value' => 'x',
) );
			},
			'GET'
		);
		self::assertNull( $this->option( 'codebox_unseen' ) );
		self::assertContains( 'hooks_removed', $this->types( $observation ) );
		self::assertNotFalse( has_filter( 'the_content', 'wpautop' ) );
	}

	public function test_temporary_tables_are_allowed_and_gone_afterwards(): void {
		global $wpdb;
		$count       = null;
		$observation = $this->inside(
			static function () use ( $wpdb, &$count ): void {
				$wpdb->query( 'CREATE TEMPORARY TABLE codebox_temp ( a int )' );
				$wpdb->query( 'INSERT INTO codebox_temp ( a ) VALUES ( 1 )' );
				$count = $wpdb->get_var( 'SELECT COUNT(*) FROM codebox_temp' );
			}
		);
		self::assertSame( '1', (string) $count );
		self::assertSame( array(), $observation->events );
		$wpdb->suppress_errors( true );
		self::assertNull( $wpdb->get_var( 'SELECT COUNT(*) FROM codebox_temp' ) );
		$wpdb->suppress_errors( false );
	}

	public function test_an_object_cache_entry_of_a_rolled_back_row_is_gone(): void {
		wp_cache_set( 'mine', 'before', 'codebox' );
		$this->inside(
			static function (): void {
				update_option( 'blogname', 'Changed' );
				wp_cache_set( 'mine', 'after', 'codebox' );
				wp_cache_set( 'new', 1, 'codebox' );
				self::assertSame( 'Changed', get_option( 'blogname' ) );
			}
		);
		self::assertNotSame( 'Changed', get_option( 'blogname' ) );
		self::assertSame( 'before', wp_cache_get( 'mine', 'codebox' ) );
		self::assertFalse( wp_cache_get( 'new', 'codebox' ) );
		wp_cache_delete( 'mine', 'codebox' );
	}

	public function test_a_thousand_queries_are_counted_but_not_all_kept(): void {
		global $wpdb;
		$observation = $this->inside(
			static function () use ( $wpdb ): void {
				for ( $number = 0; $number < 1000; $number++ ) {
					$wpdb->query( 'SELECT 1' );
				}
			},
			'GET'
		);
		self::assertSame( 1000, $observation->query_count );
		self::assertCount( 500, $observation->queries );
	}
}
