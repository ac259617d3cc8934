<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Trust;

use WP_Codebox\Artifacts\Canonical_Json;
use WP_Codebox\Operations\Capabilities;
use WP_Codebox\Operations\Operation_Definition;
use WP_Codebox\Plugin;
use WP_Codebox\Tests\Artifacts\Artifact_Test_Case;
use WP_Codebox\Trust\Nonce_Table;
use WP_Codebox\Trust\Trusted_Callers;
use WP_Codebox\Trust\Trusted_Key;
use WP_Codebox\Trust\Trusted_Keys;
use WP_Error;

/**
 * Signed requests: who may, once, for how long, and what is refused.
 */
final class Trusted_Callers_Test extends Artifact_Test_Case {

	private const ABILITY = 'wp-codebox/persist-browser-artifact';

	private mixed $keys_before;

	private int $user;

	private Trusted_Key $key;

	private string $secret;

	protected function setUp(): void {
		parent::setUp();
		$this->keys_before = get_option( Trusted_Keys::OPTION );
		delete_option( Trusted_Keys::OPTION );
		$this->user = (int) get_users( array(
'role'   => 'administrator',
'fields' => 'ID',
'number' => 1,
) )[0];
		list( $this->key, $this->secret ) = ( new Trusted_Keys() )->create( $this->user, array( 'artifact:write' ), 'test' );
		wp_set_current_user( 0 );
	}

	protected function tearDown(): void {
		delete_option( Trusted_Keys::OPTION );
		if ( false !== $this->keys_before ) {
			update_option( Trusted_Keys::OPTION, $this->keys_before, false );
		}
		parent::tearDown();
	}

	public function test_the_signatures_of_the_vectors_are_those_that_typescript_makes(): void {
		foreach ( json_decode( (string) file_get_contents( dirname( __DIR__, 2 ) . '/vectors/trust/signatures.json' ), true ) as $vector ) { // phpcs:ignore WordPress.WP.AlternativeFunctions
			$method = new \ReflectionMethod( Trusted_Callers::class, 'payload' );
			$claims = array_diff_key( $vector['signed']['authorization'], array( 'signature' => 1 ) );
			$this->assertSame( $vector['payload'], $method->invoke( $this->callers(), $vector['options']['ability'], $claims, $vector['input'] ) );
			$this->assertSame( $vector['signed']['authorization']['signature'], hash_hmac( 'sha256', $vector['payload'], $vector['options']['secret'] ) );
		}
	}

	public function test_a_signed_request_passes_once(): void {
		$input   = $this->signed();
		$callers = $this->callers();
		$this->assertTrue( $callers->allows( $this->definition(), $input ) );
		$this->assertTrue( $callers->allows( $this->definition(), $input ), 'core asks more than once before it runs' );
		$callers->settle( $input );
		$this->assert_refused( 'wp_codebox_authorization_replayed', $callers->allows( $this->definition(), $input ) );
		$this->assert_refused( 'wp_codebox_authorization_replayed', $this->callers()->allows( $this->definition(), $input ) );
	}

	public function test_a_signed_rest_request_stores_a_bundle_and_a_replay_does_not(): void {
		$input  = $this->signed();
		$first  = $this->post( $input );
		$second = $this->post( $input );
		$this->assertSame( 200, $first->get_status(), (string) wp_json_encode( $first->get_data() ) );
		$this->assertSame( 'trusted-caller', $first->get_data()['grant']['authorization'] );
		$this->assertContains( $second->get_status(), array( 401, 403 ) );
		$this->assertCount( 1, $this->store()->ids() );
		$bundle = $this->store()->find( $first->get_data()['artifact_id'] );
		foreach ( array_keys( $bundle->files() ) as $path ) {
			$this->assertStringNotContainsString( $this->secret, (string) $bundle->text( $path, 1000000 ) );
			$this->assertStringNotContainsString( $input['authorization']['signature'], (string) $bundle->text( $path, 1000000 ) );
		}
	}

