<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Runs;

use WP_Codebox\Artifacts\Store_Root;
use WP_Codebox\Fuzz\Runs\Suite_Batch;
use WP_Codebox\Fuzz\Runs\Suite_Bundle;
use WP_Codebox\Fuzz\Runs\Suite_Run;
use WP_Codebox\Operations\Invocation;
use WP_Codebox\Plugin;
use WP_Codebox\Runs\Run_Tables;
use WP_Codebox\Surfaces\Exit_Status;

require_once __DIR__ . '/Fuzz_Run_Test_Case.php';

/**
 * Suites as runs: the same result as at once, a bundle that verifies, and a reason where something fails.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions, WordPress.PHP.DiscouragedPHPFunctions
 */
final class Fuzz_Runs_Test extends Fuzz_Run_Test_Case {

	public function test_an_async_suite_ends_as_it_does_at_once_and_delivers_a_verified_bundle(): void {
		$suite = $this->suite( 60 );
		$run   = $this->call( 'run-fuzz-suite', array( 'async' => true ) + $suite );
		self::assertSame( array( 'wp-codebox/run/v1', 'queued', 3 ), array( $run['schema'], $run['state'], $run['progress']['batches'] ) );
		self::assertNotFalse( wp_next_scheduled( 'wp_codebox_work_runs' ) );

		do_action( 'wp_codebox_work_runs' );

		$run = $this->call( 'get-run', array( 'run_id' => $run['id'] ) );
		self::assertSame( 'finished', $run['state'], (string) wp_json_encode( $run ) );
		$at_once = $this->call( 'run-fuzz-suite', $suite );
		foreach ( array( 'schema', 'success', 'status', 'suite', 'summary', 'diagnostics', 'coverageSummary' ) as $name ) {
			self::assertSame( $at_once[ $name ], $run['result'][ $name ], $name );
		}
		self::assertSame( array_column( $at_once['cases'], 'outcome', 'id' ), array_column( $run['result']['cases'], 'outcome', 'id' ) );
		self::assertSame( array_column( $at_once['findings'], 'count', 'fingerprint' ), array_column( $run['result']['findings'], 'count', 'fingerprint' ) );
		self::assertSame( array_column( $suite['cases'], 'id' ), $this->delivered( $run ) );

		$store = Plugin::services()->artifacts()->store();
		self::assertTrue( $store->verify( $run['artifact']['id'] )->is_valid() );
		$bundle = $store->find( $run['artifact']['id'] );
		$files  = $bundle->files();
		foreach ( $run['result']['artifactRefs'] as $reference ) {
			self::assertSame( $reference['sha256'], $files[ $reference['path'] ]['sha256']['value'], $reference['path'] );
		}
		self::assertEquals( $suite, $bundle->document( 'suite.json' ) );
		self::assertEquals( $run['result'], $bundle->document( 'result.json' ) );
		self::assertArrayHasKey( 'logs/egress.ndjson', $files );
		self::assertSame( $run['id'], $bundle->document( 'provenance.intoto.json' )['predicate']['run'] );
	}

	public function test_an_async_generation_ends_with_a_suite(): void {
		$input = array(
			'namespace' => 'wp/v2',
			'cases'     => 20,
			'roles'     => array( 'anonymous' ),
		);
		$run   = $this->call( 'generate-fuzz-suite', array( 'async' => true ) + $input );
		self::assertSame( array( 'queued', 1 ), array( $run['state'], $run['progress']['batches'] ) );
		Plugin::services()->runs()->worker()->work( 60 );
		$run = $this->registry->get( $run['id'] );
		self::assertSame( 'finished', $run['state'] );
		self::assertSame( 'wp-codebox/fuzz-suite/v1', $run['result']['schema'] );
		self::assertCount( 20, $run['result']['cases'] );
	}

	public function test_a_bad_suite_is_refused_before_a_run_exists(): void {
		$refused = Plugin::services()->runner()->run( 'wp-codebox/run-fuzz-suite', array(
'async' => true,
'cases' => array( array( 'id' => 'a' ), array( 'id' => 'a' ) ),
) + $this->suite( 0 ), new Invocation( Invocation::FACADE ) );
		self::assertInstanceOf( \WP_Error::class, $refused );
		self::assertSame( 0, $this->registry->list( array() )['total'] );
	}

