<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Readiness;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Fuzz\Inventory\Code_Under_Test;
use WP_Codebox\Fuzz\Inventory\Roles;
use WP_Codebox\Fuzz\Readiness\Readiness;

final class ReadinessTest extends TestCase {

	/** @var list<array{string, \Closure}> */
	private array $added = array();

	protected function tearDown(): void {
		foreach ( $this->added as list( $hook, $callback ) ) {
			remove_action( $hook, $callback );
		}
		wp_clear_scheduled_hook( 'codebox_test_event' );
		unset( $GLOBALS['current_screen'] );
	}

	public function test_every_role_with_a_user_loads_an_admin_page_administrators_first(): void {
		$seen = array();
		$this->add( 'admin_init', static function () use ( &$seen ): void {
			$seen[] = array( wp_get_current_user()->roles[0] ?? '', is_admin(), wp_get_current_user()->ID );
		} );
		$administrator = ( new Roles() )->users( array( 'administrator' ) )['administrator'];
		$this->assertGreaterThan( 0, $administrator );
		$this->readiness()->prepare( array(
			'anonymous'     => 0,
			'subscriber'    => 0,
			'administrator' => $administrator,
		) );
		$this->assertSame( array( array( 'administrator', true, $administrator ) ), $seen );
		$this->assertSame( 0, get_current_user_id() );
		$this->assertFalse( is_admin() );
	}

	public function test_scheduled_events_run_once_and_stay_scheduled(): void {
		$calls = array();
		wp_schedule_event( time() + DAY_IN_SECONDS, 'daily', 'codebox_test_event', array( 'a', 2 ) );
		$this->add( 'codebox_test_event', static function ( ...$arguments ) use ( &$calls ): void {
			$calls[] = $arguments;
		}, 2 );
		$this->readiness()->prepare( array() );
		$this->assertSame( array( array( 'a', 2 ) ), $calls );
		$this->assertNotFalse( wp_next_scheduled( 'codebox_test_event', array( 'a', 2 ) ) );
	}

	public function test_what_redirects_dies_throws_or_prints_stops_only_itself(): void {
		$done = false;
		$this->add( 'admin_init', static fn() => wp_redirect( 'https://example.org/welcome' ) ); // phpcs:ignore WordPress.Security.SafeRedirect -- what plugins do.
		$this->add( 'admin_init', static fn() => wp_die( 'no' ) );
		$this->add( 'admin_init', static fn() => throw new \DomainException( 'broken' ) );
		$this->add( 'admin_init', static function () use ( &$done ): void {
			echo 'printed';
			$done = is_wp_error( wp_remote_get( 'https://example.org/' ) );
		} );
		ob_start();
		$records = $this->readiness()->prepare( ( new Roles() )->users( array( 'administrator' ) ) );
		$this->assertSame( '', ob_get_clean() );
		$this->assertTrue( $done );
		$this->assertSame( array( 'redirects to https://example.org/welcome', 'wp_die()', 'DomainException: broken', null ), array_column( array_filter( $records, static fn( array $record ): bool => 'admin_init as administrator' === $record['step'] && '{closure}' === substr( $record['callback'], -9 ) ), 'stopped' ) );
	}

	public function test_callbacks_of_core_are_left_alone(): void {
		$records = $this->readiness()->prepare( ( new Roles() )->users( array( 'administrator' ) ) );
		$this->assertSame( array(), array_filter( array_column( $records, 'callback' ), static fn( string $name ): bool => str_starts_with( $name, 'wp_' ) || str_starts_with( $name, '_wp' ) ) );
	}

	public function test_it_knows_whether_the_plugin_is_active(): void {
		$this->assertTrue( $this->readiness()->is_active() );
		$this->assertTrue( ( new Readiness( Code_Under_Test::select( 'wp-codebox' ) ?? throw new \LogicException() ) )->is_active() );
		$this->assertFalse( ( new Readiness( Code_Under_Test::select( 'hello.php' ) ?? throw new \LogicException() ) )->is_active() );
	}

	private function add( string $hook, \Closure $callback, int $arguments = 1 ): void {
		$this->added[] = array( $hook, $callback );
		add_action( $hook, $callback, 10, $arguments );
	}

	private function readiness(): Readiness {
		return new Readiness( Code_Under_Test::select() ?? throw new \LogicException() );
	}
}
