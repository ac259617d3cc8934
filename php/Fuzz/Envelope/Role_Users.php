<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope;

/**
 * Finds the user that a role stands for: one that the site has. Nothing is created.
 */
final class Role_Users {

	/** @var array<string, int|null> */
	private array $found = array();

	/**
	 * @param string|null $role Role, `anonymous`, or null for whoever calls.
	 * @return int|null User id, 0 for a visitor; null when the site has no such user.
	 */
	public function user_for( ?string $role ): ?int {
		if ( null === $role ) {
			return get_current_user_id();
		}
		if ( 'anonymous' === $role ) {
			return 0;
		}
		if ( ! array_key_exists( $role, $this->found ) ) {
			$ids                  = get_users(
				array(
					'role'    => $role,
					'number'  => 1,
					'fields'  => 'ID',
					'orderby' => 'ID',
				)
			);
			$this->found[ $role ] = $ids ? (int) $ids[0] : null;
		}
		return $this->found[ $role ];
	}
}
