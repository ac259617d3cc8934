<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Campaign;

use PHPUnit\Framework\Attributes\TestWith;

/**
 * All of WordPress core: what is found there is known, with a verdict, and the site is as it was afterwards.
 */
final class Core_Test extends Campaign_Test_Case {

	/** Roles counted: every route with its control cases where long campaigns are taken. */
	private const MANY = 1200;
	private const FEW  = 300;

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

	public function test_an_installed_plugin_survives_its_deletion(): void {
		$suite  = array(
			'id'                       => 'delete-plugin',
			'restMutationFixtureOptIn' => array(
				'schema'  => 'wp-codebox/rest-mutation-fixture-opt-in/v1',
				'id'      => 'delete-plugin',
				'route'   => '',
				'methods' => array( 'DELETE' ),
			),
			'cases'                    => array(
				array(
					'id'     => 'delete',
					'target' => array(
						'kind' => 'rest',
						'id'   => '/wp/v2/plugins/hello',
					),
					'role'   => 'administrator',
					'input'  => array( 'method' => 'DELETE' ),
				),
			),
		);
		$before = Site_Digest::take();
		$ran    = self::wp( 'codebox', 'run-fuzz-suite', '--input-json=' . wp_json_encode( $suite ) );
		$this->assertSame( 0, $ran['status'], $ran['out'] . $ran['error'] );
		$this->assertSame( 0, json_decode( $ran['out'], true )['summary']['skipped'], $ran['out'] );
		$this->assertSame( $before, Site_Digest::take() );
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
