<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Decoys;

use WP_Codebox\Fuzz\Inventory\Roles;

/**
 * A user of each role that the site has none of: what a run asks for by the id of whoever calls exists then, and plugins
 * that give something to a user at first sight have seen one.
 *
 * Never an administrator: a site has one, and a forgotten account must not be worth anything.
 */
final class Role_Accounts {

	/** @var list<Decoy_User> */
	private array $users = array();

	/**
	 * @param list<string>|null $roles Roles by name; null means all.
	 */
	public function add( ?array $roles ): void {
		$known = new Roles();
		foreach ( array_keys( $known->users( $known->choose( $roles ) ), 0, true ) as $role ) {
			if ( Roles::ANONYMOUS !== $role && 'administrator' !== $role ) {
				$login         = 'codebox-' . sanitize_title( (string) $role );
				$user          = new Decoy_User();
				$this->users[] = $user;
				$user->add( $login, $login . '@example.org', (string) $role );
			}
		}
	}

	/** Removes all of them. */
	public function remove(): void {
		foreach ( $this->users as $user ) {
			$user->remove();
		}
		$this->users = array();
	}
}
