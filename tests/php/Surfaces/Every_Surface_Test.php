<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Surfaces;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use WP_Codebox\Operations\Operation_Definition;
use WP_Codebox\Plugin;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** Walks all operations and all surfaces: a new operation is covered the day it is defined. */
final class Every_Surface_Test extends TestCase {

	/** @var array<string, int> Role → user id. */
	private static array $users = array();

	public static function setUpBeforeClass(): void {
		foreach ( array( 'subscriber', 'editor' ) as $role ) {
			self::$users[ $role ] = wp_insert_user(
				array(
					'user_login' => 'codebox-walk-' . $role,
					'user_pass'  => wp_generate_password(),
					'user_email' => "codebox-walk-$role@example.org",
					'role'       => $role,
				)
			);
		}
		self::$users['anonymous'] = 0;
	}

	public static function tearDownAfterClass(): void {
		require_once ABSPATH . 'wp-admin/includes/user.php';
		require_once ABSPATH . 'wp-admin/includes/ms.php';
		foreach ( array_filter( self::$users ) as $user ) {
			is_multisite() ? wpmu_delete_user( $user ) : wp_delete_user( $user );
		}
	}

	protected function tearDown(): void {
		wp_set_current_user( 0 );
	}

	/**
	 * @return iterable<string, array{Operation_Definition}>
	 */
	public static function operations(): iterable {
		foreach ( Plugin::services()->operations()->all() as $definition ) {
			yield $definition->id => array( $definition );
		}
	}

	public function test_what_is_no_capability_is_left_to_wordpress(): void {
		// Plugins ask with the capability of a post type that is not there.
		self::assertFalse( current_user_can( null ) );
	}

	#[DataProvider( 'operations' )]
	public function test_the_same_wrong_input_has_the_same_code( Operation_Definition $definition ): void {
		wp_set_current_user( (int) get_users( array(
'role'   => 'administrator',
'number' => 1,
'fields' => 'ID',
) )[0] );
		$wrong = self::minimal( $definition->input ) + array( 'codebox_unknown_field' => '1' );
		foreach ( self::answers( $definition, $wrong, array( '--codebox-unknown-field=1' ) ) as $surface => $answer ) {
			self::assertSame( 'wp_codebox_invalid_input', $answer['code'], "$definition->id through $surface" );
			self::assertSame( 'codebox_unknown_field', $answer['field'], "$definition->id through $surface" );
			self::assertContains( $answer['status'], array( 400, 2, null ), "$definition->id through $surface" );
		}
	}

	/**
	 * @return iterable<string, array{Operation_Definition, string}>
	 */
	public static function operations_and_roles(): iterable {
		foreach ( self::operations() as $id => $arguments ) {
			foreach ( array( 'anonymous', 'subscriber', 'editor' ) as $role ) {
				yield "$id as $role" => array( $arguments[0], $role );
			}
		}
	}

	#[DataProvider( 'operations_and_roles' )]
	public function test_low_roles_are_refused( Operation_Definition $definition, string $role ): void {
		wp_set_current_user( self::$users[ $role ] );
		$codes   = array(
			'ability'        => 'ability_invalid_permissions',
			'core run route' => 'rest_ability_cannot_execute',
			'own route'      => 'wp_codebox_forbidden',
			'WP-CLI'         => 'wp_codebox_forbidden',
		);
		$answers = self::answers( $definition, self::minimal( $definition->input ), array(), $role );
		// PHP that calls the facade can do anything; a shell without --user too.
		unset( $answers['facade'] );
		if ( 'anonymous' === $role ) {
			unset( $answers['WP-CLI'] );
		}
		foreach ( $answers as $surface => $answer ) {
			self::assertSame( $codes[ $surface ], $answer['code'], "$definition->id through $surface" );
			self::assertContains( $answer['status'], array( 'anonymous' === $role ? 401 : 403, 2, null ), "$definition->id through $surface" );
		}
		self::assertFalse( current_user_can( $definition->capability ) ); // phpcs:ignore WordPress.WP.Capabilities
	}

