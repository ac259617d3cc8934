<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation\Keywords;

use WP_Codebox\Fuzz\Generation\Generated_Value;
use WP_Codebox\Fuzz\Generation\Keyword_Values;
use WP_Codebox\Fuzz\Generation\Own_User;
use WP_Codebox\Fuzz\Generation\Row_Types;
use WP_Codebox\Fuzz\Generation\Schema_Values;
use WP_Codebox\Fuzz\Generation\Value_Table;
use WP_Codebox\Fuzz\Inventory\Row_Pool;

/**
 * Values by what a parameter is called, also where no type is declared: rows of the site for ids, plausible and
 * dangerous values for the rest.
 */
final class Name_Values implements Keyword_Values {

	/** Ids that no row has: none, and one beyond every table. */
	private const MISSING = array( 0, 999999999 );

	/**
	 * @param Value_Table $table The boundary values.
	 * @param Row_Pool    $rows  Rows of the site.
	 * @param Row_Types   $types Says which rows a name means.
	 */
	public function __construct(
		private readonly Value_Table $table,
		private readonly Row_Pool $rows,
		private readonly Row_Types $types
	) {}

	public function values( array $schema, string $name, Schema_Values $inner ): iterable {
		if ( array_intersect( $schema['type'], array( 'array', 'object' ) ) || '' === $name ) {
			return;
		}
		if ( ! $schema['type'] || array_intersect( $schema['type'], array( 'integer', 'number', 'string' ) ) ) {
			yield from $this->ids( $name );
		}
		$rule = $this->rule( Row_Types::snake( $name ) );
		if ( null === $rule ) {
			return;
		}
		$values = $rule['values'] ?? array();
		$pooled = isset( $rule['pool'] ) ? $this->rows->of( $rule['pool'] ) : array();
		foreach ( array( ...array_slice( $values, 0, 1 ), ...$pooled, ...array_slice( $values, 1 ) ) as $value ) {
			yield new Generated_Value( $value, 'name', Generated_Value::VALID );
		}
	}

	/**
	 * @return iterable<Generated_Value>
	 */
	private function ids( string $name ): iterable {
		$types = $this->types->of( $name );
		$names_row = $types || preg_match( '/(^|_)ids?$/', Row_Types::snake( $name ) );
		if ( ! $names_row ) {
			return;
		}
		if ( in_array( 'user', $types, true ) ) {
			yield new Generated_Value( Own_User::PLANNED, 'name', Generated_Value::VALID );
		}
		foreach ( $types as $type ) {
			foreach ( $this->rows->of( $type ) as $id ) {
				yield new Generated_Value( $id, 'name', Generated_Value::VALID );
			}
		}
		foreach ( array( 1, ...self::MISSING ) as $id ) {
			yield new Generated_Value( $id, 'name', Generated_Value::BOUNDARY );
		}
	}

	private function rule( string $name ): ?array {
		foreach ( $this->table->part( 'names' ) as $rule ) {
			if ( preg_match( '~' . $rule['name'] . '~i', $name ) ) {
				return $rule;
			}
		}
		return null;
	}
}
