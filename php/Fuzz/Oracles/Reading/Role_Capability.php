<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Reading;

/**
 * What a role may do by WordPress's own capabilities, so that roles a plugin adds are judged by what they hold.
 */
final class Role_Capability {

	public const ANONYMOUS = 'anonymous';

	/** The capability that tells a core role from those below it. */
	private const DISTINGUISHING = array(
		'subscriber'    => 'read',
		'contributor'   => 'edit_posts',
		'author'        => 'publish_posts',
		'editor'        => 'edit_others_posts',
		'administrator' => 'manage_options',
	);

	/** Roles of core whose holders are strangers to each other. */
	private const LOW = array( self::ANONYMOUS, 'subscriber', 'contributor', 'author' );

	/**
	 * @param string|null $role       Role, `anonymous`, or null for a caller whose role is not known.
	 * @param string      $capability Primitive capability.
	 * @return bool Null and roles that do not exist have everything: nothing may be said about them.
	 */
	public static function has( ?string $role, string $capability ): bool {
		if ( self::ANONYMOUS === $role ) {
			return false;
		}
		$known = null === $role ? null : get_role( $role );
		return null === $known || $known->has_cap( $capability );
	}

	/**
	 * @param string|null $role    As for has().
	 * @param string      $minimum `anonymous` or a core role.
	 * @return bool Whether the role stands at or above it.
	 */
	public static function reaches( ?string $role, string $minimum ): bool {
		return self::ANONYMOUS === $minimum || self::has( $role, self::DISTINGUISHING[ $minimum ] ?? 'manage_options' );
	}

	/**
	 * @param string|null          $role  As for has().
	 * @param array<string, mixed> $decoy See Oracle_Context::$decoys.
	 * @return bool Whether the role may see it.
	 */
	public static function sees( ?string $role, array $decoy ): bool {
		return in_array( $role, $decoy['readers'] ?? array(), true ) || self::reaches( $role, (string) ( $decoy['minimum_role'] ?? 'administrator' ) );
	}

	/**
	 * @param string|null $role As for has(); one that is not known owns nothing.
	 * @return bool Whether its holder may change the code of the site: paths, uploads and addresses of his choice give him nothing new.
	 */
	public static function owns_the_code( ?string $role ): bool {
		return null !== $role && self::ANONYMOUS !== $role && true === get_role( $role )?->has_cap( 'edit_plugins' ) && ! is_multisite();
	}

	/** True for anonymous, subscriber, contributor and author of core. */
	public static function is_low( ?string $role ): bool {
		return in_array( $role, self::LOW, true );
	}
}
