<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Tests\Surfaces\Wp_Cli;

/**
 * On a production site nothing writes: at a command line only with an explicit flag, over REST never.
 */
final class Production_Test extends TestCase {

	private const PRODUCTION = "define( 'WP_ENVIRONMENT_TYPE', 'production' );";

	public function test_a_command_line_needs_the_flag(): void {
		self::assertSame( array( 'skipped', 'wp_codebox_fuzz_mutation_not_allowed' ), $this->at_a_command_line() );
		self::assertSame( array( 'passed', null ), $this->at_a_command_line( '--allow-production' ) );
		$ran = Wp_Cli::run( array( '--exec=' . self::PRODUCTION, 'codebox', 'fuzz', '--namespace=wp/v2', '--allow-mutations', '--cases=1', '--format=json' ) );
		self::assertSame( 'wp_codebox_fuzz_mutations_refused', json_decode( $ran['out'], true )['error']['code'], $ran['out'] . $ran['error'] );
	}

	public function test_over_rest_there_is_no_flag_that_helps(): void {
		$prepended = (string) tempnam( get_temp_dir(), 'wp-codebox-production' );
		// WordPress takes application passwords of a production site over HTTPS only.
		file_put_contents( $prepended, '<?php ' . self::PRODUCTION . "\$_SERVER['HTTPS'] = 'on';" );
		$server = new Web_Server( array( '-d', "auto_prepend_file=$prepended" ) );
		try {
			list( $status, $result, $body ) = $server->run_suite( array( 'schema' => 'wp-codebox/fuzz-suite/v1' ) + $this->suite() );
			self::assertSame( 200, $status, $body );
			self::assertSame( array( 'skipped', 'wp_codebox_fuzz_mutation_not_allowed' ), array( $result['cases'][0]['status'], $result['cases'][0]['skipReason'] ), $body );
			foreach ( array( 'allow-production', 'allowProduction', 'allow_production' ) as $flag ) {
				list( $status, , $body ) = $server->run_suite( array(
					'schema' => 'wp-codebox/fuzz-suite/v1',
					$flag    => true,
				) + $this->suite() );
				self::assertStringNotContainsString( '"status":"passed"', $body, $flag );
			}
		} finally {
			$server->stop();
			unlink( $prepended );
		}
	}

	/** @return array{0: string, 1: string|null} Status and skip reason. */
	private function at_a_command_line( string ...$flags ): array {
		$ran         = Wp_Cli::run( array( '--exec=' . self::PRODUCTION, 'codebox', 'run-fuzz-suite', '--input-json=' . wp_json_encode( $this->suite() ), ...array_values( $flags ) ) );
		$case_result = json_decode( $ran['out'], true )['cases'][0] ?? null;
		self::assertIsArray( $case_result, $ran['out'] . $ran['error'] );
		return array( $case_result['status'], $case_result['skipReason'] ?? null );
	}

	private function suite(): array {
		return array(
			'id'                       => 'production',
			'restMutationFixtureOptIn' => array(
				'schema'  => 'wp-codebox/rest-mutation-fixture-opt-in/v1',
				'id'      => 'settings',
				'route'   => '',
				'methods' => array( 'POST' ),
			),
			'cases'                    => array(
				array(
					'id'     => 'title',
					'target' => array(
						'kind' => 'rest',
						'id'   => '/wp/v2/settings',
					),
					'role'   => 'administrator',
					'input'  => array(
						'method' => 'POST',
						'body'   => array( 'title' => 'Changed' ),
					),
				),
			),
		);
	}
}
