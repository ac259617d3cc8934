<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Browser;

use PHPUnit\Framework\Attributes\DataProvider;
use WP_Codebox\Browser\Blueprints;
use WP_Codebox\Plugin;
use WP_Error;
use WP_REST_Request;

final class Browser_Sessions_Test extends Session_Test_Case {

	public function test_a_session_is_what_its_contract_says_and_never_holds_the_blueprint(): void {
		$session = $this->sessions->create( self::GOAL + array( 'blueprint' => array( 'siteOptions' => array( 'blogname' => 'hidden-word' ) ) ) );
		self::assertTrue( Plugin::services()->runner()->validate_output( Plugin::services()->operations()->definition( 'wp-codebox/create-browser-playground-session' ), $session ) );
		self::assertSame( 'ready', $session['status'] );
		self::assertTrue( $session['preview_only'] );
		self::assertStringNotContainsString( 'hidden-word', (string) wp_json_encode( $session ) );
		self::assertStringNotContainsString( 'nonce', (string) wp_json_encode( $session['blueprint_ref'] ) );
		self::assertGreaterThan( gmdate( 'Y-m-d\TH:i:s\Z' ), $session['expires_at'] );
		$hydration = ( new Blueprints( $this->sites, $this->documents ) )->hydrate( $session['blueprint_ref']['ref'] );
		self::assertSame( 'hidden-word', $hydration['blueprint']['siteOptions']['blogname'] );
	}

	public function test_the_blueprint_is_not_for_the_public(): void {
		$ref     = $this->sessions->create( self::GOAL )['blueprint_ref'];
		$request = new WP_REST_Request( 'GET', $ref['endpoint'] );
		self::assertSame( 200, rest_do_request( $request )->get_status() );
		wp_set_current_user( 0 );
		self::assertSame( 401, rest_do_request( $request )->get_status() );
		self::assertInstanceOf( WP_Error::class, wp_get_ability( 'wp-codebox/hydrate-browser-blueprint-ref' )->execute( array( 'ref' => $ref['ref'] ) ) );
	}

	public function test_a_forgotten_blueprint_is_a_miss(): void {
		$ref = $this->sessions->create( self::GOAL )['blueprint_ref']['ref'];
		$this->sites->forget();
		wp_cache_flush();
		$blueprints = new Blueprints( $this->sites, $this->documents );
		self::assertSame( 'wp_codebox_browser_blueprint_ref_cache_miss', $blueprints->hydrate( $ref )->get_error_code() );
		self::assertSame( 409, $blueprints->hydrate( $ref )->get_error_data()['status'] );
		self::assertSame( 'wp_codebox_browser_blueprint_ref_missing', $blueprints->hydrate( 'prepared:../x:1' )->get_error_code() );
	}

	public function test_an_agent_is_refused_by_name_and_nothing_is_prepared(): void {
		$session = $this->sessions->create( self::GOAL + array( 'agent' => 'writer' ) );
		self::assertFalse( $session['success'] );
		self::assertSame( 'blocked', $session['status'] );
		self::assertSame( array( 'component:agents-api' ), $session['error']['missing'] );
		self::assertArrayNotHasKey( 'preview_boot', $session );
	}

	public function test_internals_need_leave(): void {
		$input = self::GOAL + array( 'include_internal_browser_session' => true );
		$leave = static fn(): bool => false;
		add_filter( 'wp_codebox_include_internal_browser_session_contract', $leave );
		$refused = $this->sessions->create( $input );
		remove_filter( 'wp_codebox_include_internal_browser_session_contract', $leave );
		self::assertSame( 'wp_codebox_browser_internal_session_refused', $refused->get_error_code() );
		add_filter( 'wp_codebox_include_internal_browser_session_contract', '__return_true' );
		$session = $this->sessions->create( $input );
		remove_filter( 'wp_codebox_include_internal_browser_session_contract', '__return_true' );
		self::assertTrue( $session['internal']['blueprint']['login'] );
	}

