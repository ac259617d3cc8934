<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Decoys;

/**
 * A user account that exists for a decoy: its password matches nothing.
 */
final class Decoy_User {

	private int $id    = 0;
	private int $place = 0;

	/**
	 * @param int $id See Placed_Decoy.
	 */
	public function place( int $id ): void {
		$this->place = $id;
	}

	/**
	 * @param string $login Login name.
	 * @param string $email Address.
	 * @param string $role  Its only role.
	 * @return int Its id.
	 */
	public function add( string $login, string $email, string $role = 'subscriber' ): int {
		global $wpdb;
		// Named, so that whoever replays a run on the same site finds the same id in its cases.
		$next = 1 + (int) $wpdb->get_var( $wpdb->prepare( 'SELECT MAX(ID) FROM %i', $wpdb->users ) ); // phpcs:ignore WordPress.DB.PreparedSQLPlaceholders -- `%i` is of WordPress 6.2; the sniff is older.
		$wpdb->insert(
			$wpdb->users,
			array(
				'user_login'      => $login,
				'user_pass'       => '!',
				'user_nicename'   => $login,
				'user_email'      => $email,
				'display_name'    => $login,
				'user_registered' => gmdate( 'Y-m-d H:i:s' ),
			) + Free_Id::of( $wpdb->users, 'ID', $this->place > 0 ? $this->place : $next )
		);
		$this->id = (int) $wpdb->insert_id;
		$this->add_meta( $wpdb->get_blog_prefix() . 'capabilities', maybe_serialize( array( $role => true ) ) );
		wp_cache_set_users_last_changed();
		return $this->id;
	}

	/**
	 * @param string $key   Meta key.
	 * @param string $value Meta value as stored.
	 */
	public function add_meta( string $key, string $value ): void {
		global $wpdb;
		$wpdb->insert(
			$wpdb->usermeta,
			array(
				'user_id'    => $this->id,
				'meta_key'   => $key, // phpcs:ignore WordPress.DB.SlowDBQuery -- An insert.
				'meta_value' => $value, // phpcs:ignore WordPress.DB.SlowDBQuery -- An insert.
			)
		);
	}

	/** Removes the account and its metadata. */
	public function remove(): void {
		global $wpdb;
		if ( $this->id > 0 ) {
			$wpdb->delete( $wpdb->usermeta, array( 'user_id' => $this->id ) );
			$wpdb->delete( $wpdb->users, array( 'ID' => $this->id ) );
			clean_user_cache( $this->id );
			$this->id = 0;
		}
	}
}
