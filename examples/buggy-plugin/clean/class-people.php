<?php
// phpcs:disable WordPress.DB -- Tables of its own, names are constant.

declare( strict_types=1 );

namespace Buggy_Workshops\Clean;

use Buggy_Workshops\Routes;
use Buggy_Workshops\Store;
use WP_Error;
use WP_REST_Request;
use WP_User;

/**
 * Members and their rights, as they should be.
 */
final class People extends Routes {

	public function register(): void {
		$manage = fn(): bool => current_user_can( 'manage_options' );
		$this->route( '/people/settings', 'POST', array( $this, 'save_setting' ), $manage, array( 'name' => self::arg( 'string', true, array( 'enum' => array( 'currency' ) ) ), 'value' => self::arg( 'string', true, array( 'maxLength' => 20 ) ) ) ); // phpcs:ignore
		$this->route( '/people/profile', 'POST', array( $this, 'save_profile' ), fn(): bool => current_user_can( 'promote_users' ), array( 'role' => self::arg( 'string', true, array( 'enum' => array( 'subscriber', 'administrator' ) ) ) ) ); // phpcs:ignore
		$this->route( '/people/(?P<id>\d+)/name', 'POST', array( $this, 'rename' ), fn( WP_REST_Request $request ): bool => current_user_can( 'edit_user', (int) $request['id'] ), array( 'id' => self::arg( 'integer', true, array( 'minimum' => 1 ) ), 'name' => self::arg( 'string', true ) ) ); // phpcs:ignore
		$this->route( '/people/login', 'POST', array( $this, 'who' ), 'is_user_logged_in', array( 'user' => self::arg( 'integer', false, array( 'default' => 1 ) ) ) );
		$this->route( '/people/export', 'GET', array( $this, 'export' ), fn(): bool => current_user_can( 'list_users' ) );
		$this->route( '/people/trainers', 'GET', array( $this, 'trainers' ), '__return_true' );
		$this->route( '/people/status', 'GET', array( $this, 'status' ), $manage );
		$this->route( '/people/contacts', 'GET', array( $this, 'contacts' ), $manage );
	}

	/** B12: one of the plugin's own options, for who may manage. */
	public function save_setting( WP_REST_Request $request ): array {
		update_option( 'buggy_workshops_' . $request['name'], sanitize_text_field( $request['value'] ) );
		return array( 'saved' => true );
	}

	/** B13: for who may promote, and never oneself. */
	public function save_profile(): array {
		return array( 'saved' => false );
	}

	/** B14: the permission callback asked about this very user. */
	public function rename( WP_REST_Request $request ): array|WP_Error {
		if ( ! get_userdata( $request['id'] ) ) {
			return new WP_Error( 'no_user', 'No such user.', array( 'status' => 404 ) );
		}
		update_user_meta( $request['id'], 'nickname', sanitize_text_field( $request['name'] ) );
		return array( 'saved' => true );
	}

	/** B15: says who the caller is, and changes nothing. */
	public function who(): array {
		return array( 'hello' => wp_get_current_user()->display_name );
	}

	/** B16: chosen fields. */
	public function export(): array {
		return array_map( static fn( WP_User $user ): array => array( 'id' => $user->ID, 'name' => $user->display_name ), get_users( array( 'number' => 5 ) ) ); // phpcs:ignore
	}

	/** B17: names alone. */
	public function trainers(): array {
		return array_map( static fn( WP_User $user ): array => array( 'name' => $user->display_name ), get_users( array( 'role' => 'administrator', 'number' => 5 ) ) ); // phpcs:ignore
	}

	/** B18: that there is a key, not which. */
	public function status(): array {
		return array(
			'php'       => PHP_VERSION,
			'constants' => array( 'WP_DEBUG' => WP_DEBUG, 'AUTH_KEY' => defined( 'AUTH_KEY' ) ), // phpcs:ignore
		);
	}

	/** B19: for who may manage. */
	public function contacts(): array {
		global $wpdb;
		return (array) $wpdb->get_results( 'SELECT id, phone FROM ' . Store::bookings() . ' ORDER BY id LIMIT 5', ARRAY_A );
	}
}