	public function test_a_bare_claim_is_refused_even_from_an_administrator(): void {
		$claim = array(
			'files'         => array(),
			'authorization' => array(
				'schema' => 'wp-codebox/trusted-orchestrator-authorization/v1',
				'caller' => $this->key->id,
				'scope'  => 'artifact:write',
			),
		);
		wp_set_current_user( $this->user );
		foreach ( array( $claim, array( 'authorization' => true ), array( 'authorization' => 'trusted' ), array( 'authorization' => array() ) ) as $input ) {
			$this->assert_refused( 'wp_codebox_authorization_invalid', ( new Capabilities( $this->callers() ) )->allows( $this->definition(), $input ) );
		}
		wp_set_current_user( 0 );
		$this->assertContains( $this->post( $claim )->get_status(), array( 401, 403 ) );
	}

	public function test_anything_changed_after_signing_is_refused(): void {
		$input                        = $this->signed();
		$changed                      = $input;
		$changed['files'][0]['path'] .= 'x';
		$this->assert_refused( 'wp_codebox_authorization_invalid', $this->callers()->allows( $this->definition(), $changed ) );
		$this->assert_refused( 'wp_codebox_authorization_invalid', $this->callers()->allows( $this->definition(), $input + array( 'session_id' => 's' ) ) );
		$this->assert_refused( 'wp_codebox_authorization_invalid', $this->callers()->allows( Operation_Definition::read( 'wp-codebox/import-artifact-bundle' ), $input ) );
		foreach ( array(
'scope'     => 'artifact:read',
'timestamp' => time() + 1,
'nonce'     => str_repeat( 'n', 20 ),
'caller'    => 'ffffffffffffffff',
'signature' => str_repeat( '0', 64 ),
) as $name => $value ) {
			$changed                          = $input;
			$changed['authorization'][ $name ] = $value;
			$this->assert_refused( 'wp_codebox_authorization_invalid', $this->callers()->allows( $this->definition(), $changed ) );
		}
	}

	public function test_clock_scope_and_nonce_have_their_limits(): void {
		$this->assert_refused( 'wp_codebox_authorization_expired', $this->callers()->allows( $this->definition(), $this->signed( array( 'timestamp' => time() - 302 ) ) ) );
		$this->assert_refused( 'wp_codebox_authorization_expired', $this->callers()->allows( $this->definition(), $this->signed( array( 'timestamp' => time() + 302 ) ) ) );
		$this->assertTrue( $this->callers()->allows( $this->definition(), $this->signed( array( 'timestamp' => time() - 290 ) ) ) );
		$this->assert_refused( 'wp_codebox_authorization_scope', $this->callers()->allows( $this->definition(), $this->signed( array( 'scope' => 'browser-session:create' ) ) ) );
		$this->assert_refused( 'wp_codebox_authorization_invalid', $this->callers()->allows( $this->definition(), $this->signed( array( 'nonce' => 'short' ) ) ) );
		$this->assert_refused( 'wp_codebox_authorization_invalid', $this->callers()->allows( $this->definition(), $this->signed( array( 'timestamp' => '1790000000' ) ) ) );
	}

	public function test_a_key_has_no_more_rights_than_its_user(): void {
		$editor = wp_insert_user( array(
'user_login' => 'codebox-' . wp_generate_password( 8, false ),
'user_pass'  => 'x',
'role'       => 'editor',
) );
		try {
			list( $this->key, $this->secret ) = ( new Trusted_Keys() )->create( $editor, array( 'artifact:write' ), '' );
			$this->assert_refused( 'wp_codebox_forbidden', $this->callers()->allows( $this->definition(), $this->signed() ) );
		} finally {
			require_once ABSPATH . 'wp-admin/includes/user.php';
			is_multisite() ? wpmu_delete_user( $editor ) : wp_delete_user( $editor );
		}
		$this->assert_refused( 'wp_codebox_forbidden', $this->callers()->allows( $this->definition(), $this->signed() ) );
	}

