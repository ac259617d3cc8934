<?php
// phpcs:disable WordPress.DB, WordPress.PHP -- The defects are planted; see the table in README.md.

declare( strict_types=1 );

namespace Buggy_Workshops\Buggy;

use Buggy_Workshops\Routes;
use WP_Error;
use WP_REST_Request;
use WP_User;

/**
 * Members and their rights, as plugins write them.
 */
final class People extends Routes {

	public function register(): void {
		$this->route( '/people/settings', 'POST', array( $this, 'save_setting' ), '__return_true', array( 'name' => self::arg( 'string', true ), 'value' => self::arg( 'string', true ) ) ); // phpcs:ignore
		$this->route( '/people/profile', 'POST', array( $this, 'save_profile' ), 'is_user_logged_in', array( 'role' => self::arg( 'string', true, array( 'enum' => array( 'subscriber', 'administrator' ) ) ) ) ); // phpcs:ignore
		$this->route( '/people/(?P<id>\d+)/name', 'POST', array( $this, 'rename' ), 'is_user_logged_in', array( 'id' => self::arg( 'integer', true ), 'name' => self::arg( 'string', true ) ) ); // phpcs:ignore
		$this->route( '/people/login', 'POST', array( $this, 'login' ), '__return_true', array( 'user' => self::arg( 'integer', false, array( 'default' => 1 ) ) ) );
		$this->route( '/people/export', 'GET', array( $this, 'export' ), '__return_true' );
		$this->route( '/people/trainers', 'GET', array( $this, 'trainers' ), '__return_true' );
		$this->route( '/people/status', 'GET', array( $this, 'status' ), '__return_true' );
		$this->route( '/people/contacts', 'GET', array( $this, 'contacts' ), '__return_true' );
	}

	/** B12: any option, by anybody. */
	public function save_setting( WP_REST_Request $request ): array {
		update_option( sanitize_key( $request['name'] ), $request['value'] );
		return array( 'saved' => true );
	}

	/** B13: whoever is logged in may become an administrator. */
	public function save_profile( WP_REST_Request $request ): array {
		wp_get_current_user()->set_role( $request['role'] );
		return array( 'saved' => true );
	}

	/** B14: the id in the path is not compared with the caller. */
	public function rename( WP_REST_Request $request ): array|WP_Error {
		if ( ! get_userdata( $request['id'] ) ) {
			return new WP_Error( 'no_user', 'No such user.', array( 'status' => 404 ) );
		}
		update_user_meta( $request['id'], 'nickname', sanitize_text_field( $request['name'] ) );
		return array( 'saved' => true );
	}

	/** B15: a login without a proof. */
	public function login( WP_REST_Request $request ): array|WP_Error {
		$user = get_userdata( $request['user'] );
		if ( ! $user instanceof WP_User ) {
			return new WP_Error( 'no_user', 'No such user.', array( 'status' => 404 ) );
		}
		wp_set_current_user( $user->ID );
		return array( 'hello' => $user->display_name );
	}

	/** B16: the whole row, with the hash of the password. */
	public function export(): array {
		return array_map( static fn( WP_User $user ): array => (array) $user->data, get_users( array( 'number' => 5 ) ) );
	}

	/** B17: e-mail addresses for everybody. */
	public function trainers(): array {
		return array_map( static fn( WP_User $user ): array => array( 'name' => $user->display_name, 'mail' => $user->user_email ), get_users( array( 'role' => 'administrator', 'number' => 5 ) ) ); // phpcs:ignore
	}

	/** B18: a support screen that shows the keys of the site. */
	public function status(): array {
		return array(
			'php'       => PHP_VERSION,
			'constants' => array( 'WP_DEBUG' => WP_DEBUG, 'AUTH_KEY' => AUTH_KEY ), // phpcs:ignore
		);
	}

	/** B19: private numbers of customers, the same for everybody. */
	public function contacts(): array {
		global $wpdb;
		return (array) $wpdb->get_results( 'SELECT id, phone FROM ' . \Buggy_Workshops\Store::bookings() . ' ORDER BY id LIMIT 5', ARRAY_A );
	}
}
