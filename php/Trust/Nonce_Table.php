<?php

declare( strict_types=1 );

namespace WP_Codebox\Trust;

/**
 * Nonces that were used. The unique key of the table decides between two that come at once.
 */
final class Nonce_Table {

	/** Which version of the table this site has. */
	public const OPTION = 'wp_codebox_nonce_table';

	private const VERSION = '1';

	/**
	 * Takes a nonce.
	 *
	 * @param string $key     Key that signed.
	 * @param string $nonce   What it called unique.
	 * @param int    $expires Unix time from which on its timestamp is refused anyway.
	 * @return bool False when it was taken before, or when that cannot be known.
	 */
	public function take( string $key, string $nonce, int $expires ): bool {
		global $wpdb;
		$this->install();
		$table = $this->name();
		// phpcs:disable WordPress.DB.PreparedSQL.InterpolatedNotPrepared, WordPress.DB.DirectDatabaseQuery -- our own table; a cache would answer for another request.
		$wpdb->query( $wpdb->prepare( "DELETE FROM $table WHERE expires < %d", time() ) );
		return 1 === $wpdb->query( $wpdb->prepare( "INSERT IGNORE INTO $table (nonce, expires) VALUES (%s, %d)", hash( 'sha256', $key . "\n" . $nonce ), $expires ) );
		// phpcs:enable
	}

	/** Makes or migrates the table. */
	public function install(): void {
		global $wpdb;
		if ( self::VERSION === get_option( self::OPTION ) ) {
			return;
		}
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		dbDelta( "CREATE TABLE {$this->name()} (\n  nonce char(64) NOT NULL,\n  expires bigint(20) unsigned NOT NULL,\n  PRIMARY KEY  (nonce),\n  KEY expires (expires)\n) {$wpdb->get_charset_collate()};" );
		update_option( self::OPTION, self::VERSION, true );
	}

	/** Removes the table. */
	public function drop(): void {
		global $wpdb;
		$wpdb->query( "DROP TABLE IF EXISTS {$this->name()}" ); // phpcs:ignore WordPress.DB -- our own table, once.
		delete_option( self::OPTION );
	}

	/** Name of the table of this site. */
	public function name(): string {
		global $wpdb;
		return $wpdb->prefix . 'codebox_nonces';
	}
}
