<?php
// phpcs:disable WordPress.PHP, WordPress.Security -- The defects are planted; see the table in README.md.

declare( strict_types=1 );

namespace Buggy_Workshops\Buggy;

use Buggy_Workshops\Routes;
use WP_REST_Request;
use WP_REST_Response;

/**
 * Answers that are no JSON, as plugins write them.
 */
final class Pages extends Routes {

	public function register(): void {
		$this->route( '/pages/card', 'GET', array( $this, 'card' ), '__return_true', array( 'name' => self::arg( 'string', true ) ) );
		$this->route( '/pages/go', 'GET', array( $this, 'go' ), '__return_true', array( 'to' => self::arg( 'string', true, array( 'format' => 'uri' ) ) ) );
		$this->route( '/pages/ping', 'GET', array( $this, 'ping' ), '__return_true' );
		$this->route( '/pages/debug', 'GET', array( $this, 'debug' ), '__return_true' );
		$this->route( '/pages/label', 'GET', array( $this, 'label' ), '__return_true', array( 'name' => self::arg( 'string', true ) ) );
		add_filter( 'rest_pre_serve_request', array( $this, 'serve' ), 10, 4 );
	}

	/** B40: the name goes into the page as it came. */
	public function card( WP_REST_Request $request ): WP_REST_Response {
		return new WP_REST_Response( '<p class="card">' . $request['name'] . '</p>', 200, array( 'Content-Type' => 'text/html; charset=utf-8' ) );
	}

	/** B41: wherever the caller wants. */
	public function go( WP_REST_Request $request ): WP_REST_Response {
		return new WP_REST_Response( null, 302, array( 'Location' => $request['to'] ) );
	}

	/** B42: ends the process. */
	public function ping(): never {
		wp_die( 'pong' );
	}

	/** B43: a line that was forgotten. */
	public function debug(): array {
		print_r( array( 'here' => 1 ) );
		return array( 'ok' => true );
	}

	/** B44: a line break in the name is a header. */
	public function label( WP_REST_Request $request ): WP_REST_Response {
		return new WP_REST_Response( array( 'ok' => true ), 200, array( 'X-Workshop-Label' => $request['name'] ) );
	}

	/**
	 * @param mixed            $served   Whether somebody else did.
	 * @param WP_REST_Response $response The answer.
	 */
	public function serve( mixed $served, WP_REST_Response $response ): mixed {
		if ( $served || ! str_starts_with( (string) $response->get_matched_route(), '/' . $this->name_space . '/pages/card' ) || ! is_string( $response->get_data() ) ) {
			return $served;
		}
		echo $response->get_data();
		return true;
	}
}
