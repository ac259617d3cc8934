<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Artifacts;

use PHPUnit\Framework\Attributes\DataProvider;
use WP_Codebox\Artifacts\Artifact_Error;
use WP_Codebox\Artifacts\Artifact_Services;
use WP_Codebox\Artifacts\Artifact_Store;
use WP_Codebox\Artifacts\Durable_Files;
use WP_Codebox\Artifacts\Root_Probe;
use WP_Codebox\Artifacts\Store_Root;
use WP_Codebox\Operations\Invocation;
use WP_Error;

/**
 * Disks that are full, places that are read-only or gone: a clear error, and what was there stays.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions
 */
final class Store_Faults_Test extends Artifact_Test_Case {

	private const NOBODY = 65534;

	#[DataProvider( 'actions' )]
	public function test_a_full_disk_is_said_and_loses_nothing( string $action ): void {
		$kept   = $this->operator_store()->persist( $this->draft( array( 'kept.txt' => 'kept' ) ) )->id;
		$source = ( new Artifact_Services() )->store_of( array( 'artifacts_path' => "$this->scratch/elsewhere" ), new Invocation( Invocation::CLI ) )->persist( $this->draft( array( 'large.txt' => str_repeat( 'x', 700000 ) ) ) );
		$there  = array( $kept );
		if ( 'replace' === $action ) {
			( new Artifact_Services() )->importer()->import( array( 'source_bundle_path' => $source->reader->directory ), $this->operator_store(), new Invocation( Invocation::CLI ) );
			$there[] = $source->id;
		}
		$worker = new Worker( array(
			'root'   => $this->root,
			'source' => $source->reader->directory,
			'action' => $action,
			'seed'   => 1,
		), "trap '' XFSZ; ulimit -f 512;" );
		$done   = $worker->finish();
		$this->assertSame( array( 'wp_codebox_artifact_write_failed' ), array_column( $done, 'error' ), (string) json_encode( $done ) );
		$this->assertStringNotContainsString( $this->root, $done[0]['message'], 'the error names no place on the host' );
		$this->assertEqualsCanonicalizing( $there, $this->left_in_store() );
		foreach ( $there as $id ) {
			$this->assertTrue( $this->operator_store()->verify( $id )->is_valid() );
		}
	}

	public static function actions(): array {
		return array( array( 'persist' ), array( 'import' ), array( 'replace' ) );
	}

	public function test_a_device_without_room_is_said(): void {
		$full   = fopen( '/dev/full', 'wb' );
		$answer = Artifact_Error::guard( static fn() => ( new Durable_Files() )->put( $full, str_repeat( 'x', 100000 ) ) );
		fclose( $full );
		$this->assertInstanceOf( WP_Error::class, $answer );
		$this->assertSame( 'wp_codebox_artifact_write_failed', $answer->get_error_code() );
		$this->assertStringContainsString( 'No space left on device', $answer->get_error_message() );
	}

	public function test_a_read_only_root_is_said_and_still_read(): void {
		$kept = $this->operator_store()->persist( $this->draft( array( 'kept.txt' => 'kept' ) ) );
		chmod( $this->scratch, 0755 );
		chmod( $this->root, 0555 );
		$worker = new Worker( array(
'root'   => $this->root,
'action' => 'persist',
'seed'   => 1,
'uid'    => self::NOBODY,
) );
		$done   = $worker->finish();
		chmod( $this->root, 0700 );
		$this->assertSame( array( 'wp_codebox_artifacts_root_unwritable' ), array_column( $done, 'error' ), (string) json_encode( $done ) );
		$this->assertTrue( $this->operator_store()->verify( $kept->id )->is_valid() );
		$this->root = '/proc/wp-codebox';
		$this->assertSame( 'wp_codebox_artifacts_root_unwritable', $this->store()->persist( $this->draft( array( 'a' => '' ) ) )->get_error_code() );
		$this->root = $this->scratch . '/store';
	}

	public function test_a_root_that_vanished_is_said_and_not_begun_anew(): void {
		$kept = $this->store()->persist( $this->draft( array( 'kept.txt' => 'kept' ) ) );
		rename( $this->root, $this->root . '-away' );
		foreach ( array( $this->store()->ids(), $this->store()->find( $kept->id ), $this->store()->persist( $this->draft( array( 'new.txt' => '' ) ) ), $this->store()->usage() ) as $answer ) {
			$this->assertInstanceOf( WP_Error::class, $answer );
			$this->assertSame( 'wp_codebox_artifacts_root_missing', $answer->get_error_code() );
		}
		$this->assertDirectoryDoesNotExist( $this->root );
		rename( $this->root . '-away', $this->root );
		$this->assertTrue( $this->store()->verify( $kept->id )->is_valid() );
	}

	public function test_a_fresh_site_has_an_empty_list_and_makes_no_directory(): void {
		$this->assertSame( array(), $this->store()->ids() );
		$this->assertSame( 0, \WP_Codebox_API::list_artifacts()['total'] );
		$this->assertDirectoryDoesNotExist( $this->root );
	}