	public function test_keys_rotate_and_end(): void {
		$keys = new Trusted_Keys();
		$old  = $this->signed();
		list( $new_key, $new_secret ) = $keys->create( $this->user, array( 'artifact:write' ), 'new' );
		$this->assert_refused( 'wp_codebox_trusted_key_invalid', $keys->create( $this->user, array( 'artifact:write' ), 'third' ) );
		$this->assertTrue( $this->callers()->allows( $this->definition(), $old ) );
		$after = $this->signed();
		$this->assertFalse( $keys->revoke( $this->key->id )->active );
		$this->assert_refused( 'wp_codebox_authorization_invalid', $this->callers()->allows( $this->definition(), $after ) );
		list( $this->key, $this->secret ) = array( $new_key, $new_secret );
		$this->assertTrue( $this->callers()->allows( $this->definition(), $this->signed() ) );
		$this->assert_refused( 'wp_codebox_trusted_key_invalid', $keys->revoke( 'nonexistent' ) );
	}

	public function test_the_secret_is_shown_once_and_kept_nowhere_in_the_clear(): void {
		$this->assertStringNotContainsString( $this->secret, (string) wp_json_encode( get_option( Trusted_Keys::OPTION ) ) );
		$this->assertStringNotContainsString( $this->secret, (string) wp_json_encode( \WP_Codebox_API::list_trusted_keys() ) );
		$this->assertArrayNotHasKey( 'sealed', \WP_Codebox_API::list_trusted_keys()['keys'][0] );
		require_once ABSPATH . 'wp-admin/includes/export.php';
		$stored = get_option( Trusted_Keys::OPTION );
		$this->assertStringNotContainsString( $this->secret, (string) base64_decode( $stored[ $this->key->id ]['sealed'] ) ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions
		$this->assertNull( ( new Trusted_Keys() )->secret( $this->key->revoked() ) );
	}

	public function test_a_nonce_is_taken_once_by_two_at_the_same_time(): void {
		$table = new Nonce_Table();
		$nonce = bin2hex( random_bytes( 16 ) );
		$this->assertTrue( $table->take( 'key', $nonce, time() + 10 ) );
		$this->assertFalse( $table->take( 'key', $nonce, time() + 10 ) );
		$this->assertTrue( $table->take( 'other', $nonce, time() + 10 ) );
	}

	private function callers(): Trusted_Callers {
		return new Trusted_Callers( new Trusted_Keys(), new Nonce_Table() );
	}

	private function definition(): Operation_Definition {
		return Operation_Definition::read( self::ABILITY );
	}

	private function signed( array $claims = array() ): array {
		$input  = array(
			'files' => array(
				array(
					'path'    => 'a.txt',
					'content' => 'ä',
				),
			),
		);
		$claims = $claims + array(
			'schema'    => 'wp-codebox/trusted-orchestrator-authorization/v1',
			'caller'    => $this->key->id,
			'scope'     => 'artifact:write',
			'timestamp' => time(),
			'nonce'     => bin2hex( random_bytes( 16 ) ),
		);
		$mac    = hash_hmac( 'sha256', Canonical_Json::encode( $claims + array(
'ability' => self::ABILITY,
'input'   => $input,
) ), $this->secret );
		return $input + array( 'authorization' => $claims + array( 'signature' => $mac ) );
	}

	private function post( array $input ): \WP_REST_Response {
		$request = new \WP_REST_Request( 'POST', '/wp-abilities/v1/abilities/' . self::ABILITY . '/run' );
		$request->set_header( 'Content-Type', 'application/json' );
		$request->set_body( (string) wp_json_encode( array( 'input' => $input ) ) );
		return rest_do_request( $request );
	}

	private function assert_refused( string $code, mixed $answer ): void {
		$this->assertInstanceOf( WP_Error::class, $answer, 'it was allowed' );
		$this->assertSame( $code, $answer->get_error_code(), $answer->get_error_message() );
	}
}
