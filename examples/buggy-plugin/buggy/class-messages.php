<?php
// phpcs:disable WordPress.DB, WordPress.PHP -- The defects are planted; see the table in README.md.

declare( strict_types=1 );

namespace Buggy_Workshops\Buggy;

use Buggy_Workshops\Routes;
use WP_Error;
use WP_REST_Request;

/**
 * Mail and other servers, as plugins write them.
 */
final class Messages extends Routes {

	public function register(): void {
		$text = self::arg( 'string', true );
		$this->route( '/messages/contact', 'POST', array( $this, 'contact' ), '__return_true', array( 'name' => $text, 'message' => $text ) ); // phpcs:ignore
		$this->route( '/messages/recommend', 'POST', array( $this, 'recommend' ), '__return_true', array( 'to' => self::arg( 'string', true, array( 'format' => 'email' ) ), 'message' => $text ) ); // phpcs:ignore
		$this->route( '/messages/remind', 'GET', array( $this, 'remind' ), '__return_true' );
		$this->route( '/messages/rates', 'GET', array( $this, 'rates' ), '__return_true' );
		$this->route( '/messages/preview', 'GET', array( $this, 'preview' ), '__return_true', array( 'url' => self::arg( 'string', true, array( 'format' => 'uri' ) ) ) );
		$this->route( '/messages/plan', 'GET', array( $this, 'plan' ), '__return_true' );
	}

	/** B28: a name with a line break writes headers. */
	public function contact( WP_REST_Request $request ): array {
		wp_mail( get_option( 'admin_email' ), 'A question', $request['message'], array( 'Reply-To: ' . $request['name'] . ' <visitor@example.org>' ) );
		return array( 'sent' => true );
	}

	/** B29: mail for anybody, to anybody. */
	public function recommend( WP_REST_Request $request ): array {
		wp_mail( $request['to'], 'A friend recommends a workshop', sanitize_textarea_field( $request['message'] ) );
		return array( 'sent' => true );
	}

	/** B30: a read that sends mail. */
	public function remind(): array {
		wp_mail( get_option( 'admin_email' ), 'Reminder', 'There are open bookings.' );
		return array( 'reminded' => true );
	}

	/** B31: every read waits for another server. */
	public function rates(): array {
		$answer = wp_remote_get( 'https://rates.example.com/latest.json' );
		return array( 'known' => ! is_wp_error( $answer ) );
	}

	/** B32: fetches whatever address it is given. */
	public function preview( WP_REST_Request $request ): array {
		$answer = wp_remote_get( $request['url'], array( 'timeout' => 5 ) );
		return array( 'length' => strlen( wp_remote_retrieve_body( $answer ) ) );
	}

	/** B33: a read that plans work. */
	public function plan(): array|WP_Error {
		wp_schedule_single_event( time() + HOUR_IN_SECONDS, 'buggy_workshops_remind', array( wp_generate_uuid4() ) );
		return array( 'planned' => true );
	}
}
