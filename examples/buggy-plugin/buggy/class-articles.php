<?php
// phpcs:disable WordPress.DB, WordPress.PHP -- The defects are planted; see the table in README.md.

declare( strict_types=1 );

namespace Buggy_Workshops\Buggy;

use Buggy_Workshops\Routes;
use WP_Error;
use WP_Post;
use WP_REST_Request;

/**
 * Articles about workshops, as plugins write them.
 */
final class Articles extends Routes {

	public function register(): void {
		$id = array( 'id' => self::arg( 'integer', true ) );
		$this->route( '/articles', 'GET', array( $this, 'list' ), '__return_true', array( 'status' => self::arg( 'string', false, array( 'default' => 'any', 'enum' => array( 'publish', 'draft', 'private', 'any' ) ) ) ) ); // phpcs:ignore
		$this->route( '/articles/(?P<id>\d+)', 'POST', array( $this, 'retitle' ), 'is_user_logged_in', $id + array( 'title' => self::arg( 'string', true ) ) );
		$this->route( '/articles/(?P<id>\d+)/visit', 'GET', array( $this, 'visit' ), '__return_true', $id );
		$this->route( '/articles/suggest', 'POST', array( $this, 'suggest' ), '__return_true', array( 'title' => self::arg( 'string', true ) ) );
		$this->route( '/articles/heading', 'GET', array( $this, 'heading' ), '__return_true', array( 'text' => array( 'description' => 'Text of the heading.' ) ) );
		$this->route( '/articles/pages', 'GET', array( $this, 'pages' ), '__return_true', array( 'per_page' => self::arg( 'integer', false, array( 'default' => 10 ) ) ) );
		$this->route( '/articles/look', 'GET', array( $this, 'look' ), '__return_true', array( 'options' => self::arg( 'object', false, array( 'default' => array( 'color' => 'blue' ), 'properties' => array( 'color' => array( 'type' => 'string' ) ) ) ) ) ); // phpcs:ignore
		$this->route( '/articles/digest', 'GET', array( $this, 'digest' ), '__return_true', array( 'every' => self::arg( 'string', false, array( 'enum' => array( 'daily', 'weekly', 'monthly' ), 'validate_callback' => static fn( $value ): bool => in_array( $value, array( 'daily', 'monthly' ), true ) ) ) ) ); // phpcs:ignore
	}

	/** B20: drafts and private articles for everybody. */
	public function list( WP_REST_Request $request ): array {
		return array_map( static fn( WP_Post $post ): array => array( 'title' => $post->post_title, 'content' => $post->post_content ), get_posts( array( 'post_status' => $request['status'], 'numberposts' => 50 ) ) ); // phpcs:ignore
	}

	/** B21: whoever is logged in edits any article. */
	public function retitle( WP_REST_Request $request ): array|WP_Error {
		if ( ! get_post( $request['id'] ) ) {
			return new WP_Error( 'no_article', 'No such article.', array( 'status' => 404 ) );
		}
		wp_update_post( array( 'ID' => $request['id'], 'post_title' => sanitize_text_field( $request['title'] ) ) ); // phpcs:ignore
		return array( 'saved' => true );
	}

	/** B22: a read that counts. */
	public function visit(): array {
		$visits = (int) get_option( 'buggy_workshops_visits', 0 ) + 1;
		update_option( 'buggy_workshops_visits', $visits, false );
		return array( 'visits' => $visits );
	}

	/** B23: anybody makes posts. */
	public function suggest( WP_REST_Request $request ): array {
		return array( 'id' => wp_insert_post( array( 'post_title' => sanitize_text_field( $request['title'] ), 'post_status' => 'pending' ) ) ); // phpcs:ignore
	}

	/** B24: a list where text is expected. */
	public function heading( WP_REST_Request $request ): array {
		return array( 'heading' => strtoupper( $request['text'] ?? 'Workshops' ) );
	}

	/** B25: nobody said that a page has at least one entry. */
	public function pages( WP_REST_Request $request ): array {
		return array( 'pages' => intdiv( 100, $request['per_page'] ) );
	}

	/** B26: the property is optional, the code is not. */
	public function look( WP_REST_Request $request ): array {
		$options = $request['options'];
		return array( 'style' => 'color:' . sanitize_hex_color( '#' . $options['color'] ) );
	}

	/** B27: the check knows less than the enum. */
	public function digest( WP_REST_Request $request ): array {
		return array( 'every' => $request['every'] );
	}
}
