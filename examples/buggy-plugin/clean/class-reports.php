<?php
// phpcs:disable WordPress.DB -- Tables of its own, names are constant.

declare( strict_types=1 );

namespace Buggy_Workshops\Clean;

use Buggy_Workshops\Routes;
use Buggy_Workshops\Store;
use WP_Error;
use WP_REST_Request;

/**
 * Work whose size is bounded.
 */
final class Reports extends Routes {

	public function register(): void {
		$this->route( '/reports/chunks', 'GET', array( $this, 'chunks' ), '__return_true', array( 'size' => self::arg( 'integer', false, array( 'default' => 10, 'minimum' => 1, 'maximum' => 100 ) ) ) ); // phpcs:ignore
		$this->route( '/reports/pad', 'GET', array( $this, 'pad' ), '__return_true', array( 'width' => self::arg( 'integer', false, array( 'default' => 10, 'minimum' => 0, 'maximum' => 80 ) ) ) ); // phpcs:ignore
		$this->route( '/reports/sum', 'GET', array( $this, 'sum' ), '__return_true', array( 'seats' => self::arg( 'integer', false, array( 'default' => 1 ) ) ) );
		$this->route( '/reports/total', 'GET', array( $this, 'total' ), '__return_true' );
		$this->route( '/reports/missing', 'GET', array( $this, 'missing' ), '__return_true', array( 'id' => self::arg( 'integer', false, array( 'default' => 1 ) ) ) );
		$this->route( '/reports/polite', 'GET', array( $this, 'polite' ), '__return_true', array( 'full' => self::arg( 'boolean', false, array( 'default' => false ) ) ) );
	}

	/** B45: at least one. */
	public function chunks( WP_REST_Request $request ): array {
		return array( 'chunks' => (int) ceil( 100 / $request['size'] ) );
	}

	/** B46: at most eighty. */
	public function pad( WP_REST_Request $request ): array {
		return array( 'padded' => strlen( str_repeat( ' ', $request['width'] ) . 'Workshops' ) );
	}

	/** B47: a sentence for the caller. */
	public function sum( WP_REST_Request $request ): array|WP_Error {
		return $request['seats'] < 1 ? new WP_Error( 'no_seats', 'A sum needs seats.', array( 'status' => 400 ) ) : array( 'sum' => 12 * $request['seats'] );
	}

	/** B48: nothing to prepare. */
	public function total(): array {
		global $wpdb;
		return array( 'total' => (int) $wpdb->get_var( 'SELECT COUNT(*) FROM ' . Store::bookings() ) );
	}

	/** B49: an error with its status. */
	public function missing( WP_REST_Request $request ): array|WP_Error {
		return 1 === $request['id'] ? array( 'id' => 1 ) : new WP_Error( 'no_report', 'No such report.', array( 'status' => 404 ) );
	}

	/** B50: answers at once. */
	public function polite( WP_REST_Request $request ): array {
		return array( 'full' => $request['full'] );
	}
}
