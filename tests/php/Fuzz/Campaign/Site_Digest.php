<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Campaign;

use WP_Codebox\Fuzz\Envelope\Content_Digest;

/**
 * Everything that a site is: the rows of all tables, whatever their order, and the content of every file below wp-content.
 */
final class Site_Digest {

	/**
	 * Names and contents, so that a failed comparison says what differs.
	 *
	 * @return array<string, string> `table <name>` or `file <path>` → hash; of options each on its own.
	 */
	public static function take(): array {
		return self::tables() + self::files();
	}

	private static function tables(): array {
		global $wpdb;
		$digest = array();
		foreach ( $wpdb->get_col( 'SHOW TABLES' ) as $table ) {
			$rows = array_map( static fn( array $row ): string => (string) wp_json_encode( $row, JSON_INVALID_UTF8_SUBSTITUTE ), $wpdb->get_results( $wpdb->prepare( 'SELECT * FROM %i', $table ), ARRAY_A ) );
			sort( $rows );
			$digest[ "table $table" ] = hash( 'sha256', implode( "\n", $rows ) ) . ' ' . count( $rows );
			if ( $table === $wpdb->options ) {
				foreach ( $rows as $row ) {
					$option                                         = json_decode( $row, true );
					$digest[ 'option ' . $option['option_name'] ] = $row;
				}
			}
		}
		return $digest;
	}

	private static function files(): array {
		$digest = array();
		foreach ( Content_Digest::of_site()->take() as $path => $facts ) {
			$full                    = WP_CONTENT_DIR . "/$path";
			$digest[ "file $path" ] = is_link( $full ) ? 'link to ' . readlink( $full ) : ( is_dir( $full ) ? 'folder' : $facts['size'] . ' ' . hash_file( 'sha256', $full ) );
		}
		return $digest;
	}
}
