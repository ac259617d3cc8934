<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Decoys;

/**
 * A comment that waits for moderation, on the oldest published post of the site. Moderators and the post's author see it.
 */
final class Private_Comment_Decoy implements Placed_Decoy {

	private int $id    = 0;
	private int $place = 0;

	public function kind(): string {
		return 'private-comment';
	}

	public function minimum_role(): string {
		return 'editor';
	}

	public function place( int $id ): void {
		$this->place = $id;
	}

	public function seed( string $marker ): array {
		global $wpdb;
		$post = $wpdb->get_row( $wpdb->prepare( "SELECT ID, post_author FROM %i WHERE post_status = 'publish' AND post_type = 'post' AND post_password = '' ORDER BY ID LIMIT 1", $wpdb->posts ) ); // phpcs:ignore WordPress.DB.PreparedSQLPlaceholders -- `%i` is of WordPress 6.2; the sniff is older.
		$now  = gmdate( 'Y-m-d H:i:s' );
		$wpdb->insert(
			$wpdb->comments,
			array(
				'comment_post_ID'      => (int) ( $post->ID ?? 0 ),
				'comment_author'       => 'Decoy',
				'comment_author_email' => $marker . '@example.org',
				'comment_content'      => 'Secret ' . $marker,
				'comment_approved'     => '0',
				'comment_date'         => $now,
				'comment_date_gmt'     => $now,
				'comment_type'         => 'comment',
			) + Free_Id::of( $wpdb->comments, 'comment_ID', $this->place )
		);
		$this->id = (int) $wpdb->insert_id;
		wp_cache_set_comments_last_changed();
		return array(
			'id'    => $this->id,
			'owner' => (int) ( $post->post_author ?? 0 ),
		);
	}

	public function remove(): void {
		global $wpdb;
		if ( $this->id > 0 ) {
			$wpdb->delete( $wpdb->comments, array( 'comment_ID' => $this->id ) );
			clean_comment_cache( $this->id );
			$this->id = 0;
		}
	}
}
