<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Surfaces;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use WP_Codebox\Plugin;
use WP_Codebox_API;

/**
 * What the project says about itself is the same document wherever it is asked.
 */
final class DiscoveryTest extends TestCase {

	/** @return array<string, array{0: string, 1: list<string>}> Facade method, arguments of the Node command. */
	public static function node_commands(): array {
		return array(
			'descriptor'    => array( 'runtime_descriptor', array( 'runtime', 'descriptor', '--json' ) ),
			'manifest'      => array( 'runtime_contract_manifest', array( 'runtime', 'manifest', '--json' ) ),
			'fuzz contract' => array( 'wordpress_fuzz_runtime_contract', array( 'fuzz', 'descriptor', '--format=json' ) ),
		);
	}

	/**
	 * @param string       $method    Method of the facade.
	 * @param list<string> $arguments Arguments of `wp-codebox`.
	 */
	#[DataProvider( 'node_commands' )]
	public function test_the_facade_says_what_the_node_command_says( string $method, array $arguments ): void {
		$facade = WP_Codebox_API::$method();
		$this->assertIsArray( $facade );
		$this->assertSame( $this->node( $arguments ), json_decode( (string) wp_json_encode( $facade ), true ) );
	}

	/** @return array<string, array{0: string, 1: string}> Facade method, WP-CLI command. */
	public static function cli_commands(): array {
		return array(
			'descriptor'    => array( 'runtime_descriptor', 'runtime descriptor' ),
			'manifest'      => array( 'runtime_contract_manifest', 'runtime manifest' ),
			'primitives'    => array( 'public_contract_primitives', 'runtime primitives' ),
			'schemas'       => array( 'public_contract_schemas', 'runtime schemas' ),
			'fuzz contract' => array( 'wordpress_fuzz_runtime_contract', 'wordpress-fuzz-runtime-contract' ),
		);
	}

	/**
	 * @param string $method  Method of the facade.
	 * @param string $command Words after `wp codebox`.
	 */
	#[DataProvider( 'cli_commands' )]
	public function test_wp_cli_runs_the_same_operation( string $method, string $command ): void {
		$found = null;
		foreach ( Plugin::services()->operations()->all() as $definition ) {
			if ( ( $definition->cli['command'] ?? null ) === $command ) {
				$found = $definition;
			}
		}
		$this->assertNotNull( $found, "wp codebox $command" );
		$this->assertSame( $method, $found->facade );
		$cli = Wp_Cli::run( array( 'codebox', ...explode( ' ', $command ), '--format=json' ) );
		$this->assertSame( 0, $cli['status'], $cli['error'] );
		$this->assertSame( WP_Codebox_API::$method(), json_decode( $cli['out'], true, 64, JSON_THROW_ON_ERROR ) );
	}

	public function test_the_ability_carries_the_fuzz_contract_and_the_capabilities(): void {
		$meta = wp_get_ability( 'wp-codebox/run-fuzz-suite' )->get_meta();
		$this->assertSame( WP_Codebox_API::wordpress_fuzz_runtime_contract(), $meta['wordpress_fuzz_runtime_contract'] );
		$this->assertSame( 'wp-codebox/run-fuzz-suite', $meta['canonical_ability'] );
		$this->assertSame( $this->node( array( 'fuzz', 'capabilities', '--mode=php-in-process' ) ), $meta['runner_capabilities'] );
		$this->assertSame( $this->node( array( 'fuzz', 'capabilities', '--mode=runtime-backed' ) ), $meta['supported_runner_capabilities']['runtime-backed'] );
		$this->assertSame( $meta['runner_capabilities'], $meta['supported_runner_capabilities']['php-in-process'] );
		$this->assertFalse( $meta['runtime_backed_execution']['supported_by_this_ability'] );
		$this->assertSame( array( 'step', 'reset' ), $meta['runtime_backed_execution']['required_episode_methods'] );
		$this->assertTrue( rest_validate_value_from_schema( $meta['runner_capabilities'], $meta['runner_capabilities_schema'], 'runner_capabilities' ) );
	}

	public function test_the_descriptor_nests_fuzz_contract_and_manifest(): void {
		$descriptor = WP_Codebox_API::runtime_descriptor();
		$this->assertSame( WP_Codebox_API::wordpress_fuzz_runtime_contract(), $descriptor['wordpressFuzzRuntimeContract'] );
		$this->assertSame( WP_Codebox_API::runtime_contract_manifest(), $descriptor['contractManifest'] );
	}

	public function test_every_schema_of_the_primitives_is_in_the_flat_map(): void {
		$flat = WP_Codebox_API::public_contract_schemas();
		foreach ( WP_Codebox_API::public_contract_primitives() as $primitive => $entry ) {
			foreach ( $entry['schemas'] as $name => $id ) {
				$this->assertSame( $id, $flat[ "$primitive.$name" ] );
			}
		}
	}

	public function test_discovery_is_no_ability_and_asks_for_the_read_capability(): void {
		foreach ( self::cli_commands() as list( $method ) ) {
			foreach ( Plugin::services()->operations()->all() as $definition ) {
				if ( $definition->facade === $method ) {
					$this->assertFalse( $definition->is_ability );
					$this->assertSame( 'wp_codebox_read', $definition->capability );
				}
			}
		}
		$this->assertNotContains( 'wp-codebox/runtime-descriptor', WP_Codebox_API::public_abilities() );
	}

	public function test_an_unknown_input_is_refused_by_name(): void {
		$error = WP_Codebox_API::runtime_descriptor( array( 'verbose' => true ) );
		$this->assertWPErrorCode( 'wp_codebox_invalid_input', $error );
		$this->assertSame( 'verbose', $error->get_error_data()['field'] );
	}

	/**
	 * @param list<string> $arguments Arguments of `wp-codebox`.
	 * @return array
	 */
	private function node( array $arguments ): array {
		$process = proc_open( // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- The Node command is what is compared.
			array( 'node', dirname( __DIR__, 3 ) . '/bin/wp-codebox.mjs', ...$arguments ),
			array(
				1 => array( 'pipe', 'w' ),
				2 => array( 'pipe', 'w' ),
			),
			$pipes
		);
		$this->assertIsResource( $process );
		$output = stream_get_contents( $pipes[1] );
		$errors = stream_get_contents( $pipes[2] );
		$this->assertSame( 0, proc_close( $process ), (string) $errors );
		return json_decode( (string) $output, true, 64, JSON_THROW_ON_ERROR );
	}

	private function assertWPErrorCode( string $code, mixed $value ): void {
		$this->assertInstanceOf( \WP_Error::class, $value );
		$this->assertSame( $code, $value->get_error_code() );
	}
}
