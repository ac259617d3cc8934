<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation\Keywords;

use WP_Codebox\Fuzz\Generation\Generated_Value;
use WP_Codebox\Fuzz\Generation\Keyword_Values;
use WP_Codebox\Fuzz\Generation\Schema_Values;
use WP_Codebox\Fuzz\Generation\Value_Table;

/**
 * `type`: values of other types, an array for a scalar among them.
 */
final class Type_Values implements Keyword_Values {

	/**
	 * @param Value_Table $table The boundary values.
	 */
	public function __construct( private readonly Value_Table $table ) {}

	public function values( array $schema, string $name, Schema_Values $inner ): iterable {
		$wrong = $this->table->part( 'wrongTypes' );
		foreach ( $schema['type'] ? $schema['type'] : array( 'string' ) as $type ) {
			foreach ( $wrong[ $type ] ?? array() as $value ) {
				yield new Generated_Value( $value, 'type', Generated_Value::INVALID );
			}
		}
	}
}
