<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Decoys;

/**
 * The id that a row is to have, when no other row has it.
 */
final class Free_Id {

	/**
	 * @param string $table  Where.
	 * @param string $column Its key.
	 * @param int    $id     Wanted; 0 for any.
	 * @return array<string, int> For wpdb::insert(): the column, or nothing.
	 */
	public static function of( string $table, string $column, int $id ): array {
		global $wpdb;
		return 0 < $id && null === $wpdb->get_var( $wpdb->prepare( 'SELECT %i FROM %i WHERE %i = %d', $column, $table, $column, $id ) ) ? array( $column => $id ) : array();
	}
}