	public function test_a_store_that_fails_fails_the_run_with_a_reason_and_the_run_resumes(): void {
		$bundles = $this->stored();
		$file    = (string) tempnam( sys_get_temp_dir(), 'wp-codebox-no-folder-' );
		$broken  = static function ( array $kinds ) use ( $file ): array {
			$services = Plugin::services();
			$store    = $services->artifacts()->store_of( array( 'artifacts_path' => "$file/store" ), new Invocation( Invocation::CLI ) );
			return array( new Suite_Run( $services->fuzz(), new Suite_Batch( $services->fuzz() ), new Suite_Bundle( static fn() => $store ) ), ...$kinds );
		};
		add_filter( 'wp_codebox_run_kinds', $broken, 20 );
		$run = $this->call( 'run-fuzz-suite', array( 'async' => true ) + $this->suite( 30 ) );
		Plugin::services()->runs()->worker()->work( 60 );
		remove_filter( 'wp_codebox_run_kinds', $broken, 20 );
		unlink( $file );

		$failed = $this->registry->get( $run['id'] );
		self::assertSame( 'failed', $failed['state'] );
		self::assertStringStartsWith( 'wp_codebox_artifacts_root_unwritable: ', $failed['reason'] );
		self::assertSame( 2, $failed['progress']['done'], 'what was done stays' );
		self::assertSame( $bundles, $this->stored() );

		$this->call( 'resume-run', array( 'run_id' => $run['id'] ) );
		self::assertSame( 0, Plugin::services()->runs()->worker()->work( 60 ), 'no case runs twice' );
		$ended = $this->registry->get( $run['id'] );
		self::assertSame( 'finished', $ended['state'] );
		self::assertCount( 30, $this->delivered( $ended ) );
	}

	public function test_erasing_a_person_takes_the_bundles_of_their_runs_and_of_nobody_else(): void {
		$people = array();
		foreach ( array( 'erased', 'other' ) as $name ) {
			$people[ $name ] = wp_insert_user( array(
				'user_login' => "codebox-$name",
				'user_email' => "codebox-$name@example.org",
				'user_pass'  => wp_generate_password(),
				'role'       => 'administrator',
			) );
			wp_set_current_user( $people[ $name ] );
			$runs[ $name ] = $this->call( 'run-fuzz-suite', array( 'async' => true ) + $this->suite( 1 ) )['id'];
		}
		wp_set_current_user( $people['erased'] );
		$shared = $this->call( 'run-fuzz-suite', array( 'async' => true ) + $this->suite( 1 ) )['id'];
		Plugin::services()->runs()->worker()->work( 60 );
		$bundles = array_map( fn( string $run ): string => $this->registry->get( $run )['artifact']['id'], $runs );
		global $wpdb;
		$wpdb->update( Plugin::services()->runs()->tables()->runs(), array( 'artifact' => (string) wp_json_encode( array( 'id' => $bundles['other'] ) ) ), array( 'uuid' => $shared ) );

		$exported = apply_filters( 'wp_privacy_personal_data_exporters', array() )['wp-codebox-runs']['callback']( 'codebox-erased@example.org' );
		self::assertContains( $bundles['erased'], array_column( $exported['data'][0]['data'], 'value' ) );
		$erase = apply_filters( 'wp_privacy_personal_data_erasers', array() )['wp-codebox-runs']['callback'];
		$root  = get_option( Store_Root::OPTION );
		update_option( Store_Root::OPTION, '/proc/wp-codebox-away', false );
		$failed = $erase( 'codebox-erased@example.org' );
		update_option( Store_Root::OPTION, $root, false );
		self::assertSame( array( 1, true, 1 ), array( $failed['items_removed'], $failed['items_retained'], count( $failed['messages'] ) ), 'what cannot be removed is said, and can be tried again' );

		$erased = $erase( 'codebox-erased@example.org' );
		array_map( static fn( int $user ): bool => is_multisite() ? wpmu_delete_user( $user ) : wp_delete_user( $user ), $people );
		self::assertSame( array( 1, false ), array( $erased['items_removed'], $erased['items_retained'] ) );
		self::assertNotContains( $bundles['erased'], $this->stored() );
		self::assertContains( $bundles['other'], $this->stored() );
		self::assertSame( 'finished', $this->registry->get( $runs['other'] )['state'] );
	}

	public function test_a_lost_batch_makes_the_result_an_error(): void {
		$run   = $this->call( 'run-fuzz-suite', array( 'async' => true ) + $this->suite( 50 ) );
		$queue = Plugin::services()->runs()->queue();
		for ( $death = 0; $death < \WP_Codebox\Runs\Run_Queue::MAX_ATTEMPTS; $death++ ) {
			$queue->lease( -1 );
		}
		Plugin::services()->runs()->worker()->work( 60 );
		$ended = $this->registry->get( $run['id'] );
		self::assertSame( array( 'failed', 'error', false ), array( $ended['state'], $ended['result']['status'], $ended['result']['success'] ) );
		self::assertSame( 'wp_codebox_run_worker_died', $ended['result']['diagnostics'][0]['code'] );
		self::assertCount( 25, $this->delivered( $ended ) );
	}