	public function test_a_full_store_refuses_and_keeps(): void {
		$kept  = $this->store()->persist( $this->draft( array( 'kept.txt' => str_repeat( 'x', 5000 ) ) ) );
		$quota = static fn(): int => 8000;
		add_filter( 'wp_codebox_artifacts_quota', $quota );
		$answer = $this->store()->persist( $this->draft( array( 'more.txt' => str_repeat( 'y', 5000 ) ) ) );
		remove_filter( 'wp_codebox_artifacts_quota', $quota );
		$this->assertSame( 'wp_codebox_artifact_quota_exceeded', $answer->get_error_code() );
		$this->assertSame( array( $kept->id ), $this->left_in_store() );
	}

	public function test_a_damaged_bundle_is_replaced_by_a_whole_one(): void {
		$draft  = $this->draft( array( 'a.txt' => 'a' ) );
		$stored = $this->store()->persist( $draft );
		file_put_contents( $stored->reader->directory . '/a.txt', 'b' );
		$this->assertSame( array( 'file-hash-mismatch' ), array_column( $this->store()->verify( $stored->id )->violations(), 'code' ) );
		$this->assertSame( 'failed', \WP_Codebox_API::inspect_artifact( array( 'artifact_id' => $stored->id ) )['status'] );
		$again = $this->store()->persist( $draft );
		$this->assertSame( array( 'created', $stored->id ), array( $again->status, $again->id ) );
		$this->assertTrue( $this->store()->verify( $stored->id )->is_valid() );
	}

	public function test_old_bundles_go_and_new_ones_stay(): void {
		$old = $this->store()->persist( $this->draft( array( 'old.txt' => '' ) ) );
		$new = $this->store()->persist( $this->draft( array( 'new.txt' => '' ) ) );
		touch( $old->reader->directory . '/manifest.json', time() - 40 * DAY_IN_SECONDS );
		$this->assertSame( array( $old->id ), \WP_Codebox_API::prune_artifacts( array( 'dry_run' => true ) )['removed'] );
		$this->assertCount( 2, $this->store()->ids() );
		$this->assertSame( array(), \WP_Codebox_API::prune_artifacts( array( 'older_than_days' => 0 ) )['removed'] );
		$this->assertSame( array( $old->id ), \WP_Codebox_API::prune_artifacts()['removed'] );
		$this->assertSame( array( $new->id ), $this->left_in_store() );
	}

	public function test_each_site_of_a_network_has_its_own_root(): void {
		remove_filter( 'wp_codebox_artifacts_root', array( $this, 'root' ), 99 );
		$root = new Store_Root( new Durable_Files(), new Root_Probe( new Durable_Files() ) );
		$path = $root->path( true );
		$this->assertIsString( $path );
		$this->assertSame( is_multisite(), str_ends_with( $path, '/site-' . get_current_blog_id() ) );
		$this->assertStringStartsNotWith( ABSPATH, $path . '/' );
		$this->assertFileExists( $path . '/.htaccess' );
		$this->assertSame( $path, get_option( Store_Root::OPTION ) );
		$this->assertSame( $path, $root->path( false ) );
		add_filter( 'wp_codebox_artifacts_root', array( $this, 'root' ), 99 );
		if ( array() === glob( $path . '/artifact-bundle-*' ) ) {
			( new Durable_Files() )->remove( $path );
		}
	}

	public function test_a_directory_in_wp_content_is_only_used_when_the_server_refuses_it(): void {
		$directory = $this->scratch . '/content';
		mkdir( $directory );
		$probe   = new Root_Probe( new Durable_Files() );
		$answers = array(
			'served'      => static fn( mixed $answer, array $request, string $url ): array => self::answer( 200, (string) file_get_contents( $directory . '/' . basename( $url ) ) ),
			'rewritten'   => static fn(): array => self::answer( 200, 'the start page' ),
			'broken'      => static fn(): array => self::answer( 500, '' ),
			'unreachable' => static fn(): WP_Error => new WP_Error( 'http_request_failed', 'refused' ),
		);
		foreach ( $answers as $name => $answer ) {
			add_filter( 'pre_http_request', $answer, 10, 3 );
			$this->assertIsString( $probe->exposure( $directory, 'http://127.0.0.1/content' ), $name );
			remove_filter( 'pre_http_request', $answer, 10 );
		}
		$refused = static fn(): array => self::answer( 403, 'Forbidden' );
		add_filter( 'pre_http_request', $refused );
		$this->assertNull( $probe->exposure( $directory, 'http://127.0.0.1/content' ) );
		remove_filter( 'pre_http_request', $refused );
		$this->assertSame( array( '.', '..' ), scandir( $directory ), 'the probe is gone' );
	}

	private static function answer( int $status, string $body ): array {
		return array(
			'headers'  => array(),
			'body'     => $body,
			'response' => array(
				'code'    => $status,
				'message' => '',
			),
			'cookies'  => array(),
		);
	}

	private function operator_store(): Artifact_Store {
		return ( new Artifact_Services() )->store_of( array( 'artifacts_path' => $this->root ), new Invocation( Invocation::CLI ) );
	}
}
