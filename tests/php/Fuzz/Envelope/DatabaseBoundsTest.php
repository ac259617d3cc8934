<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Envelope;

use WP_Codebox\Fuzz\Envelope\Envelope_Factory;
use WP_Codebox\Fuzz\Envelope\Isolating_Envelope;
use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Injection\Sql_Oracle;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;
use WP_Codebox\Tests\Fuzz\Oracles\Scene;

/**
 * What bounds a case at the database: engines without rollback, the locks of visitors, statements of any length.
 *
 * phpcs:disable WordPress.DB.RestrictedClasses -- Other connections, as visitors have them.
 */
final class DatabaseBoundsTest extends Envelope_Case {

	private const MARKER = 'wpcbx00000zq';

	public function test_a_table_that_cannot_be_rolled_back_refuses_all_writing(): void {
		global $wpdb;
		$table = $wpdb->prefix . 'codebox_old_engine';
		$wpdb->query( "CREATE TABLE $table ( a int ) ENGINE=MyISAM" ); // phpcs:ignore WordPress.DB -- A fixture.
		$this->envelope->leave();
		$this->envelope = Envelope_Factory::make();
		$observation    = $this->inside( static fn() => update_option( 'codebox_refused', 1 ) );
		$read           = $this->inside( static fn() => update_option( 'codebox_refused', 1 ), 'GET' );
		$kept           = $this->option( 'codebox_refused' );
		$refusal        = (string) $this->envelope->mutation_refusal();
		$wpdb->query( "DROP TABLE $table" ); // phpcs:ignore WordPress.DB -- A fixture.
		self::assertNull( $kept );
		if ( $wpdb->dbh instanceof \mysqli ) {
			self::assertStringContainsString( $table, $refusal );
			self::assertSame( array( Observation::SKIPPED, Isolating_Envelope::ROLLBACK_UNAVAILABLE ), array( $observation->ended, $observation->skip_reason ) );
			self::assertContains( 'statement_refused', $this->types( $read ), 'A read that writes is refused too.' );
		} else {
			self::assertSame( array( '', Observation::RETURNED ), array( $refusal, $observation->ended ), 'SQLite knows one engine, which rolls back.' );
		}
	}

	public function test_a_case_waits_for_the_lock_of_a_visitor_no_longer_than_it_may(): void {
		global $wpdb;
		$visitor = $this->visitor();
		$visitor( $wpdb->dbh instanceof \mysqli ? 'START TRANSACTION' : 'BEGIN IMMEDIATE' );
		$visitor( "UPDATE $wpdb->options SET autoload = autoload WHERE option_name = 'blogname'" );
		$observation = $this->inside(
			static function () use ( $wpdb ): void {
				$wpdb->suppress_errors( true );
				$wpdb->update( $wpdb->options, array( 'option_value' => 'Changed' ), array( 'option_name' => 'blogname' ) );
			}
		);
		$visitor( 'ROLLBACK' );
		self::assertSame( Observation::RETURNED, $observation->ended );
		self::assertMatchesRegularExpression( '/lock/i', $observation->writes()[0]['error'] );
		self::assertGreaterThan( 1.5e9, $observation->nanoseconds, 'It has waited.' );
		self::assertNull( $this->envelope->mutation_refusal() );
		$next = $this->inside( static fn() => $wpdb->update( $wpdb->options, array( 'option_value' => 'Changed' ), array( 'option_name' => 'blogname' ) ) );
		self::assertSame( array( '', 1 ), array( $next->writes()[0]['error'], $next->writes()[0]['rows'] ) );
	}

	public function test_input_far_down_a_statement_is_seen_and_what_is_kept_stays_bounded(): void {
		global $wpdb;
		$this->envelope->leave();
		$this->envelope = Envelope_Factory::make( seconds: 60 );
		$values      = implode( ', ', array_fill( 0, 1000, "'value'" ) );
		$input       = '1 OR ' . self::MARKER;
		$fuzz_case   = new Fuzz_Case( 'long', 0, 'rest', '/test', array(
			'method' => 'GET',
			'params' => array( 'id' => $input ),
		), null, array(), array(), array( self::MARKER ) );
		$run         = fn( string $end ): Observation => $this->envelope->run(
			$fuzz_case,
			static function () use ( $wpdb, $values, $end ): void {
				$wpdb->suppress_errors( true );
				for ( $times = 0; $times < 9; $times++ ) {
					$wpdb->query( "SELECT option_id FROM $wpdb->options WHERE option_name IN ( $values ) OR option_id = $end" ); // phpcs:ignore WordPress.DB -- What is tested.
				}
			}
		);
		$context     = Scene::rest()->context();
		$judge       = static fn( Observation $observation ): array => array_map( static fn( Finding $finding ): string => $finding->oracle, iterator_to_array( ( new Sql_Oracle() )->judge( $fuzz_case, $observation, $context ), false ) );
		$observation = $run( $input );
		self::assertSame( array( 'injection.sql' ), $judge( $observation ) );
		self::assertSame( array(), $judge( $run( "'" . $input . "'" ) ) );
		self::assertSame( 8, count( array_filter( $observation->queries, static fn( array $query ): bool => strlen( $query['sql'] ) > 8192 ) ) );
		self::assertSame( 8192, strlen( $observation->queries[8]['sql'] ) );
	}

	public function test_a_statement_that_commits_behind_a_long_comment_is_refused(): void {
		global $wpdb;
		$observation = $this->inside(
			static function () use ( $wpdb ): void {
				$wpdb->suppress_errors( true );
				$wpdb->query( '/*' . str_repeat( ' x', 10000 ) . "*/ DROP TABLE $wpdb->posts" ); // phpcs:ignore WordPress.DB -- What is tested.
				$wpdb->query( "SELECT '" . str_repeat( 'x', 10000 ) . "' INTO OUTFILE '/codebox'" ); // phpcs:ignore WordPress.DB -- What is tested.
			}
		);
		self::assertSame( array( 'statement_refused', 'statement_refused' ), $this->types( $observation ) );
		self::assertNotNull( get_post( 1 ) );
	}

	/** @return \Closure(string):mixed Runs a statement over a connection of its own. */
	private function visitor(): \Closure {
		if ( $GLOBALS['wpdb']->dbh instanceof \mysqli ) {
			list( $host, $port, $socket ) = $GLOBALS['wpdb']->parse_db_host( DB_HOST );
			$connection = new \mysqli( $host, DB_USER, DB_PASSWORD, DB_NAME, (int) $port, $socket );
			return static fn( string $sql ) => $connection->query( $sql );
		}
		$connection = new \PDO( 'sqlite:' . FQDB );
		return static fn( string $sql ) => $connection->exec( $sql );
	}
}
