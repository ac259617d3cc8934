<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Fuzz\Targets\Case_Server;
use WP_REST_Server;

/**
 * A server that remembers its routes says what core's says, also when the routes change.
 */
final class Case_Server_Test extends TestCase {

	protected function tearDown(): void {
		remove_all_filters( 'rest_endpoints' );
	}

	public function test_routes_and_options_are_those_of_core(): void {
		$core = clone rest_get_server();
		$ours = Case_Server::of( rest_get_server() );
		self::assertNotSame( WP_REST_Server::class, $ours::class );
		foreach ( array( '', ...$core->get_namespaces() ) as $name ) {
			self::assertSame( $core->get_routes( $name ), $ours->get_routes( $name ), $name );
			self::assertSame( $core->get_routes( $name ), ( clone $ours )->get_routes( $name ), "Remembered: $name" );
		}
		foreach ( array_keys( $core->get_routes() ) as $route ) {
			self::assertSame( $core->get_route_options( $route ), ( clone $ours )->get_route_options( $route ), $route );
		}
	}

	public function test_a_route_that_a_case_registers_is_there_for_it_and_for_no_other(): void {
		$ours = Case_Server::of( rest_get_server() );
		$ours->get_routes( 'wp/v2' );
		$one = clone $ours;
		$one->register_route( 'wp/v2', '/wp/v2/codebox-made', array( array( 'methods' => 'GET, POST', 'callback' => '__return_true' ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
		self::assertSame( array( 'GET' => true, 'POST' => true ), $one->get_routes( 'wp/v2' )['/wp/v2/codebox-made'][0]['methods'] ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
		self::assertArrayHasKey( '/wp/v2/codebox-made', $one->get_routes() );
		self::assertArrayNotHasKey( '/wp/v2/codebox-made', ( clone $ours )->get_routes( 'wp/v2' ) );
		self::assertArrayNotHasKey( '/wp/v2/codebox-made', rest_get_server()->get_routes() );
	}

	public function test_a_filter_on_the_endpoints_is_asked_every_time(): void {
		$ours = Case_Server::of( rest_get_server() );
		self::assertArrayHasKey( '/wp/v2/users', $ours->get_routes() );
		$asked = 0;
		add_filter(
			'rest_endpoints',
			static function ( array $endpoints ) use ( &$asked ): array {
				++$asked;
				unset( $endpoints['/wp/v2/users'] );
				return $endpoints;
			}
		);
		self::assertArrayNotHasKey( '/wp/v2/users', $ours->get_routes() );
		self::assertArrayNotHasKey( '/wp/v2/users', ( clone $ours )->get_routes( 'wp/v2' ) );
		self::assertSame( 2, $asked );
		remove_all_filters( 'rest_endpoints' );
		self::assertArrayHasKey( '/wp/v2/users', $ours->get_routes() );
	}

	public function test_it_knows_when_its_source_has_other_routes(): void {
		$source = clone rest_get_server();
		$ours   = Case_Server::of( $source );
		self::assertInstanceOf( Case_Server::class, $ours );
		self::assertTrue( $ours->is_of( $source ) );
		self::assertFalse( $ours->is_of( clone $source ) );
		$source->register_route( 'wp/v2', '/wp/v2/codebox-late', array( array( 'methods' => 'GET', 'callback' => '__return_true' ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
		self::assertFalse( $ours->is_of( $source ) );
	}

	public function test_a_server_class_of_the_site_stays(): void {
		$own = new class() extends WP_REST_Server {};
		self::assertSame( $own::class, Case_Server::of( $own )::class );
	}
}
