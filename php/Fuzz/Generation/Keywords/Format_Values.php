<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation\Keywords;

use WP_Codebox\Fuzz\Generation\Generated_Value;
use WP_Codebox\Fuzz\Generation\Keyword_Values;
use WP_Codebox\Fuzz\Generation\Schema_Values;
use WP_Codebox\Fuzz\Generation\Value_Table;

/**
 * `format`.
 */
final class Format_Values implements Keyword_Values {

	/**
	 * @param Value_Table $table The boundary values.
	 */
	public function __construct( private readonly Value_Table $table ) {}

	public function values( array $schema, string $name, Schema_Values $inner ): iterable {
		$known = is_string( $schema['format'] ?? null ) ? $this->table->part( 'formats' )[ $schema['format'] ] ?? array() : array();
		foreach ( $known['valid'] ?? array() as $value ) {
			yield new Generated_Value( $value, 'format', Generated_Value::VALID );
		}
		foreach ( $known['invalid'] ?? array() as $value ) {
			yield new Generated_Value( $value, 'format', Generated_Value::INVALID );
		}
	}
}
