<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope;

/**
 * The users of the site; where it has none of a role, one that exists for the length of the case.
 */
final class Site_Role_Users implements Role_Users {

	/** @var array<string, list<int>> */
	private array $ids = array();

	public function user_for( string $role ): int {
		list( $name, $number ) = explode( ':', $role . ':1' );
		if ( 'anonymous' === $name ) {
			return 0;
		}
		$this->ids[ $name ] ??= $this->existing( $name );
		return $this->ids[ $name ][ max( 1, (int) $number ) - 1 ] ?? $this->lend( $name, $role );
	}

	/** @return list<int> Users that have this role and no other, the oldest first. */
	private function existing( string $role ): array {
		$users = get_users(
			array(
				'role'    => $role,
				'orderby' => 'ID',
				'number'  => 10,
			)
		);
		$users = array_filter( $users, static fn( \WP_User $user ): bool => 1 === count( $user->roles ) );
		return array_values( array_map( static fn( \WP_User $user ): int => $user->ID, $users ) );
	}

	/** Written without wp_insert_user(): no hashing, no hooks of plugins, no mail. Its password matches nothing. */
	private function lend( string $role, string $slot ): int {
		global $wpdb;
		$login = 'codebox_' . preg_replace( '/[^a-z0-9]+/', '_', strtolower( $slot ) );
		$wpdb->insert(
			$wpdb->users,
			array(
				'user_login'      => $login,
				'user_pass'       => '!',
				'user_nicename'   => $login,
				'user_email'      => $login . '@example.org',
				'display_name'    => $login,
				'user_registered' => gmdate( 'Y-m-d H:i:s' ),
			)
		);
		$id = (int) $wpdb->insert_id;
		$wpdb->insert(
			$wpdb->usermeta,
			array(
				'user_id'    => $id,
				'meta_key'   => $wpdb->get_blog_prefix() . 'capabilities', // phpcs:ignore WordPress.DB.SlowDBQuery -- An insert.
				'meta_value' => serialize( array( $role => true ) ), // phpcs:ignore -- The format that WordPress keeps roles in.
			)
		);
		return $id;
	}
}
