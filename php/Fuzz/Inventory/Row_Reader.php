<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Inventory;

use WP_Codebox\Fuzz\Decoys\Sacrificial_Plugin;

// phpcs:disable WordPress.DB.PreparedSQLPlaceholders -- `%i` is of WordPress 6.2; the sniff is older.

/**
 * Reads the row pool from the site's tables. Only identifiers, a few of each type, in the order of their key.
 */
final class Row_Reader {

	/** Rows of one type. */
	private const LIMIT = 5;

	/** Option names are many, and the plugin's own are the interesting ones. */
	private const OPTION_LIMIT = 30;

	/**
	 * @param Code_Under_Test $code What the run is about.
	 */
	public function __construct( private readonly Code_Under_Test $code ) {}

	/** Reads everything. */
	public function read(): Row_Pool {
		$rows = array(
			...$this->posts(),
			...$this->users(),
			...$this->terms(),
			'comment'   => $this->ids( 'SELECT comment_ID FROM %i ORDER BY comment_ID LIMIT %d', $this->table( 'comments' ) ),
			'option'    => $this->options(),
			'role'      => array_map( 'strval', array_keys( wp_roles()->roles ) ),
			'post-type' => array_values( get_post_types() ),
			'taxonomy'  => array_values( get_taxonomies() ),
			'plugin'    => $this->plugins(),
			...$this->other_tables(),
		);
		return new Row_Pool( array_filter( $rows ) );
	}

	/**
	 * @return array<string, list<int|string>>
	 */
	private function posts(): array {
		global $wpdb;
		$rows  = array();
		$types = $wpdb->get_col( $wpdb->prepare( 'SELECT DISTINCT post_type FROM %i ORDER BY post_type', $wpdb->posts ) );
		foreach ( $types as $type ) {
			$rows[ "post:$type" ] = $this->ids( 'SELECT ID FROM %i WHERE post_type = %s ORDER BY ID LIMIT %d', $wpdb->posts, $type );
		}
		$rows['post'] = $rows['post:post'] ?? array();
		$rows['slug'] = $wpdb->get_col( $wpdb->prepare( "SELECT post_name FROM %i WHERE post_name <> '' ORDER BY ID LIMIT %d", $wpdb->posts, self::LIMIT ) );
		return $rows;
	}

	/**
	 * @return array<string, list<int|string>>
	 */
	private function users(): array {
		global $wpdb;
		return array(
			'user'       => $this->ids( 'SELECT ID FROM %i ORDER BY ID LIMIT %d', $wpdb->users ),
			'user.login' => $wpdb->get_col( $wpdb->prepare( 'SELECT user_login FROM %i ORDER BY ID LIMIT %d', $wpdb->users, self::LIMIT ) ),
			'user.email' => $wpdb->get_col( $wpdb->prepare( 'SELECT user_email FROM %i ORDER BY ID LIMIT %d', $wpdb->users, self::LIMIT ) ),
		);
	}

	/**
	 * @return array<string, list<int|string>>
	 */
	private function terms(): array {
		global $wpdb;
		$rows = array( 'term' => $this->ids( 'SELECT term_id FROM %i ORDER BY term_id LIMIT %d', $wpdb->terms ) );
		foreach ( $wpdb->get_col( $wpdb->prepare( 'SELECT DISTINCT taxonomy FROM %i ORDER BY taxonomy', $wpdb->term_taxonomy ) ) as $taxonomy ) {
			$rows[ "term:$taxonomy" ] = $this->ids( 'SELECT term_id FROM %i WHERE taxonomy = %s ORDER BY term_id LIMIT %d', $wpdb->term_taxonomy, $taxonomy );
		}
		return $rows;
	}

	/**
	 * @return list<string> Options named after the code under test first, then core's.
	 */
	private function options(): array {
		global $wpdb;
		$names = array();
		foreach ( $this->code->slugs as $slug ) {
			foreach ( array_unique( array( $slug, str_replace( '-', '_', $slug ) ) ) as $prefix ) {
				$names = array( ...$names, ...$wpdb->get_col( $wpdb->prepare( 'SELECT option_name FROM %i WHERE option_name LIKE %s ORDER BY option_name LIMIT %d', $wpdb->options, $wpdb->esc_like( $prefix ) . '%', self::OPTION_LIMIT ) ) );
			}
		}
		return array_values( array_unique( array( ...$names, 'blogname', 'admin_email', 'default_role', 'users_can_register' ) ) );
	}

	/**
	 * Tables that plugins added, by their primary key (or a column `id`).
	 *
	 * @return array<string, list<int|string>>
	 */
	private function other_tables(): array {
		global $wpdb;
		$rows   = array();
		$core   = array_values( $wpdb->tables( 'all' ) );
		$tables = $wpdb->get_col( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( $wpdb->prefix ) . '%' ) );
		sort( $tables, SORT_STRING );
		foreach ( array_diff( $tables, $core ) as $table ) {
			$key = $this->key_of( $table );
			if ( null !== $key ) {
				$rows[ 'table:' . substr( $table, strlen( $wpdb->prefix ) ) ] = array_map( $this->identifier( ... ), $wpdb->get_col( $wpdb->prepare( 'SELECT %i FROM %i ORDER BY %i LIMIT %d', $key, $table, $key, self::LIMIT ) ) );
			}
		}
		return $rows;
	}

	/**
	 * @return list<string> The one plugin that a case may switch on or delete, while it is there.
	 */
	private function plugins(): array {
		return is_dir( Sacrificial_Plugin::folder() ) ? array( Sacrificial_Plugin::ID ) : array();
	}

	private function key_of( string $table ): ?string {
		global $wpdb;
		$columns = (array) $wpdb->get_results( $wpdb->prepare( 'SHOW COLUMNS FROM %i', $table ) );
		$primary = array_values( array_filter( $columns, static fn( object $column ): bool => 'PRI' === $column->Key ) ); // phpcs:ignore WordPress.NamingConventions.ValidVariableName -- the database's spelling.
		if ( 1 === count( $primary ) ) {
			return $primary[0]->Field; // phpcs:ignore WordPress.NamingConventions.ValidVariableName -- the database's spelling.
		}
		foreach ( $columns as $column ) {
			if ( 'id' === strtolower( $column->Field ) ) { // phpcs:ignore WordPress.NamingConventions.ValidVariableName -- the database's spelling.
				return $column->Field; // phpcs:ignore WordPress.NamingConventions.ValidVariableName -- the database's spelling.
			}
		}
		return null;
	}

	/**
	 * @param string $sql       With placeholders for the table, what it asks for, and the limit.
	 * @param string ...$values The table, then the rest without the limit.
	 * @return list<int>
	 */
	private function ids( string $sql, string ...$values ): array {
		global $wpdb;
		return array_map( 'intval', $wpdb->get_col( $wpdb->prepare( $sql, ...array( ...$values, self::LIMIT ) ) ) ); // phpcs:ignore WordPress.DB.PreparedSQL -- constants of this class.
	}

	private function table( string $name ): string {
		global $wpdb;
		return $wpdb->$name;
	}

	private function identifier( mixed $value ): int|string {
		return is_numeric( $value ) && (string) (int) $value === (string) $value ? (int) $value : (string) $value;
	}
}
