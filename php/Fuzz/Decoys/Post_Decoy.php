<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Decoys;

/**
 * A post with the secret in title, content and excerpt.
 */
abstract class Post_Decoy implements Placed_Decoy {

	private const ROLES = array( 'subscriber', 'contributor', 'author', 'editor' );

	private int $id    = 0;
	private int $place = 0;

	/**
	 * @param string $post_type A registered post type.
	 */
	public function __construct( private readonly string $post_type = 'post' ) {}

	abstract protected function status(): string;

	/** Capability of the post type that lets others see such a post. */
	abstract protected function capability(): string;

	protected function password(): string {
		return '';
	}

	public function minimum_role(): string {
		foreach ( self::ROLES as $role ) {
			if ( $this->may_see( $role ) ) {
				return $role;
			}
		}
		return 'administrator';
	}

	public function place( int $id ): void {
		$this->place = $id;
	}

	/** Whether the role holds what the type asks for, or may edit the post as the type's capabilities are mapped. */
	private function may_see( string $role ): bool {
		$asked = get_post_type_object( $this->post_type )->cap->{$this->capability()} ?? 'do_not_allow';
		$holds = get_role( $role )?->capabilities;
		if ( null === $holds || ! empty( $holds[ $asked ] ) || 0 === $this->id ) {
			return ! empty( $holds[ $asked ] );
		}
		$user          = new \WP_User();
		$user->ID      = PHP_INT_MAX; // Nobody: WordPress takes 0 for the current user.

		$user->roles   = array( $role );
		$user->allcaps = array( $role => true ) + $holds;
		return user_can( $user, 'edit_post', $this->id );
	}

	public function seed( string $marker ): array {
		global $wpdb;
		$owner = (int) $wpdb->get_var( $wpdb->prepare( 'SELECT ID FROM %i ORDER BY ID LIMIT 1', $wpdb->users ) ); // phpcs:ignore WordPress.DB.PreparedSQLPlaceholders -- `%i` is of WordPress 6.2; the sniff is older.
		$now   = gmdate( 'Y-m-d H:i:s' );
		$wpdb->insert(
			$wpdb->posts,
			array(
				'post_author'           => $owner,
				'post_type'             => $this->post_type,
				'post_status'           => $this->status(),
				'post_title'            => $this->title( $marker ),
				'post_content'          => 'Secret ' . $marker,
				'post_excerpt'          => 'Secret ' . $marker,
				'post_name'             => 'codebox-decoy-' . $this->kind(),
				'post_password'         => $this->password(),
				'post_date'             => $now,
				'post_date_gmt'         => $now,
				'post_modified'         => $now,
				'post_modified_gmt'     => $now,
				'to_ping'               => '',
				'pinged'                => '',
				'post_content_filtered' => '',
			) + Free_Id::of( $wpdb->posts, 'ID', $this->place )
		);
		$this->id = (int) $wpdb->insert_id;
		return array(
			'id'      => $this->id,
			'owner'   => $owner,
			'bare'    => false === ( get_post_type_object( $this->post_type )->_builtin ?? true ),
			'readers' => array_values( array_filter( array_keys( wp_roles()->roles ), $this->may_see( ... ) ) ),
		);
	}

	public function remove(): void {
		global $wpdb;
		if ( $this->id > 0 ) {
			$wpdb->delete( $wpdb->posts, array( 'ID' => $this->id ) );
			wp_cache_delete( $this->id, 'posts' );
			wp_cache_set_posts_last_changed();
			$this->id = 0;
		}
	}

	/**
	 * @param string $marker The secret.
	 */
	protected function title( string $marker ): string {
		return 'Secret ' . $marker;
	}
}
