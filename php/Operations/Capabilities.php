<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Errors\Errors;
use WP_Codebox\Trust\Trusted_Callers;
use WP_Error;

/**
 * The four capabilities and who has them (design §2, "Permissions, fail closed").
 */
final class Capabilities {

	public const READ   = 'wp_codebox_read';
	public const RUN    = 'wp_codebox_run';
	public const MUTATE = 'wp_codebox_mutate';
	public const APPLY  = 'wp_codebox_apply';

	/**
	 * @param Trusted_Callers|null $trusted Judges signed inputs; without it every `authorization` is refused.
	 */
	public function __construct( private readonly ?Trusted_Callers $trusted = null ) {}

	/** Hooks into `map_meta_cap`. */
	public function register(): void {
		add_filter( 'map_meta_cap', array( $this, 'map' ), 10, 3 );
	}

	/**
	 * Maps a capability of ours to primitive ones.
	 *
	 * @param string[] $caps    What WordPress asks for so far.
	 * @param mixed    $cap     The capability that is asked about; other plugins ask with what is none.
	 * @param mixed    $user_id Whose.
	 * @return string[]
	 */
	public function map( array $caps, mixed $cap, mixed $user_id ): array {
		$mapped = match ( $cap ) {
			self::READ, self::RUN => array( 'manage_options' ),
			self::MUTATE          => array( is_multisite() ? 'manage_network' : 'manage_options' ),
			self::APPLY           => $this->apply_caps( (int) $user_id ),
			default               => null,
		};
		if ( null === $mapped ) {
			return $caps;
		}
		/**
		 * Filters the primitive capabilities that one of WP Codebox's capabilities asks for.
		 *
		 * @param string[] $mapped  Primitive capabilities; `do_not_allow` refuses.
		 * @param string   $cap     wp_codebox_read, wp_codebox_run, wp_codebox_mutate or wp_codebox_apply.
		 * @param int      $user_id Whose.
		 */
		return (array) apply_filters( 'wp_codebox_map_capability', $mapped, $cap, $user_id );
	}

	/**
	 * @param Operation_Definition $definition What is asked for.
	 * @param array                $input      The input; may carry a signed `authorization`.
	 * @return true|WP_Error `wp_codebox_forbidden`, 401 for a visitor; `wp_codebox_authorization_*` for a signature that is not right.
	 */
	public function allows( Operation_Definition $definition, array $input ): true|WP_Error {
		if ( null !== $definition->trusted_scope && isset( $input['authorization'] ) && null !== $this->trusted ) {
			return $this->trusted->allows( $definition, $input );
		}
		$allowed = current_user_can( $definition->capability ); // phpcs:ignore WordPress.WP.Capabilities.Undetermined
		/**
		 * Filters whether the caller may run an operation of WP Codebox.
		 *
		 * @param bool   $allowed What the capability says.
		 * @param string $id      Operation id.
		 * @param array  $input   Input of the call.
		 */
		if ( true === apply_filters( 'wp_codebox_operation_allowed', $allowed, $definition->id, $input ) ) {
			return true;
		}
		return Errors::make( 'wp_codebox_forbidden', $definition->capability, array( 'status' => is_user_logged_in() ? 403 : 401 ) );
	}

	/**
	 * Ends the permission of a signed input: it is for one call.
	 *
	 * @param array $input Input of the call that was carried out.
	 */
	public function settle( array $input ): void {
		$this->trusted?->settle( $input );
	}

	/**
	 * Applying changes files of the site: it needs the right to edit plugins, where file changes are allowed at all.
	 *
	 * @param int $user_id Whose.
	 * @return string[]
	 */
	private function apply_caps( int $user_id ): array {
		if ( ! wp_is_file_mod_allowed( 'wp_codebox_apply' ) ) {
			return array( 'do_not_allow' );
		}
		$base = is_multisite() ? 'manage_network' : 'manage_options';
		return array_values( array_unique( array( $base, ...map_meta_cap( 'edit_plugins', $user_id ) ) ) );
	}
}
