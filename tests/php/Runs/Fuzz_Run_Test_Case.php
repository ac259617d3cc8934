<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Runs;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Operations\Invocation;
use WP_Codebox\Plugin;
use WP_Codebox\Runs\Run_Registry;

/**
 * A site with an administrator at work; every run and bundle of a test goes with it.
 */
abstract class Fuzz_Run_Test_Case extends TestCase {

	protected Run_Registry $registry;

	protected int $admin;

	/** @var list<string> */
	private array $bundles;

	protected function setUp(): void {
		$this->registry = Plugin::services()->runs()->registry();
		$this->bundles  = $this->stored();
		$this->admin    = get_users( array( 'role' => 'administrator' ) )[0]->ID;
		wp_set_current_user( $this->admin );
	}

	protected function tearDown(): void {
		global $wpdb;
		$tables = Plugin::services()->runs()->tables();
		foreach ( $tables->are_there() ? $wpdb->get_col( $wpdb->prepare( 'SELECT id FROM %i', $tables->runs() ) ) : array() as $row ) {
			$this->registry->remove( (int) $row );
		}
		foreach ( array_diff( $this->stored(), $this->bundles ) as $bundle ) {
			Plugin::services()->artifacts()->store()->discard( $bundle );
		}
		Plugin::services()->runs()->schedule()->forget();
		array_map( 'unlink', (array) glob( get_temp_dir() . 'wp-codebox-journal-*' ) );
		wp_set_current_user( 0 );
	}

	/** @return list<string> */
	protected function stored(): array {
		$ids = Plugin::services()->artifacts()->store()->ids();
		self::assertIsArray( $ids );
		return $ids;
	}

	protected function call( string $operation, array $input ): array {
		$answer = Plugin::services()->runner()->run( "wp-codebox/$operation", $input, new Invocation( Invocation::FACADE ) );
		self::assertIsArray( $answer, is_wp_error( $answer ) ? $answer->get_error_message() : '' );
		return $answer;
	}

	protected function suite( int $cases, ?string $role = null ): array {
		$suite = array(
			'schema' => 'wp-codebox/fuzz-suite/v1',
			'id'     => 'runs',
			'cases'  => array(),
		);
		for ( $number = 1; $number <= $cases; $number++ ) {
			$suite['cases'][] = array(
				'id'     => "case-$number",
				'target' => array(
					'kind' => 'rest',
					'id'   => '/wp/v2/types',
				),
				'input'  => array(
					'method' => 'GET',
					'params' => array( 'context' => "x$number" ),
				),
			) + ( null === $role ? array() : array( 'role' => $role ) );
		}
		return $suite;
	}

	/** @return list<string> Ids of the cases in the bundle of a run. */
	protected function delivered( array $run ): array {
		$bundle = Plugin::services()->artifacts()->store()->find( $run['artifact']['id'] );
		self::assertNotInstanceOf( \WP_Error::class, $bundle, is_wp_error( $bundle ) ? $bundle->get_error_message() : '' );
		$lines = explode( "\n", trim( (string) $bundle->text( 'cases.ndjson', 10_000_000 ) ) );
		return array_map( static fn( string $line ): string => json_decode( $line, true )['id'], $lines );
	}
}
