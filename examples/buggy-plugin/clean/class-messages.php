<?php

declare( strict_types=1 );

namespace Buggy_Workshops\Clean;

use Buggy_Workshops\Routes;
use WP_REST_Request;

/**
 * Mail and other servers, as they should be.
 */
final class Messages extends Routes {

	public function register(): void {
		$manage = static fn(): bool => current_user_can( 'manage_options' );
		$text   = self::arg( 'string', true );
		$this->route( '/messages/contact', 'POST', array( $this, 'contact' ), '__return_true', array( 'name' => $text, 'message' => $text ) ); // phpcs:ignore
		$this->route( '/messages/recommend', 'POST', array( $this, 'recommend' ), '__return_true', array( 'to' => self::arg( 'string', true, array( 'format' => 'email' ) ), 'message' => $text ) ); // phpcs:ignore
		$this->route( '/messages/remind', 'POST', array( $this, 'remind' ), $manage );
		$this->route( '/messages/rates', 'GET', array( $this, 'rates' ), '__return_true' );
		$this->route( '/messages/preview', 'POST', array( $this, 'preview' ), $manage, array( 'host' => self::arg( 'string', true, array( 'enum' => array( 'video.example.com' ) ) ) ) );
		$this->route( '/messages/plan', 'POST', array( $this, 'plan' ), $manage );
	}

	/** B28: one line, whatever was sent. */
	public function contact( WP_REST_Request $request ): array {
		$name = sanitize_text_field( $request['name'] );
		wp_mail( get_option( 'admin_email' ), 'A question', sanitize_textarea_field( $request['message'] ), array( 'Reply-To: ' . str_replace( array( "\r", "\n", '<', '>' ), '', $name ) . ' <visitor@example.org>' ) );
		return array( 'sent' => true );
	}

	/** B29: the recipient gets our words alone. */
	public function recommend( WP_REST_Request $request ): array {
		wp_mail( $request['to'], 'A friend recommends a workshop', 'Have a look at our workshops.' );
		return array( 'sent' => true );
	}

	/** B30: by POST, for who may manage. */
	public function remind(): array {
		wp_mail( get_option( 'admin_email' ), 'Reminder', 'There are open bookings.' );
		return array( 'reminded' => true );
	}

	/** B31: what a cron event fetched. */
	public function rates(): array {
		return array( 'known' => false !== get_transient( 'buggy_workshops_rates' ) );
	}

	/** B32: one host, no address of the caller's. */
	public function preview( WP_REST_Request $request ): array {
		$answer = wp_safe_remote_get( 'https://video.example.com/oembed' );
		return array(
			'host'   => $request['host'],
			'length' => strlen( wp_remote_retrieve_body( $answer ) ),
		);
	}

	/** B33: by POST, once. */
	public function plan(): array {
		if ( ! wp_next_scheduled( 'buggy_workshops_remind' ) ) {
			wp_schedule_single_event( time() + HOUR_IN_SECONDS, 'buggy_workshops_remind' );
		}
		return array( 'planned' => true );
	}
}