	public function test_the_cases_are_a_download_of_json_lines_for_who_may_read(): void {
		$run = $this->call( 'run-fuzz-suite', array( 'async' => true ) + $this->suite( 30 ) );
		Plugin::services()->runs()->worker()->work( 60 );
		$route    = "/wp-codebox/v1/runs/{$run['id']}/cases";
		$response = rest_do_request( new \WP_REST_Request( 'GET', $route ) );
		self::assertSame( 200, $response->get_status() );
		self::assertStringStartsWith( 'application/x-ndjson', $response->get_headers()['Content-Type'] );
		self::assertStringStartsWith( 'attachment;', $response->get_headers()['Content-Disposition'] );
		self::assertSame( 'nosniff', $response->get_headers()['X-Content-Type-Options'] );

		$lines = explode( "\n", trim( $this->php( 'serve.php', $route, (string) $this->admin ) ) );
		self::assertCount( 30, $lines );
		self::assertSame( 'case-30', json_decode( $lines[29], true )['id'] );
		self::assertStringContainsString( 'wp_codebox_forbidden', $this->php( 'serve.php', $route, '0' ) );
		wp_set_current_user( 0 );
		self::assertSame( 401, rest_do_request( new \WP_REST_Request( 'GET', $route ) )->get_status() );
	}

	public function test_watching_ends_with_the_run_and_has_the_exit_status_of_its_result(): void {
		$run    = $this->call( 'run-fuzz-suite', array( 'async' => true ) + $this->suite( 1 ) );
		$watch  = array(
			'run_id' => $run['id'],
			'time'   => 0,
		);
		$waited = Plugin::services()->runner()->run( 'wp-codebox/watch-run', $watch, new Invocation( Invocation::FACADE ) );
		self::assertSame( 'wp_codebox_run_not_finished', $waited->get_error_code() );
		Plugin::services()->runs()->worker()->work( 60 );
		$ended = $this->call( 'watch-run', $watch );
		self::assertSame( 'finished', $ended['state'] );
		self::assertSame( Exit_Status::of_result( $ended['result'] ), Exit_Status::of_result( $ended ) );
		self::assertSame( 1, Exit_Status::of_result( array( 'result' => array( 'status' => 'failed' ) ) + $ended ) );
		self::assertSame( 3, Exit_Status::of_result( array( 'state' => 'failed' ) + $ended ) );
		self::assertSame( 130, Exit_Status::of_result( array( 'state' => 'cancelled' ) + $ended ) );
	}

	public function test_action_scheduler_is_asked_once_where_it_is_there(): void {
		$said = json_decode( $this->php( 'action-scheduler.php' ), true );
		self::assertSame( array( array( 'wp_codebox_work_runs', array(), 'wp-codebox' ) ), $said['woken'] );
		self::assertFalse( $said['cron'] );
		self::assertSame( array(), $said['forgotten'] );
	}

	public function test_an_option_without_its_tables_makes_them_and_prints_nothing(): void {
		global $wpdb;
		Plugin::services()->runs()->tables()->drop();
		update_option( 'wp_codebox_runs_version', '1', true );
		$shown = $wpdb->show_errors( true );
		ob_start();
		( new Run_Tables( $wpdb ) )->ensure();
		$total   = $this->registry->list( array() )['total'];
		$printed = ob_get_clean();
		$wpdb->show_errors( $shown );
		self::assertSame( array( 0, '', '' ), array( $total, $printed, $wpdb->last_error ) );
	}

	public function test_each_site_of_a_network_has_runs_of_its_own(): void {
		$tables = Plugin::services()->runs()->tables();
		$run    = $this->call( 'run-fuzz-suite', array( 'async' => true ) + $this->suite( 1 ) );
		if ( ! is_multisite() ) {
			self::assertStringStartsWith( $GLOBALS['wpdb']->prefix, $tables->runs() );
			return;
		}
		$site = wp_insert_site( array(
'domain'  => 'localhost',
'path'    => '/runs/',
'user_id' => $this->admin,
) );
		self::assertIsInt( $site );
		switch_to_blog( $site );
		$here  = $tables->runs();
		$other = $this->registry->get( $run['id'] );
		$total = $this->registry->list( array() )['total'];
		( new \WP_Codebox\Uninstall( Plugin::services() ) )->site();
		$left = $GLOBALS['wpdb']->get_col( $GLOBALS['wpdb']->prepare( 'SHOW TABLES LIKE %s', '%' . $GLOBALS['wpdb']->esc_like( $here ) . '%' ) );
		restore_current_blog();
		wp_delete_site( $site );
		self::assertNotSame( $tables->runs(), $here );
		self::assertSame( 'wp_codebox_run_not_found', $other->get_error_code() );
		self::assertSame( 0, $total );
		self::assertSame( array(), $left );
		self::assertSame( 1, $this->registry->list( array() )['total'], 'the first site keeps its runs' );
	}

	private function php( string $script, string ...$arguments ): string {
		$process = proc_open( array( PHP_BINARY, dirname( __DIR__, 2 ) . "/fixtures/runs/$script", untrailingslashit( ABSPATH ), ...$arguments ), array( array( 'file', '/dev/null', 'r' ), array( 'pipe', 'w' ), array( 'file', '/dev/null', 'w' ) ), $pipes );
		self::assertIsResource( $process );
		$output = (string) stream_get_contents( $pipes[1] );
		proc_close( $process );
		return $output;
	}
}
