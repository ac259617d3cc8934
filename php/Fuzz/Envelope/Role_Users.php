<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope;

/**
 * Says which user stands for a role.
 */
interface Role_Users {

	/**
	 * Called inside the envelope: rows that it writes are rolled back with the case.
	 *
	 * @param string $role `anonymous`, a role, or `<role>:<n>` for the n-th user of it, from 1.
	 * @return int User id; 0 for anonymous.
	 */
	public function user_for( string $role ): int;
}
