<?php
// phpcs:disable WordPress.DB, WordPress.PHP -- The defects are planted; see the table in README.md.

declare( strict_types=1 );

namespace Buggy_Workshops\Buggy;

use Buggy_Workshops\Routes;
use Buggy_Workshops\Store;
use WP_Error;
use WP_REST_Request;

/**
 * Bookings, as plugins write them.
 */
final class Bookings extends Routes {

	public function register(): void {
		$id = array( 'id' => self::arg( 'integer', true ) );
		$this->route( '/bookings/find', 'GET', array( $this, 'find' ), '__return_true', array( 'search' => self::arg( 'string', true ) ) );
		$this->route( '/bookings/sorted', 'GET', array( $this, 'sorted' ), '__return_true', array( 'orderby' => self::arg( 'string', false, array( 'default' => 'id' ) ) ) );
		$this->route( '/bookings/(?P<id>\d+)', 'GET', array( $this, 'one' ), 'is_user_logged_in', $id );
		$this->route( '/bookings/(?P<id>\d+)/cancel', 'POST', array( $this, 'cancel' ), '__return_true', $id );
		$this->route( '/bookings/order', 'POST', array( $this, 'order' ), 'is_user_logged_in', array( 'workshop' => self::arg( 'string', true ), 'seats' => self::arg( 'integer', true ) ) ); // phpcs:ignore
		$this->route( '/bookings/archive', 'POST', array( $this, 'archive' ), fn(): bool => current_user_can( 'manage_options' ), array( 'name' => self::arg( 'string', true ) ) );
		$this->route( '/bookings/seats', 'GET', array( $this, 'seats' ), '__return_true', array(), self::seats_schema() );
		$this->route( '/bookings/roster', 'GET', array( $this, 'roster' ), '__return_true', array( 'per_page' => self::arg( 'integer', false, array( 'default' => 1, 'minimum' => 1, 'maximum' => 20 ) ) ) ); // phpcs:ignore
		$this->route( '/bookings/all', 'GET', array( $this, 'all' ), '__return_true', array( 'per_page' => self::arg( 'integer', false, array( 'default' => 5 ) ) ) );
		$this->route( '/bookings/log', 'DELETE', array( $this, 'clear_log' ), null );
		$this->route( '/bookings/state', 'GET', array( $this, 'state' ), '__return_true', array( 'state' => self::arg( 'string', false, array( 'enum' => array( 'open', 'closed' ), 'sanitize_callback' => 'sanitize_text_field' ) ) ) ); // phpcs:ignore
	}

	/** B01: the search is concatenated into LIKE. */
	public function find( WP_REST_Request $request ): array {
		global $wpdb;
		return (array) $wpdb->get_results( 'SELECT id, workshop FROM ' . Store::bookings() . " WHERE workshop LIKE '%" . $request['search'] . "%' LIMIT 20" );
	}

	/** B02: a column of the caller's choice in ORDER BY. */
	public function sorted( WP_REST_Request $request ): array {
		global $wpdb;
		return (array) $wpdb->get_results( 'SELECT id, workshop FROM ' . Store::bookings() . ' ORDER BY ' . $request['orderby'] . ' LIMIT 20' );
	}

	/** B03: anybody who is logged in reads any booking. */
	public function one( WP_REST_Request $request ): array|WP_Error {
		global $wpdb;
		$booking = $wpdb->get_row( $wpdb->prepare( 'SELECT * FROM ' . Store::bookings() . ' WHERE id = %d', $request['id'] ), ARRAY_A );
		if ( null === $booking ) {
			return new WP_Error( 'no_booking', 'No such booking.', array( 'status' => 404 ) );
		}
		return $booking + array( 'customer_email' => get_userdata( (int) $booking['user_id'] )->user_email ?? '' );
	}

	/** B04: the check comes after the deed. */
	public function cancel( WP_REST_Request $request ): array|WP_Error {
		global $wpdb;
		$wpdb->insert( Store::log(), array( 'message' => 'Cancelled ' . (int) $request['id'] ) );
		if ( ! current_user_can( 'manage_options' ) ) {
			return new WP_Error( 'not_yours', 'This is not your booking.', array( 'status' => 403 ) );
		}
		$wpdb->update( Store::bookings(), array( 'status' => 'cancelled' ), array( 'id' => $request['id'] ) );
		return array( 'cancelled' => true );
	}

	/** B05: the row is there before the seats are checked. */
	public function order( WP_REST_Request $request ): array|WP_Error {
		global $wpdb;
		$wpdb->insert(
			Store::bookings(),
			array(
				'workshop' => $request['workshop'],
				'user_id'  => get_current_user_id(),
			)
		);
		if ( $request['seats'] < 1 || $request['seats'] > 8 ) {
			return new WP_Error( 'no_seats', 'Between one and eight seats.', array( 'status' => 400 ) );
		}
		return array( 'id' => $wpdb->insert_id );
	}

	/** B06: a column that the table does not have. */
	public function archive( WP_REST_Request $request ): array {
		global $wpdb;
		$wpdb->query( $wpdb->prepare( 'UPDATE ' . Store::bookings() . ' SET archived = 1 WHERE workshop = %s', $request['name'] ) );
		return array( 'archived' => (int) $wpdb->rows_affected );
	}

	/** B07: the database gives strings, the schema promises integers. */
	public function seats(): array {
		global $wpdb;
		return (array) $wpdb->get_results( 'SELECT id, seats FROM ' . Store::bookings() . ' ORDER BY id LIMIT 3', ARRAY_A );
	}

	/** B08: one query for every row. */
	public function roster( WP_REST_Request $request ): array {
		global $wpdb;
		$names = array();
		foreach ( (array) $wpdb->get_col( $wpdb->prepare( 'SELECT id FROM ' . Store::bookings() . ' ORDER BY id LIMIT %d', $request['per_page'] ) ) as $id ) {
			$names[] = $wpdb->get_var( $wpdb->prepare( 'SELECT workshop FROM ' . Store::bookings() . ' WHERE id = %d', $id ) );
		}
		return $names;
	}

	/** B09: as many rows as the caller likes. */
	public function all( WP_REST_Request $request ): array {
		global $wpdb;
		return (array) $wpdb->get_results( 'SELECT id, workshop FROM ' . Store::bookings() . ' LIMIT ' . max( 0, (int) $request['per_page'] ) );
	}

	/** B10: registered without a permission callback. */
	public function clear_log(): array {
		global $wpdb;
		return array( 'deleted' => (int) $wpdb->query( 'DELETE FROM ' . Store::log() . ' WHERE id > 0' ) );
	}

	/** B11: the sanitizer switches core's check of the enum off. */
	public function state( WP_REST_Request $request ): array {
		return array( 'filtered_by' => (string) $request['state'] );
	}

	private static function seats_schema(): array {
		return array(
			'$schema'    => 'http://json-schema.org/draft-04/schema#',
			'title'      => 'seats',
			'type'       => 'object',
			'properties' => array(
				'id'    => array( 'type' => 'integer' ),
				'seats' => array( 'type' => 'integer' ),
			),
		);
	}
}
