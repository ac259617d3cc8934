<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Inventory;

/**
 * The roles that a run compares, lowest first, and a user of each that the site already has.
 */
final class Roles {

	public const ANONYMOUS = 'anonymous';

	/** Core's, lowest first. */
	public const CORE = array( self::ANONYMOUS, 'subscriber', 'contributor', 'author', 'editor', 'administrator' );

	/**
	 * @return list<string> `anonymous`, core's five that the site has, then those that plugins added, by name.
	 */
	public function all(): array {
		$known = array_map( 'strval', array_keys( wp_roles()->roles ) );
		$added = array_values( array_diff( $known, self::CORE ) );
		sort( $added, SORT_STRING );
		$core = array_values( array_filter( self::CORE, static fn( string $role ): bool => self::ANONYMOUS === $role || in_array( $role, $known, true ) ) );
		return array( ...$core, ...$added );
	}

	/**
	 * @param list<string>|null $asked Roles by name; null means all().
	 * @return list<string> Those of them that the site has.
	 */
	public function choose( ?array $asked ): array {
		return null === $asked ? $this->all() : array_values( array_intersect( $this->all(), $asked ) );
	}

	/**
	 * @param list<string> $roles Role names.
	 * @return array<string, int> Role → id of the first user whose only role it is; 0 for anonymous and for a role without user.
	 */
	public function users( array $roles ): array {
		$ids = array_fill_keys( $roles, 0 );
		foreach ( array_diff( $roles, array( self::ANONYMOUS ) ) as $role ) {
			foreach ( get_users(
				array(
					'role'    => $role,
					'orderby' => 'ID',
					'number'  => 20,
				)
			) as $user ) {
				if ( array( $role ) === array_values( $user->roles ) ) {
					$ids[ $role ] = (int) $user->ID;
					break;
				}
			}
		}
		return $ids;
	}
}
