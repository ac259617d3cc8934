<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Browser;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Browser\Callback_Capability;
use WP_Codebox\Plugin;
use WP_REST_Request;
use WP_REST_Response;

final class Callbacks_Test extends TestCase {

	private const ABILITY = 'wp-codebox/normalize-browser-artifact-bundle';
	private const BODY    = '{"schema_id":"test/v1","entrypoint":"a.txt","files":[{"path":"a.txt","content":"a"}]}';

	protected function setUp(): void {
		wp_set_current_user( (int) get_users( array( 'role' => 'administrator', 'number' => 1, 'fields' => 'ID' ) )[0] ); // phpcs:ignore WordPress.Arrays
	}

	protected function tearDown(): void {
		wp_set_current_user( 0 );
	}

	public function test_a_signed_callback_runs_its_ability_once_as_its_user(): void {
		$capability = Plugin::services()->browser()->callbacks()->issue( self::ABILITY, 'session-a' );
		wp_set_current_user( 0 );
		$first = $this->send( $capability['capability'], self::BODY, $capability['secret'] );
		self::assertSame( 200, $first->get_status(), (string) wp_json_encode( $first->get_data() ) );
		self::assertSame( 'a.txt', $first->get_data()['result']['entrypoint'] );
		self::assertSame( 0, get_current_user_id() );
		$second = $this->send( $capability['capability'], self::BODY, $capability['secret'] );
		self::assertSame( array( 409, 'wp_codebox_browser_callback_used' ), array( $second->get_status(), $second->get_data()['code'] ) );
	}

	public function test_no_claim_can_be_changed(): void {
		$issued = Plugin::services()->browser()->callbacks()->issue( self::ABILITY, 'session-a' );
		$real   = Callback_Capability::read( $issued['capability'] );
		foreach ( array(
			new Callback_Capability( $real->id, 'wp-codebox/persist-browser-artifact', $real->session, $real->user_id, $real->expires ),
			new Callback_Capability( $real->id, $real->ability, 'session-b', $real->user_id, $real->expires ),
			new Callback_Capability( $real->id, $real->ability, $real->session, 999, $real->expires ),
			new Callback_Capability( $real->id, $real->ability, $real->session, $real->user_id, $real->expires + 1 ),
			new Callback_Capability( 'another', $real->ability, $real->session, $real->user_id, $real->expires ),
		) as $forged ) {
			$answer = $this->send( $forged->token(), self::BODY, $issued['secret'] );
			self::assertSame( 'wp_codebox_browser_callback_signature_invalid', $answer->get_data()['code'] );
		}
		self::assertSame( 'wp_codebox_browser_callback_signature_invalid', $this->send( $issued['capability'], self::BODY, 'another secret' )->get_data()['code'] );
		self::assertSame( 'wp_codebox_browser_callback_capability_invalid', $this->send( 'nonsense', self::BODY, $issued['secret'] )->get_data()['code'] );
		self::assertSame( 'wp_codebox_browser_callback_capability_invalid', $this->send( $issued['capability'], '{"session_id":"session-b"}', $issued['secret'] )->get_data()['code'] );
	}

	public function test_time_ability_and_rights_are_judged_when_it_is_used(): void {
		$admin   = get_current_user_id();
		$expired = new Callback_Capability( 'one', self::ABILITY, 's', $admin, time() - 1 );
		self::assertSame( 'wp_codebox_browser_callback_expired', $this->send( $expired->token(), self::BODY, $expired->secret() )->get_data()['code'] );
		$late = new Callback_Capability( 'two', self::ABILITY, 's', $admin, time() + 60 );
		self::assertSame( 'wp_codebox_browser_callback_expired', $this->send( $late->token(), self::BODY, $late->secret(), time() - 301 )->get_data()['code'] );
		$other = new Callback_Capability( 'three', 'wp-codebox/run-fuzz-suite', 's', $admin, time() + 60 );
		self::assertSame( 'wp_codebox_browser_callback_ability_refused', $this->send( $other->token(), self::BODY, $other->secret() )->get_data()['code'] );
		$visitor = new Callback_Capability( bin2hex( random_bytes( 16 ) ), self::ABILITY, 's', 0, time() + 60 );
		self::assertSame( 'wp_codebox_forbidden', $this->send( $visitor->token(), self::BODY, $visitor->secret() )->get_data()['code'] );
		wp_set_current_user( 0 );
		self::assertNull( Plugin::services()->browser()->callbacks()->issue( self::ABILITY, 's' ) );
	}

	private function send( string $token, string $body, string $secret, ?int $time = null ): WP_REST_Response {
		$time    = (string) ( $time ?? time() );
		$request = new WP_REST_Request( 'POST', "/wp-codebox/v1/browser-callback/$token" );
		$request->set_header( 'Content-Type', 'application/json' );
		$request->set_header( 'x-wp-codebox-callback-timestamp', $time );
		$request->set_header( 'x-wp-codebox-callback-signature', 'sha256=' . hash_hmac( 'sha256', "$time.$body", $secret ) );
		$request->set_body( $body );
		return rest_do_request( $request );
	}
}
