<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Inventory;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Fuzz\Inventory\Callback_Reference;
use WP_Codebox\Fuzz\Inventory\Code_Under_Test;
use WP_Codebox\Fuzz\Inventory\Inventory;
use WP_Codebox\Fuzz\Inventory\Rest_Endpoint;
use WP_Codebox\Fuzz\Inventory\Roles;
use WP_Codebox\Fuzz\Inventory\Route_Inventory;

final class InventoryTest extends TestCase {

	private const FOLDER = WP_PLUGIN_DIR . '/codebox-inventory-test';

	private const CODE = <<<'CODE'
	<?php
	function codebox_inventory_read() { return array(); }
	function codebox_inventory_allow() { return true; }
	function codebox_inventory_field( $post ) { return 'x'; }
	function codebox_inventory_store( $value, $post ) { return true; }
	CODE;

	private static \WP_REST_Server $server;

	public static function setUpBeforeClass(): void {
		wp_mkdir_p( self::FOLDER );
		file_put_contents( self::FOLDER . '/code.php', self::CODE ); // phpcs:ignore WordPress.WP.AlternativeFunctions
		require_once self::FOLDER . '/code.php';
		self::$server = new \WP_REST_Server();
		$register     = static function (): void {
			register_rest_field( 'post', 'codebox_field', array(
				'get_callback'    => 'codebox_inventory_field',
				'update_callback' => 'codebox_inventory_store',
				'schema'          => array( 'type' => 'string' ),
			) );
		};
		// Routes register themselves with the global server, so the one of the test takes its place meanwhile.
		$before                    = $GLOBALS['wp_rest_server'] ?? null;
		$GLOBALS['wp_rest_server'] = self::$server; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- put back below.
		add_action( 'rest_api_init', $register );
		do_action( 'rest_api_init', self::$server ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- core's hook, for a server of our own.
		remove_action( 'rest_api_init', $register );
		$GLOBALS['wp_rest_server'] = $before; // phpcs:ignore WordPress.WP.GlobalVariablesOverride
		foreach ( array(
			'open'    => array( 'permission_callback' => '__return_true' ),
			'guarded' => array( 'permission_callback' => 'codebox_inventory_allow' ),
			'naked'   => array(),
		) as $name => $options ) {
			self::$server->register_route( 'codebox-other/v1', "/codebox-other/v1/$name", array(
				array(
					'methods'  => 'GET',
					'callback' => 'codebox_inventory_read',
					'args'     => array( 'k' => array( 'type' => 'integer' ) ),
				) + $options,
			) );
		}
	}

	public static function tearDownAfterClass(): void {
		global $wp_rest_additional_fields;
		unset( $wp_rest_additional_fields['post']['codebox_field'] );
		unlink( self::FOLDER . '/code.php' ); // phpcs:ignore WordPress.WP.AlternativeFunctions
		rmdir( self::FOLDER ); // phpcs:ignore WordPress.WP.AlternativeFunctions
	}

	public function test_a_plugin_owns_its_routes_by_the_file_of_the_callback_and_the_core_routes_that_it_extends(): void {
		$endpoints = $this->endpoints( Code_Under_Test::select( 'codebox-inventory-test' ) );
		$own       = array_filter( $endpoints, static fn( Rest_Endpoint $endpoint ): bool => 'codebox-other/v1' === $endpoint->namespace );
		$core      = array_filter( $endpoints, static fn( Rest_Endpoint $endpoint ): bool => 'wp/v2' === $endpoint->namespace );
		$this->assertCount( 3, $own );
		$this->assertNotEmpty( $core );
		$this->assertCount( count( $endpoints ), array( ...$own, ...$core ) );
		foreach ( $core as $endpoint ) {
			$this->assertSame( array( 'codebox_field' ), $endpoint->focus );
			$this->assertSame( self::FOLDER . '/code.php', Callback_Reference::of( $endpoint->callbacks['update:codebox_field'] )->file );
		}
		$this->assertContains( '/wp/v2/posts', array_map( static fn( Rest_Endpoint $endpoint ): string => $endpoint->route, $core ) );
	}

	public function test_an_endpoint_says_who_may_call_it_and_where_its_code_stands(): void {
		$modes = array();
		foreach ( $this->endpoints( Code_Under_Test::select( null, null, 'codebox-other/v1' ) ) as $endpoint ) {
			if ( '/codebox-other/v1' === $endpoint->route ) {
				continue;
			}
			$modes[ basename( $endpoint->route ) ] = $endpoint->permission;
			$this->assertSame( array( 'GET' ), $endpoint->methods );
			$this->assertSame( self::FOLDER . '/code.php:2', $endpoint->callback()->location() );
			$this->assertSame( array( 'k' => array( 'type' => 'integer' ) ), $endpoint->args );
		}
		ksort( $modes );
		$this->assertSame(
			array(
				'guarded' => 'callback',
				'naked'   => 'missing',
				'open'    => 'public',
			),
			$modes
		);
	}

	public function test_code_is_told_by_its_real_path(): void {
		$code = Code_Under_Test::select( 'codebox-inventory-test' );
		$this->assertTrue( $code->is_under_test( self::FOLDER . '/code.php' ) );
		$this->assertTrue( $code->is_under_test( self::FOLDER . '/../codebox-inventory-test/code.php' ) );
		$this->assertFalse( $code->is_under_test( WP_PLUGIN_DIR . '/codebox-inventory-test-2/code.php' ) );
		$this->assertFalse( $code->is_under_test( ABSPATH . 'wp-load.php' ) );
		$this->assertNull( Code_Under_Test::select( '../plugins' ) );
		$this->assertNull( Code_Under_Test::select( 'not-there' ) );
		$this->assertTrue( Code_Under_Test::select( 'hello.php' )->is_under_test( WP_PLUGIN_DIR . '/hello.php' ) );
		$this->assertTrue( Code_Under_Test::select( null, get_stylesheet() )->is_under_test( get_stylesheet_directory() . '/functions.php' ) );
	}

	public function test_roles_are_cores_six_and_those_that_plugins_added(): void {
		add_role( 'codebox_keeper', 'Keeper' );
		$roles = new Roles();
		$this->assertSame( array( 'anonymous', 'subscriber', 'contributor', 'author', 'editor', 'administrator' ), array_slice( $roles->all(), 0, 6 ) );
		$this->assertContains( 'codebox_keeper', $roles->all() );
		$this->assertSame( array( 'anonymous', 'editor' ), $roles->choose( array( 'editor', 'anonymous', 'nobody' ) ) );
		$users = $roles->users( array( 'anonymous', 'codebox_keeper', 'administrator' ) );
		$this->assertSame( array( 0, 0 ), array( $users['anonymous'], $users['codebox_keeper'] ) );
		$this->assertTrue( user_can( $users['administrator'], 'manage_options' ) );
		remove_role( 'codebox_keeper' );
	}

	public function test_the_digest_changes_with_what_the_generator_reads_and_with_nothing_else(): void {
		$code  = Code_Under_Test::select( null, null, 'wp/v2' );
		$first = Inventory::read( $code )->digest();
		$this->assertMatchesRegularExpression( '/^[0-9a-f]{64}$/', $first );
		set_transient( 'codebox_inventory_noise', 1 );
		$this->assertSame( $first, Inventory::read( $code )->digest() );
		delete_transient( 'codebox_inventory_noise' );
		$this->assertNotSame( $first, Inventory::read( $code, array( 'anonymous' ) )->digest() );
		$tag = wp_insert_term( 'codebox-inventory-term', 'post_tag' );
		$this->assertNotSame( $first, Inventory::read( $code )->digest() );
		wp_delete_term( $tag['term_id'], 'post_tag' );
		$this->assertSame( $first, Inventory::read( $code )->digest() );
	}

	public function test_rows_are_those_of_the_site(): void {
		$rows = Inventory::read( Code_Under_Test::select() )->rows;
		$this->assertSame( (int) get_users( array( 'orderby' => 'ID' ) )[0]->ID, $rows->of( 'user' )[0] );
		$this->assertContains( 'administrator', $rows->of( 'role' ) );
		$this->assertSame( array(), $rows->of( 'no-such-type' ) );
	}

	/**
	 * @return list<Rest_Endpoint>
	 */
	private function endpoints( ?Code_Under_Test $code ): array {
		$this->assertNotNull( $code );
		return ( new Route_Inventory( self::$server, $code ) )->endpoints();
	}
}