	/**
	 * @param Operation_Definition $definition Which operation.
	 * @param array                $input      What every surface is sent.
	 * @param list<string>         $flags      What WP-CLI gets beside the minimal input.
	 * @param string               $role       Whom WP-CLI runs as.
	 * @return array<string, array{code: string|null, field: string|null, status: int|null}> By surface; the status is HTTP's or the exit status.
	 */
	private static function answers( Operation_Definition $definition, array $input, array $flags = array(), string $role = 'anonymous' ): array {
		$answers = array( 'facade' => self::of_error( \WP_Codebox_API::{$definition->facade}( $input ) ) );
		if ( $definition->is_ability ) {
			$answers['ability']        = self::of_error( wp_get_ability( $definition->id )->execute( $input ) );
			$answers['core run route'] = self::of_response( self::request( $definition->verb, "/wp-abilities/v1/abilities/$definition->id/run", array( 'input' => $input ) ) );
		}
		if ( null !== $definition->rest ) {
			$answers['own route'] = self::of_response( self::request( $definition->rest['method'], '/wp-codebox/v1' . self::path( $definition->rest['route'], $input ), $input ) );
		}
		if ( null !== $definition->cli && ( 'anonymous' !== $role || $flags ) ) {
			$user              = 'anonymous' === $role ? array() : array( '--user=' . self::$users[ $role ] );
			$answer            = Wp_Cli::run( array( 'codebox', ...explode( ' ', $definition->cli['command'] ), '--input-json=' . wp_json_encode( (object) array_diff_key( $input, array( 'codebox_unknown_field' => 1 ) ) ), ...$flags, ...$user ) );
			$error             = json_decode( $answer['out'], true )['error'] ?? array();
			$answers['WP-CLI'] = array(
				'code'   => $error['code'] ?? null,
				'field'  => $error['data']['field'] ?? null,
				'status' => $answer['status'],
			);
		}
		return $answers;
	}

	private static function request( string $method, string $route, array $data ): WP_REST_Response {
		$request = new WP_REST_Request( $method, $route );
		if ( 'GET' === $method ) {
			$request->set_query_params( $data );
		} else {
			$request->set_header( 'Content-Type', 'application/json' );
			$request->set_body( (string) wp_json_encode( $data ) );
		}
		return rest_do_request( $request );
	}

	private static function of_error( mixed $answer ): array {
		return array(
			'code'   => $answer instanceof WP_Error ? $answer->get_error_code() : null,
			'field'  => $answer instanceof WP_Error ? $answer->get_error_data()['field'] ?? null : null,
			'status' => $answer instanceof WP_Error ? $answer->get_error_data()['status'] ?? null : null,
		);
	}

	private static function of_response( WP_REST_Response $response ): array {
		return array(
			'code'   => $response->get_data()['code'] ?? null,
			'field'  => $response->get_data()['data']['field'] ?? null,
			'status' => $response->get_status(),
		);
	}

	/**
	 * @param string $route Route pattern; its named parts are fields of the input.
	 * @param array  $input What every surface is sent.
	 */
	private static function path( string $route, array $input ): string {
		return (string) preg_replace_callback( '/\(\?P<(\w+)>[^)]*\)/', static fn( array $part ): string => (string) $input[ $part[1] ], $route );
	}

	/**
	 * @param array $schema Lowered schema.
	 * @return mixed The smallest value that fits.
	 */
	private static function minimal( array $schema ): mixed {
		if ( isset( $schema['enum'] ) ) {
			return $schema['enum'][0];
		}
		foreach ( array( 'anyOf', 'oneOf' ) as $keyword ) {
			if ( isset( $schema[ $keyword ] ) ) {
				return self::minimal( $schema[ $keyword ][0] );
			}
		}
		switch ( ( (array) ( $schema['type'] ?? 'object' ) )[0] ) {
			case 'string':
				return str_repeat( 'a', max( 1, $schema['minLength'] ?? 1 ) );
			case 'integer':
			case 'number':
				return $schema['minimum'] ?? 0;
			case 'boolean':
				return true;
			case 'array':
				return array_fill( 0, $schema['minItems'] ?? 0, self::minimal( $schema['items'] ?? array() ) );
			case 'null':
				return null;
			default:
				return array_map( static fn( string $name ): mixed => self::minimal( $schema['properties'][ $name ] ?? array() ), array_combine( $schema['required'] ?? array(), $schema['required'] ?? array() ) );
		}
	}
}
