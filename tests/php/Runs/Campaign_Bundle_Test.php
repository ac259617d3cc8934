<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Runs;

use WP_Codebox\Artifacts\Artifact_Store;
use WP_Codebox\Fuzz\Runs\Campaign_Bundle;
use WP_Codebox\Operations\Invocation;
use WP_Codebox\Plugin;
use WP_Codebox\Surfaces\Exit_Status;

require_once __DIR__ . '/Fuzz_Run_Test_Case.php';

/**
 * `wp codebox fuzz` leaves a bundle that verifies; where none can be stored, the result says so and loses nothing.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions
 */
final class Campaign_Bundle_Test extends Fuzz_Run_Test_Case {

	public function test_a_campaign_delivers_what_ran_and_what_came_of_it(): void {
		$seen   = array();
		$stream = static function ( array $record ) use ( &$seen ): void {
			$seen[] = $record['id'];
		};
		$result = Plugin::services()->runner()->run(
			'wp-codebox/fuzz',
			array(
				'namespace' => 'wp-abilities/v1',
				'roles'     => array( 'anonymous' ),
				'cases'     => 25,
			),
			new Invocation( Invocation::CLI, array( 'case-stream' => $stream ) )
		);
		self::assertIsArray( $result, is_wp_error( $result ) ? $result->get_error_message() : '' );
		self::assertSame( 'verified', $result['metadata']['artifact']['status'] ?? null, (string) wp_json_encode( $result['diagnostics'] ) );
		self::assertTrue( $this->store()->verify( $result['metadata']['artifact']['id'] )->is_valid() );

		$bundle = $this->store()->find( $result['metadata']['artifact']['id'] );
		$files  = $bundle->files();
		foreach ( $result['artifactRefs'] as $reference ) {
			self::assertSame( $reference['sha256'], $files[ $reference['path'] ]['sha256']['value'], $reference['path'] );
		}
		foreach ( array( 'reports/table.txt', 'logs/egress.ndjson', 'logs/mail.ndjson', 'logs/file-writes.ndjson' ) as $path ) {
			self::assertArrayHasKey( $path, $files );
		}
		foreach ( $result['findings'] as $finding ) {
			self::assertArrayHasKey( "findings/{$finding['fingerprint']}.json", $files );
		}
		$lines = explode( "\n", trim( (string) $bundle->text( 'cases.ndjson', 10_000_000 ) ) );
		self::assertSame( $seen, array_map( static fn( string $line ): string => json_decode( $line, true )['id'], $lines ) );
		$suite = $bundle->document( 'suite.json' );
		self::assertSame( $seen, array_column( $suite['cases'], 'id' ) );
		self::assertEquals( $result['metadata']['generator'], $suite['metadata']['generator'] );
		self::assertNotInstanceOf( \WP_Error::class, Plugin::services()->fuzz()->parser()->parse( $suite ), 'what ran can be run again' );
		self::assertSame( 'wp-codebox/fuzz', $bundle->document( 'provenance.intoto.json' )['predicate']['operation'] );
		self::assertEquals( array_diff_key( $result['metadata'], array( 'artifact' => 1 ) ), $bundle->document( 'result.json' )['metadata'] );
	}

	public function test_a_campaign_whose_bundle_cannot_be_stored_is_not_finished_and_keeps_its_findings(): void {
		$file  = (string) tempnam( sys_get_temp_dir(), 'wp-codebox-no-folder-' );
		$store = Plugin::services()->artifacts()->store_of( array( 'artifacts_path' => "$file/store" ), new Invocation( Invocation::CLI ) );
		$given = array(
			'success'     => true,
			'status'      => 'passed',
			'suite'       => array( 'id' => 'fuzz-site' ),
			'summary'     => array(
				'total'   => 1,
				'passed'  => 1,
				'failed'  => 0,
				'error'   => 0,
				'skipped' => 0,
			),
			'diagnostics' => array(),
			'findings'    => array(),
			'metadata'    => array(
				'generator'     => array( 'inventoryDigest' => 'x' ),
				'configuration' => array(),
			),
		);
		$told  = ( new Campaign_Bundle( $store ) )->store( $given );
		unlink( $file );
		self::assertSame( array( 'error', false ), array( $told['status'], $told['success'] ) );
		self::assertSame( 'wp_codebox_artifacts_root_unwritable', $told['diagnostics'][0]['code'] );
		self::assertSame( 3, Exit_Status::of_result( $told ) );
		self::assertSame( $given['summary'], $told['summary'] );
		self::assertArrayNotHasKey( 'artifact', $told['metadata'] );
	}

	private function store(): Artifact_Store {
		return Plugin::services()->artifacts()->store();
	}
}
