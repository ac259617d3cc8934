<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Artifacts;

use PHPUnit\Framework\Attributes\DataProvider;
use WP_Codebox\Artifacts\Artifact_Error;
use WP_Codebox\Artifacts\Artifact_Services;
use WP_Codebox\Artifacts\Artifact_Store;
use WP_Codebox\Artifacts\Stored_Bundle;
use WP_Codebox\Operations\Invocation;

/**
 * Processes that are killed, and processes that work at the same time. `npm run soak` runs the same
 * with WP_CODEBOX_KILL_POINTS=200 and WP_CODEBOX_CONCURRENCY_SECONDS=60.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions
 */
final class Killed_Writers_Test extends Artifact_Test_Case {

	private const SEED = 20261121;

	/** Shortest life of a writer in microseconds, and how many times as long the longest is: a fast disk and a slow one are hit alike. */
	private const LIFE  = 1000;
	private const RANGE = 500;

	#[DataProvider( 'actions' )]
	public function test_a_killed_process_leaves_only_whole_bundles_and_loses_none( string $action ): void {
		$points = (int) self::setting( 'WP_CODEBOX_KILL_POINTS', 20 );
		$source = $this->source();
		$kept   = $this->operator_store()->persist( $this->draft( array( 'kept.txt' => 'kept' ) ) )->id;
		$worker = new Worker( array(
			'root'   => $this->root,
			'source' => $source,
			'action' => $action,
			'seed'   => self::SEED,
			'range'  => 5,
			'forks'  => true,
		) );
		$worker->wait_until_ready();
		mt_srand( self::SEED );
		$left   = 0;
		$stored = 0;
		for ( $point = 0; $point < $points; $point++ ) {
			$known = array( $kept );
			if ( 'replace' === $action ) {
				$this->import( $source );
				$known[] = basename( $source );
			} else {
				$this->discard_all_but( $kept );
			}
			$life    = (int) ( self::LIFE * self::RANGE ** ( mt_rand() / mt_getrandmax() ) );
			$done    = $worker->kill_child( $action, $life );
			$stored += count( $done );
			$left   += count( $this->staged() ) > 0 ? 1 : 0;
			$this->assertSame( array(), array_column( $done, 'error' ), (string) json_encode( $done ) );
			$this->assert_every_bundle_is_whole( array( ...$known, ...array_column( $done, 'id' ) ), "$action killed at point $point after $life µs" );
		}
		$worker->finish();
		$this->assertGreaterThan( 0, $left, 'no kill hit a writer at work; the test proves nothing' );
		$this->assertNotInstanceOf( \WP_Error::class, $this->operator_store()->persist( $this->draft( array( 'after.txt' => 'x' ) ) ) );
		$this->assertSame( array(), $this->staged(), 'the next write clears what killed writers left' );
		fwrite( STDERR, "\n$action: $points kills, $left of them in the middle of a write, after $stored bundles reported as stored; every bundle whole\n" );
	}

	public static function actions(): array {
		return array(
			'write'   => array( 'persist' ),
			'import'  => array( 'import' ),
			'replace' => array( 'replace' ),
		);
	}

	public function test_processes_at_the_same_time_lose_and_damage_nothing(): void {
		$source  = $this->source();
		$seconds = self::setting( 'WP_CODEBOX_CONCURRENCY_SECONDS', 5 );
		$workers = array();
		for ( $index = 0; $index < 8; $index++ ) {
			$workers[] = new Worker( array(
'root'    => $this->root,
'source'  => $source,
'action'  => 'mixed',
'seed'    => $index,
'seconds' => $seconds,
'range'   => 12,
) );
		}
		$done = array_merge( ...array_map( static fn( Worker $worker ): array => $worker->finish(), $workers ) );
		$this->assertSame( array(), array_column( $done, 'error' ), (string) json_encode( array_filter( $done, static fn( array $one ): bool => isset( $one['error'] ) ) ) );
		$ids = array();
		foreach ( $done as $one ) {
			$ids[ 'persist' === $one['action'] ? $one['number'] : 'source' ][ $one['id'] ] = true;
		}
		foreach ( $ids as $content => $of_content ) {
			$this->assertCount( 1, $of_content, "the same content ($content) has the same id" );
		}
		$created = array_filter( $done, static fn( array $one ): bool => 'created' === $one['status'] );
		$this->assertSame( count( $ids ), count( $created ), 'each bundle was created once' );
		$this->assert_every_bundle_is_whole( array_unique( array_column( $done, 'id' ) ), 'at the same time' );
		$this->assertSame( array(), $this->staged() );
		fwrite( STDERR, "\n8 processes, $seconds s: " . count( $done ) . ' operations on ' . count( $ids ) . " bundles\n" );
	}

	private static function setting( string $name, float $usual ): float {
		$value = getenv( $name );
		return false === $value || '' === $value ? $usual : (float) $value;
	}

	private function assert_every_bundle_is_whole( array $expected, string $when ): void {
		$store = $this->operator_store();
		$there = $store->ids();
		$this->assertSame( array(), array_diff( $expected, $there ), "$when: a stored bundle is gone" );
		foreach ( $there as $id ) {
			$this->assertSame( array(), $store->verify( $id )->violations(), "$when: $id" );
		}
	}

	private function import( string $source ): void {
		$stored = Artifact_Error::guard( fn(): Stored_Bundle => ( new Artifact_Services() )->importer()->import( array( 'source_bundle_path' => $source ), $this->operator_store(), new Invocation( Invocation::CLI ) ) );
		$this->assertInstanceOf( Stored_Bundle::class, $stored );
	}

	private function discard_all_but( string $kept ): void {
		foreach ( array_diff( $this->operator_store()->ids(), array( $kept ) ) as $id ) {
			$this->assertTrue( $this->operator_store()->discard( $id ) );
		}
	}

	/** A bundle outside the store, to import. */
	private function source(): string {
		$stored = $this->store_at( $this->scratch . '/elsewhere' )->persist( $this->draft( array(
'a.txt'   => 'a',
'b/ä.txt' => str_repeat( 'b', 700000 ),
) ) );
		return $stored->reader->directory;
	}

	private function operator_store(): Artifact_Store {
		return $this->store_at( $this->root );
	}

	private function store_at( string $path ): Artifact_Store {
		return ( new Artifact_Services() )->store_of( array( 'artifacts_path' => $path ), new Invocation( Invocation::CLI ) );
	}

	private function staged(): array {
		$names = is_dir( $this->root . '/.staging' ) ? scandir( $this->root . '/.staging' ) : array();
		return array_values( array_diff( $names, array( '.', '..' ) ) );
	}
}
