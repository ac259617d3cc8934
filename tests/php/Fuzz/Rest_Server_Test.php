<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Fuzz\Targets\Rest_Server;
use WP_REST_Server;

/** What a case does to the objects behind the routes does not reach the next one. */
final class Rest_Server_Test extends TestCase {

	public function test_what_a_controller_remembers_goes_with_the_case_and_its_schema_stays(): void {
		$controller = new class() extends \WP_REST_Controller {

			public bool $has_retrieved = false;

			public function get_item_schema(): array {
				return $this->schema ??= array( 'type' => 'object' );
			}

			public function has_schema(): bool {
				return null !== $this->schema;
			}

			public function answer(): bool {
				$before              = $this->has_retrieved;
				$this->has_retrieved = true;
				$this->get_item_schema();
				return $before;
			}
		};
		$server     = clone rest_get_server();
		$before     = $GLOBALS['wp_rest_server'];
		$route      = array(
			'methods'             => 'GET',
			'callback'            => array( $controller, 'answer' ),
			'permission_callback' => '__return_true',
		);
		$server->register_route( 'codebox', '/codebox/remembers', array( $route ) );
		try {
			$GLOBALS['wp_rest_server'] = $server; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited -- Put back below.
			$targets                   = new Rest_Server();
			$ask                       = static fn(): mixed => $targets->with( static fn( WP_REST_Server $copy ): mixed => $copy->dispatch( new \WP_REST_Request( 'GET', '/codebox/remembers' ) )->get_data() );
			self::assertFalse( $ask() );
			self::assertFalse( $ask() );
			self::assertFalse( $controller->has_retrieved );
			self::assertTrue( $controller->has_schema() );
		} finally {
			$GLOBALS['wp_rest_server'] = $before; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
		}
	}
}