	public function test_a_blueprint_has_a_limit(): void {
		$error = $this->sessions->create( self::GOAL + array( 'blueprint' => array( 'x' => str_repeat( 'a', 1_000_001 ) ) ) );
		self::assertSame( 'wp_codebox_input_too_large', $error->get_error_code() );
		self::assertSame( 'blueprint', $error->get_error_data()['field'] );
	}

	public function test_the_routes_of_the_sdk_have_a_limit(): void {
		foreach ( array( 'runtime-task', 'preview-boot-ref', 'browser-connector-request' ) as $route ) {
			$request = new WP_REST_Request( 'POST', "/wp-codebox/v1/$route" );
			$request->set_header( 'Content-Type', 'application/json' );
			$request->set_body( '{"task":"' . str_repeat( 'a', 2_500_000 ) . '"}' );
			$answer = rest_do_request( $request );
			self::assertSame( array( 413, 'wp_codebox_input_too_large' ), array( $answer->get_status(), $answer->get_data()['code'] ) );
		}
	}

	/**
	 * @return iterable<string, array{string, bool, string}> Mode, whether the site is there, action.
	 */
	public static function decisions(): iterable {
		yield 'open-only, there' => array( 'open-only', true, 'opened' );
		yield 'open-only, missing' => array( 'open-only', false, 'unavailable' );
		yield 'open-or-create, there' => array( 'open-or-create', true, 'opened' );
		yield 'open-or-create, missing' => array( 'open-or-create', false, 'created' );
		yield 'prepare-new, there' => array( 'prepare-new', true, 'created' );
		yield 'prepare-new, missing' => array( 'prepare-new', false, 'created' );
	}

	#[DataProvider( 'decisions' )]
	public function test_the_mode_decides( string $mode, bool $there, string $action ): void {
		$before = $there ? $this->contained->open_or_create( array( 'mode' => 'prepare-new' ) + self::GOAL ) : null;
		$answer = $this->contained->open_or_create( array( 'mode' => $mode ) + self::GOAL );
		self::assertTrue( Plugin::services()->runner()->validate_output( Plugin::services()->operations()->definition( 'wp-codebox/open-or-create-browser-contained-site' ), $answer ) );
		self::assertSame( $action, $answer['action'] );
		self::assertSame( 'unavailable' !== $action, $answer['success'] );
		if ( 'opened' === $action ) {
			// The same scope is the same storage in the browser.
			self::assertSame( $before['preview_boot']['scope'], $answer['preview_boot']['scope'] );
		} elseif ( null !== $before ) {
			self::assertNotSame( $before['preview_boot']['scope'], $answer['preview_boot']['scope'] );
		}
	}

	public function test_a_site_is_created_only_with_a_goal(): void {
		$error = $this->contained->open_or_create( array( 'mode' => 'open-or-create', 'cache_key' => 'codebox-goalless' ) ); // phpcs:ignore WordPress.Arrays
		self::assertSame( 'goal', $error->get_error_data()['field'] );
	}

	public function test_status_and_open_find_a_site_by_every_name(): void {
		$site = $this->contained->open_or_create( array( 'mode' => 'prepare-new' ) + self::GOAL )['contained_site'];
		foreach ( array( array( 'site_id' => $site['site_id'] ), $site['recovery']['input'], array( 'contained_site' => $site ) ) as $name ) {
			self::assertSame( 'recoverable_prepared_runtime', $this->contained->status( $name )['status'] );
			self::assertSame( $site, $this->contained->open( $name )['contained_site'] );
		}
		$stale = $this->contained->status( array( 'source_digest' => str_repeat( '0', 64 ) ) + $site['recovery']['input'] );
		self::assertFalse( $stale['success'] );
		self::assertSame( 'wp_codebox_browser_contained_site_stale_digest', $stale['error']['code'] );
		self::assertSame( 'wp_codebox_browser_contained_site_ref_missing', $this->contained->status( array() )->get_error_code() );
		$twice = array( 'site_id' => 'site-' . str_repeat( '0', 32 ), 'contained_site' => $site ); // phpcs:ignore WordPress.Arrays
		self::assertSame( 'wp_codebox_browser_contained_site_ref_invalid', $this->contained->open( $twice )->get_error_code() );
	}
}
