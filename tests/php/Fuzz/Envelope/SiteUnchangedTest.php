<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Envelope;

use WP_Codebox\Fuzz\Run\Observation;

/**
 * Cases that write to everything core has, and the site after them.
 */
final class SiteUnchangedTest extends Envelope_Case {

	public function test_the_site_after_mutating_cases_equals_the_site_before(): void {
		$this->inside( static fn() => rest_do_request( new \WP_REST_Request( 'GET', '/wp/v2/settings' ) ), 'GET', 'administrator' );
		$before   = Site_Digest::take();
		$requests = array(
			array(
'POST',
'/wp/v2/posts',
array(
'title'   => 'x',
'content' => 'y',
'status'  => 'publish',
'meta'    => array(),
),
),
			array( 'DELETE', '/wp/v2/posts/1', array( 'force' => true ) ),
			array( 'POST', '/wp/v2/posts/1', array( 'title' => 'changed' ) ),
			array( 'POST', '/wp/v2/pages', array( 'title' => 'x' ) ),
			array(
'POST',
'/wp/v2/users',
array(
'username' => 'codebox1',
'email'    => 'codebox1@example.org',
'password' => 'x',
),
),
			array(
'DELETE',
'/wp/v2/users/1',
array(
'force'    => true,
'reassign' => false,
),
),
			array(
'POST',
'/wp/v2/settings',
array(
'title'           => 'Changed',
'timezone_string' => 'Asia/Tokyo',
),
),
			array( 'POST', '/wp/v2/categories', array( 'name' => 'x' ) ),
			array( 'DELETE', '/wp/v2/categories/1', array( 'force' => true ) ),
			array(
'POST',
'/wp/v2/comments',
array(
'post'         => 1,
'content'      => 'x',
'author_name'  => 'a',
'author_email' => 'a@example.org',
),
),
			array( 'DELETE', '/wp/v2/comments/1', array( 'force' => true ) ),
			array( 'POST', '/wp/v2/plugins/wp-codebox/wp-codebox', array( 'status' => 'inactive' ) ),
			array( 'DELETE', '/wp/v2/plugins/wp-codebox/wp-codebox', array() ),
			array( 'DELETE', '/wp/v2/plugins/sqlite-database-integration/load', array() ),
			array( 'POST', '/wp/v2/media', array( 'title' => 'x' ) ),
			array( 'POST', '/wp/v2/users/1/application-passwords', array( 'name' => 'codebox-test' ) ),
			array( 'POST', '/wp/v2/sidebars/wp_inactive_widgets', array( 'widgets' => array() ) ),
			array(
'POST',
'/batch/v1',
array(
'requests' => array(
array(
'path'   => '/wp/v2/posts',
'method' => 'POST',
'body'   => array( 'title' => 'batched' ),
),
),
),
),
		);
		$statuses = array();
		foreach ( $requests as list( $method, $path, $params ) ) {
			$observation = $this->inside(
				static function ( Observation $seen ) use ( $method, $path, $params ): void {
					$request = new \WP_REST_Request( $method, $path );
					$request->set_body_params( $params );
					if ( '/wp/v2/media' === $path ) {
						$request->set_header( 'Content-Disposition', 'attachment; filename=codebox.txt' );
						$request->set_header( 'Content-Type', 'text/plain' );
						$request->set_body( 'content' );
					}
					$seen->status = rest_do_request( $request )->get_status();
				},
				$method,
				'administrator'
			);
			self::assertSame( array(), $observation->events_of( 'rollback_failed' ), $path );
			$statuses[ $method . ' ' . $path ] = $observation->status;
		}
		self::assertSame( $before, Site_Digest::take() );
		self::assertSame( 201, $statuses['POST /wp/v2/posts'] );
		self::assertSame( 200, $statuses['DELETE /wp/v2/posts/1'] );
		self::assertSame( 201, $statuses['POST /wp/v2/media'] );
		self::assertTrue( is_plugin_active( 'wp-codebox/wp-codebox.php' ) );
	}
}
