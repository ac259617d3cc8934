<?php

declare( strict_types=1 );

namespace Buggy_Workshops\Clean;

use Buggy_Workshops\Routes;
use WP_Error;
use WP_Post;
use WP_REST_Request;

/**
 * Articles about workshops, as they should be.
 */
final class Articles extends Routes {

	public function register(): void {
		$id   = array( 'id' => self::arg( 'integer', true, array( 'minimum' => 1 ) ) );
		$edit = static fn( WP_REST_Request $request ): bool => current_user_can( 'edit_post', (int) $request['id'] );
		$this->route( '/articles', 'GET', array( $this, 'list' ), '__return_true', array( 'status' => self::arg( 'string', false, array( 'default' => 'publish', 'enum' => array( 'publish' ) ) ) ) ); // phpcs:ignore
		$this->route( '/articles/(?P<id>\d+)', 'POST', array( $this, 'retitle' ), $edit, $id + array( 'title' => self::arg( 'string', true ) ) );
		$this->route( '/articles/(?P<id>\d+)/visit', 'POST', array( $this, 'visit' ), $edit, $id );
		$this->route( '/articles/suggest', 'POST', array( $this, 'suggest' ), static fn(): bool => current_user_can( 'edit_posts' ), array( 'title' => self::arg( 'string', true ) ) );
		$this->route( '/articles/heading', 'GET', array( $this, 'heading' ), '__return_true', array( 'text' => self::arg( 'string', false, array( 'default' => 'Workshops' ) ) ) ); // phpcs:ignore
		$this->route( '/articles/pages', 'GET', array( $this, 'pages' ), '__return_true', array( 'per_page' => self::arg( 'integer', false, array( 'default' => 10, 'minimum' => 1, 'maximum' => 100 ) ) ) ); // phpcs:ignore
		$this->route( '/articles/look', 'GET', array( $this, 'look' ), '__return_true', array( 'options' => self::arg( 'object', false, array( 'default' => array( 'color' => 'blue' ), 'properties' => array( 'color' => array( 'type' => 'string' ) ) ) ) ) ); // phpcs:ignore
		$this->route( '/articles/digest', 'GET', array( $this, 'digest' ), '__return_true', array( 'every' => self::arg( 'string', false, array( 'enum' => array( 'daily', 'weekly', 'monthly' ) ) ) ) ); // phpcs:ignore
	}

	/** B20: what is published, without a password. */
	public function list(): array {
		return array_map( static fn( WP_Post $post ): array => array( 'title' => $post->post_title ), get_posts( array( 'post_status' => 'publish', 'has_password' => false, 'numberposts' => 50 ) ) ); // phpcs:ignore
	}

	/** B21: the permission callback asked about this very article. */
	public function retitle( WP_REST_Request $request ): array|WP_Error {
		if ( ! get_post( $request['id'] ) ) {
			return new WP_Error( 'no_article', 'No such article.', array( 'status' => 404 ) );
		}
		$saved = wp_update_post( array( 'ID' => $request['id'], 'post_title' => wp_slash( sanitize_text_field( $request['title'] ) ) ), true ); // phpcs:ignore
		return is_wp_error( $saved ) ? new WP_Error( 'not_saved', 'The article could not be saved.', array( 'status' => 400 ) ) : array( 'saved' => true );
	}

	/** B22: counts by POST. */
	public function visit(): array {
		$visits = (int) get_option( 'buggy_workshops_visits', 0 ) + 1;
		update_option( 'buggy_workshops_visits', $visits, false );
		return array( 'visits' => $visits );
	}

	/** B23: for who may write posts. */
	public function suggest( WP_REST_Request $request ): array|WP_Error {
		$title = sanitize_text_field( $request['title'] );
		if ( '' === $title ) {
			return new WP_Error( 'no_title', 'An article needs a title.', array( 'status' => 400 ) );
		}
		return array( 'id' => wp_insert_post( array( 'post_title' => wp_slash( $title ), 'post_status' => 'pending' ) ) ); // phpcs:ignore
	}

	/** B24: declared as text. */
	public function heading( WP_REST_Request $request ): array {
		return array( 'heading' => strtoupper( $request['text'] ) );
	}

	/** B25: declared with a minimum. */
	public function pages( WP_REST_Request $request ): array {
		return array( 'pages' => intdiv( 100, $request['per_page'] ) );
	}

	/** B26: with a default for what is optional. */
	public function look( WP_REST_Request $request ): array {
		return array( 'style' => 'color:' . sanitize_hex_color( '#' . ( $request['options']['color'] ?? '000' ) ) );
	}

	/** B27: the enum is the check. */
	public function digest( WP_REST_Request $request ): array {
		return array( 'every' => $request['every'] );
	}
}
