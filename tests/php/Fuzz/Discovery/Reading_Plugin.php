<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Discovery;

use WP_REST_Request;

// phpcs:disable WordPress.Security -- written as plugins are written; none of it runs.

/**
 * Callbacks that read requests in the ways that plugins do. They are scanned, not called.
 */
final class Reading_Plugin {

	private Reading_Service $service;

	public function __construct() {
		$this->service = new Reading_Service();
	}

	public function direct( WP_REST_Request $request ): array {
		$mode = $request->get_param( 'mode' );
		if ( 'fast' === $mode || in_array( $request['level'], array( 'low', 'high' ), true ) ) {
			return array( $request->get_header( 'X-Acme-Key' ) );
		}
		switch ( $request['kind'] ) {
			case 'cat':
			case 'dog':
				return array();
		}
		return array(
			match ( $mode ) {
				'slow'  => 1,
				default => 2,
			},
		);
	}

	public function bodies( $request ): array {
		$body  = $request->get_json_params();
		$title = sanitize_text_field( $body['title'] ?? 'untitled' );
		$limit = isset( $body['limit'] ) ? (int) $body['limit'] : 25;
		$raw   = json_decode( $request->get_body() );
		return array( $title, $limit, $raw->nested, $body['options']['color'] );
	}

	public function superglobals(): array {
		return array( wp_unslash( $_GET['from_get'] ), $_POST['from_post'], $_REQUEST['from_any'], $_SERVER['HTTP_X_ACME_TOKEN'] ); // phpcs:ignore
	}

	public function key_lists( WP_REST_Request $request ): array {
		$found = array();
		foreach ( array( 'one', 'two' ) as $key ) {
			$found[] = $request->get_param( $key );
		}
		$names = array( 'three', 'four' );
		foreach ( $names as $name ) {
			$found[] = $request[ $name ];
		}
		return wp_parse_args( $request->get_params(), array( 'five' => 5 ) );
	}

	public function passes_on( WP_REST_Request $request ): array {
		return array( $this->helper( $request ), $this->service->work( $request->get_params() ) );
	}

	private function helper( $anything ): string {
		return $anything->get_param( 'in_helper' );
	}

	public function makes( WP_REST_Request $request ): object {
		$class = '\\' . $request['thing_class'];
		return new $class();
	}

	public function update_field( $value, $post ): bool {
		return update_post_meta( $post->ID, 'k', $value['media_id'] );
	}

	public function innocent( WP_REST_Request $request ): string {
		$row = array( 'not_a_parameter' => 1 );
		return $row['not_a_parameter'] . $request->get_method();
	}
}
