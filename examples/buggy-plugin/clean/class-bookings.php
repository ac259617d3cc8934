<?php
// phpcs:disable WordPress.DB -- Tables of its own, names are constant.

declare( strict_types=1 );

namespace Buggy_Workshops\Clean;

use Buggy_Workshops\Routes;
use Buggy_Workshops\Store;
use WP_Error;
use WP_REST_Request;

/**
 * Bookings, as they should be.
 */
final class Bookings extends Routes {

	private const COLUMNS = array( 'id', 'workshop' );

	public function register(): void {
		$id     = array( 'id' => self::arg( 'integer', true, array( 'minimum' => 1 ) ) );
		$manage = fn(): bool => current_user_can( 'manage_options' );
		$this->route( '/bookings/find', 'GET', array( $this, 'find' ), '__return_true', array( 'search' => self::arg( 'string', true ) ) );
		$this->route( '/bookings/sorted', 'GET', array( $this, 'sorted' ), '__return_true', array( 'orderby' => self::arg( 'string', false, array( 'default' => 'id', 'enum' => self::COLUMNS ) ) ) ); // phpcs:ignore
		$this->route( '/bookings/(?P<id>\d+)', 'GET', array( $this, 'one' ), array( $this, 'may_see' ), $id );
		$this->route( '/bookings/(?P<id>\d+)/cancel', 'POST', array( $this, 'cancel' ), $manage, $id );
		$this->route( '/bookings/order', 'POST', array( $this, 'order' ), 'is_user_logged_in', array( 'workshop' => self::arg( 'string', true, array( 'maxLength' => 100 ) ), 'seats' => self::arg( 'integer', true, array( 'minimum' => 1, 'maximum' => 8 ) ) ) ); // phpcs:ignore
		$this->route( '/bookings/archive', 'POST', array( $this, 'archive' ), $manage, array( 'name' => self::arg( 'string', true ) ) );
		$this->route( '/bookings/seats', 'GET', array( $this, 'seats' ), '__return_true', array(), self::seats_schema() );
		$this->route( '/bookings/roster', 'GET', array( $this, 'roster' ), '__return_true', array( 'per_page' => self::arg( 'integer', false, array( 'default' => 1, 'minimum' => 1, 'maximum' => 20 ) ) ) ); // phpcs:ignore
		$this->route( '/bookings/all', 'GET', array( $this, 'roster' ), '__return_true', array( 'per_page' => self::arg( 'integer', false, array( 'default' => 5, 'minimum' => 1, 'maximum' => 100 ) ) ) ); // phpcs:ignore
		$this->route( '/bookings/log', 'DELETE', array( $this, 'clear_log' ), $manage );
		$this->route( '/bookings/state', 'GET', array( $this, 'state' ), '__return_true', array( 'state' => self::arg( 'string', false, array( 'enum' => array( 'open', 'closed' ) ) ) ) ); // phpcs:ignore
	}

	/** B01: prepared, wildcards escaped. */
	public function find( WP_REST_Request $request ): array {
		global $wpdb;
		return (array) $wpdb->get_results( $wpdb->prepare( 'SELECT id, workshop FROM ' . Store::bookings() . ' WHERE workshop LIKE %s LIMIT 20', '%' . $wpdb->esc_like( $request['search'] ) . '%' ) );
	}

	/** B02: one of the columns that may be named. */
	public function sorted( WP_REST_Request $request ): array {
		global $wpdb;
		$column = in_array( $request['orderby'], self::COLUMNS, true ) ? $request['orderby'] : 'id';
		return (array) $wpdb->get_results( 'SELECT id, workshop FROM ' . Store::bookings() . " ORDER BY $column LIMIT 20" );
	}

	/** B03: the owner, or who may manage. */
	public function may_see( WP_REST_Request $request ): bool {
		global $wpdb;
		$owner = (int) $wpdb->get_var( $wpdb->prepare( 'SELECT user_id FROM ' . Store::bookings() . ' WHERE id = %d', $request['id'] ) );
		return current_user_can( 'manage_options' ) || ( 0 !== $owner && get_current_user_id() === $owner );
	}

	public function one( WP_REST_Request $request ): array|WP_Error {
		global $wpdb;
		$booking = $wpdb->get_row( $wpdb->prepare( 'SELECT * FROM ' . Store::bookings() . ' WHERE id = %d', $request['id'] ), ARRAY_A );
		if ( null === $booking ) {
			return new WP_Error( 'no_booking', 'No such booking.', array( 'status' => 404 ) );
		}
		$user = get_userdata( (int) $booking['user_id'] );
		return $booking + array( 'customer_email' => $user ? $user->user_email : '' );
	}

	/** B04: nobody gets here who may not. */
	public function cancel( WP_REST_Request $request ): array {
		global $wpdb;
		$wpdb->insert( Store::log(), array( 'message' => 'Cancelled ' . (int) $request['id'] ) );
		$wpdb->update( Store::bookings(), array( 'status' => 'cancelled' ), array( 'id' => $request['id'] ) );
		return array( 'cancelled' => true );
	}

	/** B05: everything is checked before anything is written. */
	public function order( WP_REST_Request $request ): array|WP_Error {
		global $wpdb;
		$done = $wpdb->insert(
			Store::bookings(),
			array(
				'workshop' => $request['workshop'],
				'user_id'  => get_current_user_id(),
				'seats'    => $request['seats'],
			)
		);
		return $done ? array( 'id' => $wpdb->insert_id ) : new WP_Error( 'not_stored', 'The booking could not be stored.', array( 'status' => 503 ) );
	}

	/** B06: a column that is there. */
	public function archive( WP_REST_Request $request ): array {
		global $wpdb;
		return array( 'archived' => (int) $wpdb->update( Store::bookings(), array( 'status' => 'archived' ), array( 'workshop' => $request['name'] ) ) );
	}

	/** B07: cast to what the schema promises. */
	public function seats(): array {
		global $wpdb;
		return array_map( static fn( array $row ): array => array_map( 'intval', $row ), (array) $wpdb->get_results( 'SELECT id, seats FROM ' . Store::bookings() . ' ORDER BY id LIMIT 3', ARRAY_A ) );
	}

	/** B08, B09: one query, bounded by the declaration. */
	public function roster( WP_REST_Request $request ): array {
		global $wpdb;
		return (array) $wpdb->get_col( $wpdb->prepare( 'SELECT workshop FROM ' . Store::bookings() . ' ORDER BY id LIMIT %d', $request['per_page'] ) );
	}

	/** B10: for who may manage. */
	public function clear_log(): array {
		global $wpdb;
		return array( 'deleted' => (int) $wpdb->query( 'DELETE FROM ' . Store::log() . ' WHERE id > 0' ) );
	}

	/** B11: core checks the enum. */
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
