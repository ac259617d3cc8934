<?php
// phpcs:disable WordPress.DB, WordPress.PHP -- The defects are planted; see the table in README.md.

declare( strict_types=1 );

namespace Buggy_Workshops\Buggy;

use Buggy_Workshops\Store;

/**
 * Abilities, as plugins write them.
 */
final class Abilities {

	public function register(): void {
		$text = array( 'type' => 'string' );
		// B51: says idempotent, books again and again.
		$this->ability( 'subscribe', array( $this, 'subscribe' ), array( 'type' => 'object', 'properties' => array( 'workshop' => $text ), 'required' => array( 'workshop' ) ), array( 'idempotent' => true, 'destructive' => false ) ); // phpcs:ignore
		// B52: `required` inside a property, a list without items.
		$this->ability( 'tag', array( $this, 'tag' ), array( 'type' => 'object', 'properties' => array( 'workshop' => $text + array( 'required' => true ), 'tags' => array( 'type' => 'array' ) ) ), array() ); // phpcs:ignore
		// B53: read-only, and an object in the query string.
		$this->ability( 'filter', array( $this, 'filter' ), array( 'type' => 'object', 'properties' => array( 'where' => array( 'type' => 'object', 'properties' => array( 'seats' => array( 'type' => 'integer' ) ) ) ) ), array( 'readonly' => true ) ); // phpcs:ignore
		// B54: nobody calls this sanitizer.
		$this->ability( 'rename', array( $this, 'rename' ), array( 'type' => 'object', 'properties' => array( 'name' => $text + array( 'sanitize_callback' => 'sanitize_text_field' ) ), 'required' => array( 'name' ) ), array() ); // phpcs:ignore
		// B55: promises a number, returns text.
		$this->ability( 'count', array( $this, 'count' ), array(), array( 'readonly' => true ), array( 'type' => 'object', 'properties' => array( 'seats' => array( 'type' => 'boolean' ) ), 'required' => array( 'seats' ) ) ); // phpcs:ignore
		// B56: read-only, and writes.
		$this->ability( 'peek', array( $this, 'peek' ), array(), array( 'readonly' => true ) );
		// B57: the search is concatenated.
		$this->ability( 'search', array( $this, 'search' ), array( 'type' => 'object', 'properties' => array( 'term' => $text ), 'required' => array( 'term' ) ), array( 'readonly' => true ) ); // phpcs:ignore
		// B58: e-mail addresses for whoever asks.
		$this->ability( 'team', array( $this, 'team' ), array(), array( 'readonly' => true ) );
		// B59: null where text is expected.
		$this->ability( 'shout', array( $this, 'shout' ), array( 'type' => 'object', 'properties' => array( 'text' => $text ) ), array( 'readonly' => true ) ); // phpcs:ignore
	}

	public function subscribe( array $input ): array {
		global $wpdb;
		$wpdb->insert( Store::bookings(), array( 'workshop' => $input['workshop'], 'user_id' => get_current_user_id() ) ); // phpcs:ignore
		return array( 'subscribed' => true );
	}

	public function tag(): array {
		return array( 'tagged' => true );
	}

	public function filter(): array {
		return array( 'found' => 0 );
	}

	public function rename( array $input ): array {
		return array( 'name' => $input['name'] );
	}

	public function count(): array {
		return array( 'seats' => 'many' );
	}

	public function peek(): array {
		global $wpdb;
		$wpdb->insert( Store::log(), array( 'message' => 'Somebody peeked.' ) );
		return array( 'open' => true );
	}

	public function search( array $input ): array {
		global $wpdb;
		return array( 'found' => (array) $wpdb->get_col( 'SELECT id FROM ' . Store::bookings() . " WHERE workshop = '" . $input['term'] . "' LIMIT 20" ) );
	}

	public function team(): array {
		return array( 'mails' => wp_list_pluck( get_users( array( 'number' => 5, 'role' => 'administrator' ) ), 'user_email' ) ); // phpcs:ignore
	}

	public function shout( ?array $input = null ): array {
		return array( 'text' => strtoupper( $input['text'] ?? null ) );
	}

	private function ability( string $name, callable $callback, array $input, array $annotations, array $output = array( 'type' => 'object' ) ): void {
		$args = array(
			'label'               => ucfirst( $name ),
			'description'         => 'Workshops: ' . $name . '.',
			'category'            => 'workshops',
			'execute_callback'    => $callback,
			'permission_callback' => '__return_true',
			'output_schema'       => $output,
			'meta'                => array(
				'annotations'  => $annotations,
				'show_in_rest' => true,
			),
		);
		wp_register_ability( 'buggy/' . $name, array() === $input ? $args : $args + array( 'input_schema' => $input ) );
	}
}
