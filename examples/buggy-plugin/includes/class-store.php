<?php

declare( strict_types=1 );

namespace Buggy_Workshops;

/**
 * The tables of the plugin and the rows that they start with.
 */
final class Store {

	private const ROWS = 24;

	public static function bookings(): string {
		return $GLOBALS['wpdb']->prefix . 'buggy_bookings';
	}

	public static function log(): string {
		return $GLOBALS['wpdb']->prefix . 'buggy_log';
	}

	/** Makes the tables and fills them; called on activation. */
	public static function install(): void {
		global $wpdb;
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		$collate = $wpdb->get_charset_collate();
		dbDelta( 'CREATE TABLE ' . self::bookings() . " (\n id bigint(20) unsigned NOT NULL AUTO_INCREMENT,\n user_id bigint(20) unsigned NOT NULL DEFAULT 0,\n workshop varchar(100) NOT NULL DEFAULT '',\n phone varchar(40) NOT NULL DEFAULT '',\n seats int(11) NOT NULL DEFAULT 1,\n status varchar(20) NOT NULL DEFAULT 'open',\n PRIMARY KEY  (id),\n KEY user_id (user_id)\n) $collate;" );
		dbDelta( 'CREATE TABLE ' . self::log() . " (\n id bigint(20) unsigned NOT NULL AUTO_INCREMENT,\n message varchar(200) NOT NULL DEFAULT '',\n PRIMARY KEY  (id)\n) $collate;" );
		if ( 0 === (int) $wpdb->get_var( 'SELECT COUNT(*) FROM ' . self::bookings() ) ) { // phpcs:ignore WordPress.DB -- A constant name.
			for ( $row = 1; $row <= self::ROWS; ++$row ) {
				$wpdb->insert( // phpcs:ignore WordPress.DB
					self::bookings(),
					array(
						'user_id'  => 1,
						'workshop' => 'Pottery ' . $row,
						'phone'    => '+49 30 5550' . str_pad( (string) $row, 3, '0', STR_PAD_LEFT ),
						'seats'    => 1 + $row % 4,
					)
				);
			}
		}
		update_option( 'buggy_workshops_currency', 'EUR' );
	}

	/** Takes everything back; called on deactivation. */
	public static function remove(): void {
		global $wpdb;
		$wpdb->query( 'DROP TABLE IF EXISTS ' . self::bookings() ); // phpcs:ignore WordPress.DB
		$wpdb->query( 'DROP TABLE IF EXISTS ' . self::log() ); // phpcs:ignore WordPress.DB
		foreach ( array( 'currency', 'visits', 'reminded' ) as $name ) {
			delete_option( 'buggy_workshops_' . $name );
		}
	}
}
