<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Envelope;

/**
 * The site as one value: every row of every table, and every file below wp-content.
 */
final class Site_Digest {

	/** @return array<string, string> Digest by table, and one of wp-content. */
	public static function take(): array {
		global $wpdb;
		$digests = array();
		foreach ( $wpdb->get_col( 'SHOW TABLES' ) as $table ) {
			$rows = array_map( 'serialize', $wpdb->get_results( "SELECT * FROM `$table`", ARRAY_A ) ); // phpcs:ignore WordPress -- A name from the database.
			sort( $rows );
			$digests[ $table ] = hash( 'sha256', implode( "\n", $rows ) );
		}
		$files   = array();
		$entries = new \RecursiveIteratorIterator( new \RecursiveDirectoryIterator( WP_CONTENT_DIR, \FilesystemIterator::SKIP_DOTS ) );
		foreach ( $entries as $path => $entry ) {
			if ( ! str_contains( $path, '/database/' ) ) {
				$files[] = $path . ':' . ( $entry->isFile() ? hash_file( 'xxh128', $path ) : 'link' );
			}
		}
		sort( $files );
		$digests['wp-content'] = hash( 'sha256', implode( "\n", $files ) );
		return $digests;
	}
}
