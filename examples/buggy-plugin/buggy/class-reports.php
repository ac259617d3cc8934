<?php
// phpcs:disable WordPress.DB, WordPress.PHP -- The defects are planted; see the table in README.md.

declare( strict_types=1 );

namespace Buggy_Workshops\Buggy;

use Buggy_Workshops\Routes;
use Buggy_Workshops\Store;
use WP_Error;
use WP_REST_Request;

/**
 * Work whose size the caller decides, as plugins write it.
 */
final class Reports extends Routes {

	public function register(): void {
		$this->route( '/reports/chunks', 'GET', array( $this, 'chunks' ), '__return_true', array( 'size' => self::arg( 'integer', false, array( 'default' => 10 ) ) ) );
		$this->route( '/reports/pad', 'GET', array( $this, 'pad' ), '__return_true', array(
'width' => self::arg( 'integer', false, array(
'default' => 10,
'minimum' => 0,
) ),
) );
		$this->route( '/reports/sum', 'GET', array( $this, 'sum' ), '__return_true', array( 'seats' => self::arg( 'integer', false, array( 'default' => 1 ) ) ) );
		$this->route( '/reports/total', 'GET', array( $this, 'total' ), '__return_true' );
		$this->route( '/reports/missing', 'GET', array( $this, 'missing' ), '__return_true', array( 'id' => self::arg( 'integer', false, array( 'default' => 1 ) ) ) );
		$this->route( '/reports/polite', 'GET', array( $this, 'polite' ), '__return_true', array( 'full' => self::arg( 'boolean', false, array( 'default' => false ) ) ) );
	}

	/** B45: a step of nothing never arrives. */
	public function chunks( WP_REST_Request $request ): array {
		$chunks = 0;
		for ( $at = 0; $at < 100; $at += $request['size'] ) {
			++$chunks;
		}
		return array( 'chunks' => $chunks );
	}

	/** B46: as wide as the caller likes. */
	public function pad( WP_REST_Request $request ): array {
		return array( 'padded' => strlen( str_repeat( ' ', $request['width'] ) . 'Workshops' ) );
	}

	/** B47: hands the trace to the caller. */
	public function sum( WP_REST_Request $request ): array|WP_Error {
		try {
			if ( $request['seats'] < 1 ) {
				throw new \DomainException( 'A sum needs seats.' );
			}
			return array( 'sum' => 12 * $request['seats'] );
		} catch ( \DomainException $failed ) {
			return new WP_Error( 'failed', $failed->getMessage(), array( 'status' => 400, 'details' => $failed->getTraceAsString() ) ); // phpcs:ignore
		}
	}

	/** B48: prepares nothing. */
	public function total(): array {
		global $wpdb;
		return array( 'total' => (int) $wpdb->get_var( $wpdb->prepare( 'SELECT COUNT(*) FROM ' . Store::bookings() ) ) );
	}

	/** B49: an error without a status is a 500. */
	public function missing( WP_REST_Request $request ): array|WP_Error {
		return 1 === $request['id'] ? array( 'id' => 1 ) : new WP_Error( 'no_report', 'No such report.' );
	}

	/** B50: waits for nothing. */
	public function polite( WP_REST_Request $request ): array {
		if ( $request['full'] ) {
			usleep( 600000 );
		}
		return array( 'full' => $request['full'] );
	}
}
