<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

use WP_Codebox\Artifacts\Canonical_Json;
use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Errors\Errors;
use WP_Error;

/**
 * Keeps prepared sites for a time, as transients: they expire by themselves, and losing one costs a new session.
 */
final class Prepared_Sites {

	private const PREFIX = 'wp_codebox_prepared_';

	/**
	 * @param array  $input   Valid input of a session: `goal`, `blueprint`, cache key.
	 * @param string $session Session id.
	 * @return Prepared_Site|WP_Error wp_codebox_input_too_large, wp_codebox_browser_session_not_kept.
	 */
	public function prepare( array $input, string $session ): Prepared_Site|WP_Error {
		$blueprint = $this->blueprint( $input );
		$bytes     = strlen( (string) wp_json_encode( $blueprint ) );
		$most      = Contracts::get( 'browser' )['blueprint']['bytes'];
		if ( $bytes > $most ) {
			return Errors::make( 'wp_codebox_input_too_large', "blueprint has $bytes bytes, at most $most", array( 'field' => 'blueprint' ) );
		}
		$site = new Prepared_Site( $this->cache_key( $input ), $this->input_hash( $input ), $session, $blueprint, (string) ( $input['goal'] ?? '' ), time(), time() + $this->seconds() );
		return set_transient( $this->name( $site->id() ), $site->stored(), $this->seconds() ) ? $site : Errors::make( 'wp_codebox_browser_session_not_kept', 'the transient could not be written' );
	}

	/**
	 * @param string $id Site id.
	 * @return Prepared_Site|null Null when it is not there or no longer.
	 */
	public function find( string $id ): ?Prepared_Site {
		$site = Prepared_Site::read( get_transient( $this->name( $id ) ) );
		return null !== $site && $site->id() === $id && $site->expires > time() ? $site : null;
	}

	/**
	 * @param array $input Input of a session.
	 * @return string Name that the site is found by.
	 */
	public function cache_key( array $input ): string {
		return $input['cache_key'] ?? $input['runtime']['prepared_runtime']['cache_key'] ?? 'preview';
	}

	/**
	 * Digest of everything that the prepared site depends on.
	 *
	 * @param array $input Input of a session.
	 * @return string 64 hex digits.
	 */
	public function input_hash( array $input ): string {
		return hash(
			'sha256',
			Canonical_Json::encode(
				array(
					'blueprint' => $this->blueprint( $input ),
					'wordpress' => wp_get_wp_version(),
				)
			)
		);
	}

	/** Removes everything that is kept on the current site. */
	public function forget(): void {
		global $wpdb;
		foreach ( array( '_transient_', '_transient_timeout_' ) as $kind ) {
			$wpdb->query( $wpdb->prepare( "DELETE FROM $wpdb->options WHERE option_name LIKE %s", $wpdb->esc_like( $kind . self::PREFIX ) . '%' ) ); // phpcs:ignore WordPress.DB.DirectDatabaseQuery -- transients have no listing.
		}
	}

	private function blueprint( array $input ): array {
		return ( $input['blueprint'] ?? array() ) + array( 'login' => true );
	}

	private function seconds(): int {
		/**
		 * Filters how long a prepared site is kept.
		 *
		 * @param int $seconds Seconds; at least a minute.
		 */
		return max( MINUTE_IN_SECONDS, (int) apply_filters( 'wp_codebox_browser_prepared_runtime_cache_ttl', Contracts::get( 'browser' )['blueprint']['seconds'] ) );
	}

	private function name( string $id ): string {
		return self::PREFIX . $id;
	}
}
