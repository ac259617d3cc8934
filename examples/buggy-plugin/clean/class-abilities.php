<?php
// phpcs:disable WordPress.DB -- Tables of its own, names are constant.

declare( strict_types=1 );

namespace Buggy_Workshops\Clean;

use Buggy_Workshops\Store;
use WP_Error;

/**
 * Abilities, as they should be.
 */
final class Abilities {

	public function register(): void {
		$text   = array( 'type' => 'string' );
		$manage = static fn(): bool => current_user_can( 'manage_options' );
		// B51: one booking per user and workshop.
		$this->ability( 'subscribe', array( $this, 'subscribe' ), array( 'type' => 'object', 'properties' => array( 'workshop' => $text + array( 'maxLength' => 100 ) ), 'required' => array( 'workshop' ) ), array( 'idempotent' => true, 'destructive' => false ), 'is_user_logged_in' ); // phpcs:ignore
		// B52: names beside properties, items of a list.
		$this->ability( 'tag', array( $this, 'done' ), array( 'type' => 'object', 'properties' => array( 'workshop' => $text, 'tags' => array( 'type' => 'array', 'items' => $text ) ), 'required' => array( 'workshop' ) ), array() ); // phpcs:ignore
		// B53: a scalar in the query string.
		$this->ability( 'filter', array( $this, 'done' ), array( 'type' => 'object', 'properties' => array( 'seats' => array( 'type' => 'integer' ) ) ), array( 'readonly' => true ) ); // phpcs:ignore
		// B54: cleans by itself.
		$this->ability( 'rename', array( $this, 'rename' ), array( 'type' => 'object', 'properties' => array( 'name' => $text ), 'required' => array( 'name' ) ), array() ); // phpcs:ignore
		// B55: what it promises.
		$this->ability( 'count', array( $this, 'count' ), array(), array( 'readonly' => true ), '__return_true', array( 'type' => 'object', 'properties' => array( 'seats' => array( 'type' => 'integer' ) ), 'required' => array( 'seats' ) ) ); // phpcs:ignore
		// B56: reads.
		$this->ability( 'peek', array( $this, 'count' ), array(), array( 'readonly' => true ) );
		// B57: prepared.
		$this->ability( 'search', array( $this, 'search' ), array( 'type' => 'object', 'properties' => array( 'term' => $text ), 'required' => array( 'term' ) ), array( 'readonly' => true ) ); // phpcs:ignore
		// B58: for who may list users.
		$this->ability( 'team', array( $this, 'team' ), array(), array( 'readonly' => true ), static fn(): bool => current_user_can( 'list_users' ) );
		// B59: a default for what is optional.
		$this->ability( 'shout', array( $this, 'shout' ), array( 'type' => 'object', 'properties' => array( 'text' => $text ), 'default' => array() ), array( 'readonly' => true ) ); // phpcs:ignore
	}

	public function subscribe( array $input ): array|WP_Error {
		global $wpdb;
		$booking = array(
			'workshop' => $input['workshop'],
			'user_id'  => get_current_user_id(),
		);
		$there   = $wpdb->get_var( $wpdb->prepare( 'SELECT id FROM ' . Store::bookings() . ' WHERE workshop = %s AND user_id = %d', $booking['workshop'], $booking['user_id'] ) );
		if ( null === $there && ! $wpdb->insert( Store::bookings(), $booking ) ) {
			return new WP_Error( 'not_stored', 'The booking could not be stored.', array( 'status' => 503 ) );
		}
		return array( 'subscribed' => true );
	}

	public function done(): array {
		return array( 'done' => true );
	}

	public function rename( array $input ): array {
		return array( 'name' => sanitize_text_field( $input['name'] ) );
	}

	public function count(): array {
		global $wpdb;
		return array( 'seats' => (int) $wpdb->get_var( 'SELECT SUM(seats) FROM ' . Store::bookings() ) );
	}

	public function search( array $input ): array {
		global $wpdb;
		return array( 'found' => (array) $wpdb->get_col( $wpdb->prepare( 'SELECT id FROM ' . Store::bookings() . ' WHERE workshop = %s LIMIT 20', $input['term'] ) ) );
	}

	public function team(): array {
		return array( 'mails' => wp_list_pluck( get_users( array( 'number' => 5, 'role' => 'administrator' ) ), 'user_email' ) ); // phpcs:ignore
	}

	public function shout( ?array $input = null ): array {
		return array( 'text' => strtoupper( $input['text'] ?? '' ) );
	}

	private function ability( string $name, callable $callback, array $input, array $annotations, ?callable $permission = null, array $output = array( 'type' => 'object' ) ): void {
		$args = array(
			'label'               => ucfirst( $name ),
			'description'         => 'Workshops: ' . $name . '.',
			'category'            => 'workshops',
			'execute_callback'    => $callback,
			'permission_callback' => $permission ?? '__return_true',
			'output_schema'       => $output,
			'meta'                => array(
				'annotations'  => $annotations,
				'show_in_rest' => true,
			),
		);
		wp_register_ability( 'buggy-clean/' . $name, array() === $input ? $args : $args + array( 'input_schema' => $input ) );
	}
}
