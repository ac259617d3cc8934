<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Decoys;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Fuzz\Decoys\Decoys;
use WP_Codebox\Fuzz\Decoys\Role_Accounts;
use WP_Codebox\Fuzz\Inventory\Roles;

final class DecoysTest extends TestCase {

	private Decoys $decoys;

	protected function setUp(): void {
		$this->decoys = Decoys::of_this_site();
	}

	protected function tearDown(): void {
		$this->decoys->remove();
		wp_set_current_user( 0 );
	}

	public function test_nothing_is_left_behind(): void {
		$before = $this->rows();
		$this->decoys->seed( '1' );
		$this->assertNotSame( $before, $this->rows() );
		$this->decoys->remove();
		$this->assertSame( $before, $this->rows() );
		$this->decoys->remove();
		$this->assertSame( $before, $this->rows() );
	}

	public function test_every_kind_has_a_secret_of_its_own_and_says_who_may_see_it(): void {
		$planted = $this->decoys->seed( '1' );
		$this->assertSame(
			array( 'draft', 'hidden-email', 'password-protected-post', 'plugin', 'private-comment', 'private-option', 'private-post', 'user-meta' ),
			$this->kinds( $planted )
		);
		foreach ( $planted as $marker => $decoy ) {
			$this->assertMatchesRegularExpression( '/^[a-z0-9]{15,}$/', $marker );
			$this->assertContains( $decoy['minimum_role'], array( 'editor', 'administrator' ) );
			$this->assertNotEmpty( $decoy['id'] );
		}
	}

	public function test_a_store_of_a_plugin_gets_none_and_capabilities_count_as_they_are_mapped(): void {
		register_post_type( 'codebox_store', array( 'public' => false ) );
		register_post_type( 'codebox_form', array( 'show_ui' => true, 'capabilities' => array( 'edit_post' => 'codebox_form', 'edit_others_posts' => 'codebox_forms' ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
		$map = static fn( array $caps, mixed $cap ): array => 'codebox_form' === $cap ? array( 'edit_posts' ) : $caps;
		add_filter( 'map_meta_cap', $map, 10, 2 );
		add_role( 'codebox_manager', 'Manager', array( 'codebox_forms' => true ) );
		$this->decoys = Decoys::of_this_site();
		$planted      = $this->decoys->seed( '3' );
		remove_role( 'codebox_manager' );
		remove_filter( 'map_meta_cap', $map );
		unregister_post_type( 'codebox_store' );
		unregister_post_type( 'codebox_form' );
		$roles = array();
		foreach ( $planted as $decoy ) {
			$roles[ (string) get_post_type( (int) $decoy['id'] ) ][] = $decoy['minimum_role'];
			if ( isset( $decoy['readers'] ) ) {
				$this->assertSame( 'codebox_form' === get_post_type( $decoy['id'] ) && 'draft' === $decoy['kind'], in_array( 'codebox_manager', $decoy['readers'], true ), $decoy['kind'] );
			}
		}
		$this->assertSame( array( 'contributor', 'contributor' ), $roles['codebox_form'] );
		$this->assertSame( array( 'editor' ), array_values( array_unique( $roles['post'] ) ) );
		$this->assertArrayNotHasKey( 'codebox_store', $roles );
	}

	public function test_core_shows_no_secret_to_a_visitor_and_the_moderated_ones_to_an_administrator(): void {
		$planted = $this->decoys->seed( '2' );
		wp_set_current_user( 0 );
		$public = $this->answers( '' );
		foreach ( array_keys( $planted ) as $marker ) {
			$this->assertStringNotContainsString( $marker, $public );
		}
		wp_set_current_user( (int) get_users( array( 'role' => 'administrator' ) )[0]->ID );
		$all  = $this->answers( 'edit' );
		$seen = array_filter( $planted, static fn( array $decoy, string $marker ): bool => str_contains( $all, $marker ), ARRAY_FILTER_USE_BOTH );
		$this->assertSame( array( 'draft', 'hidden-email', 'password-protected-post', 'private-comment', 'private-post' ), $this->kinds( $seen ) );
	}

	public function test_every_role_has_a_user_for_the_length_of_a_run_the_same_in_every_run(): void {
		add_role( 'codebox_shopkeeper', 'Shopkeeper', array( 'read' => true ) );
		$before = $this->rows();
		$asked  = array( 'anonymous', 'subscriber', 'administrator', 'codebox_shopkeeper' );
		$lent   = array();
		foreach ( array( 1, 2 ) as $run ) {
			$accounts = new Role_Accounts();
			$accounts->add( $asked );
			$lent[ $run ] = ( new Roles() )->users( $asked );
			$keeper       = get_userdata( $lent[ $run ]['codebox_shopkeeper'] );
			$this->assertSame( array( 'codebox_shopkeeper' ), $keeper->roles ?? null );
			$this->assertInstanceOf( \WP_Error::class, wp_authenticate_username_password( null, $keeper->user_login, '!' ) );
			$accounts->remove();
			$this->assertSame( $before, $this->rows() );
		}
		remove_role( 'codebox_shopkeeper' );
		$this->assertSame( $lent[1], $lent[2] );
		$this->assertSame( 0, $lent[1]['anonymous'] );
		$this->assertGreaterThan( 0, $lent[1]['subscriber'] );
	}

	private function answers( string $context ): string {
		$text = '';
		foreach ( array( 'posts', 'pages', 'users', 'comments', 'search', 'settings' ) as $collection ) {
			$request = new \WP_REST_Request( 'GET', "/wp/v2/$collection" );
			$request->set_query_params(
				'' === $context ? array( 'per_page' => '100' ) : array(
					'per_page' => '100',
					'context'  => $context,
					'status'   => 'comments' === $collection ? 'all' : array( 'publish', 'draft', 'private' ),
				)
			);
			$text .= wp_json_encode( rest_do_request( $request )->get_data() );
		}
		return $text;
	}

	/**
	 * @return list<string>
	 */
	private function kinds( array $planted ): array {
		$kinds = array_values( array_unique( array_column( $planted, 'kind' ) ) );
		sort( $kinds );
		return $kinds;
	}

	private function rows(): string {
		global $wpdb;
		$text = '';
		foreach ( array( $wpdb->posts, $wpdb->users, $wpdb->usermeta, $wpdb->comments, $wpdb->options ) as $table ) {
			$text .= $table . ':' . $wpdb->get_var( $wpdb->prepare( 'SELECT COUNT(*) FROM %i', $table ) ) . ' '; // phpcs:ignore WordPress.DB.PreparedSQLPlaceholders
		}
		return $text . wp_json_encode( glob( WP_PLUGIN_DIR . '/*/*' ) );
	}
}
