<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Campaign;

use PHPUnit\Framework\Attributes\TestWith;
use WP_Codebox\Fuzz\Decoys\Sacrificial_Plugin;
use WP_Codebox\Plugin;

/**
 * All of WordPress core: what is found there is known, with a verdict, and the site is as it was afterwards.
 */
final class Core_Test extends Campaign_Test_Case {

	/** Roles counted: every route with its control cases where long campaigns are taken. */
	private const MANY = 1200;
	private const FEW  = 300;

	public static function setUpBeforeClass(): void {
		// The first bundle of a site chooses, once, where bundles live.
		Plugin::services()->artifacts()->store()->uploads();
	}

	/**
	 * @param list<string> $flags Of the command.
	 */
	#[TestWith( array( array() ) )]
	#[TestWith( array( array( '--allow-mutations' ) ) )]
	public function test_every_finding_in_core_is_triaged_and_the_site_is_as_it_was( array $flags ): void {
		$before = Site_Digest::take();
		$result = self::fuzz( '--cases=' . ( self::is_plain_sqlite() ? self::MANY : self::FEW ), ...$flags );
		$after  = Site_Digest::take();
		$this->assertSame( $before, $after );
		$this->assertGreaterThan( 40, $result['coverageSummary']['reached'] );
		$this->assertSame( array(), self::named( self::untriaged( $result['findings'] ) ), 'Untriaged: each is a defect of core (docs/findings-core.json) or an oracle\'s mistake.' );
	}

	public function test_core_really_deletes_a_plugin_which_is_back_afterwards_and_no_other(): void {
		$suite  = array(
			'id'                       => 'delete-plugin',
			'restMutationFixtureOptIn' => array(
				'schema'  => 'wp-codebox/rest-mutation-fixture-opt-in/v1',
				'id'      => 'delete-plugin',
				'route'   => '',
				'methods' => array( 'DELETE' ),
			),
			'cases'                    => array(
				self::deletion( 'hello', array( 'status' => 403 ) ),
				self::deletion( Sacrificial_Plugin::ID, array(
					'status' => 200,
					'body'   => array( 'deleted' => true ),
				) ),
			),
		);
		$without = Site_Digest::take();
		$decoy   = new Sacrificial_Plugin();
		$decoy->seed( 'secret' );
		$before = Site_Digest::take();
		$ran    = self::wp( 'codebox', 'run-fuzz-suite', '--input-json=' . wp_json_encode( $suite ) );
		$after  = Site_Digest::take();
		$decoy->remove();
		$this->assertSame( 0, $ran['status'], $ran['out'] . $ran['error'] );
		$this->assertSame( 2, json_decode( $ran['out'], true )['summary']['passed'], $ran['out'] );
		$this->assertNotSame( $without, $before );
		$this->assertSame( $before, $after );
		$this->assertSame( $without, Site_Digest::take() );
	}

	/**
	 * @param string $plugin As the REST API names it.
	 * @param array  $expect What WordPress has to answer.
	 */
	private static function deletion( string $plugin, array $expect ): array {
		return array(
			'id'     => 'delete ' . $plugin,
			'target' => array(
				'kind' => 'rest',
				'id'   => '/wp/v2/plugins/' . $plugin,
			),
			'role'   => 'administrator',
			'input'  => array( 'method' => 'DELETE' ),
			'expect' => $expect,
		);
	}

	public function test_every_record_of_a_known_finding_says_where_and_why(): void {
		foreach ( self::known() as $record ) {
			$this->assertMatchesRegularExpression( '/^[0-9a-f]{16}$/', $record['fingerprint'] );
			$this->assertSame( 'core-defect', $record['verdict'] );
			$this->assertNotSame( '', $record['why'] );
			$lines = file( ABSPATH . $record['file'] );
			$this->assertIsArray( $lines );
			$this->assertArrayHasKey( $record['line'] - 1, $lines, $record['file'] );
		}
	}

	/**
	 * @param list<array> $findings Of a result.
	 * @return list<array> Those that nobody has looked into.
	 */
	private static function untriaged( array $findings ): array {
		$known = array_column( self::known(), null, 'fingerprint' );
		return array_values( array_filter( $findings, static fn( array $finding ): bool => ! isset( $known[ $finding['fingerprint'] ] ) ) );
	}

	private static function known(): array {
		return wp_json_file_decode( dirname( __DIR__, 4 ) . '/docs/findings-core.json', array( 'associative' => true ) );
	}
}
