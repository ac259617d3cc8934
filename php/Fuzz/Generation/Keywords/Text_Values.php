<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation\Keywords;

use WP_Codebox\Fuzz\Generation\Generated_Value;
use WP_Codebox\Fuzz\Generation\Keyword_Values;
use WP_Codebox\Fuzz\Generation\Schema_Values;
use WP_Codebox\Fuzz\Generation\Marker;
use WP_Codebox\Fuzz\Generation\Value_Table;

/**
 * Strings that show at which sink they arrive, and strings at the edge of what programs expect.
 */
final class Text_Values implements Keyword_Values {

	/**
	 * @param Value_Table $table The boundary values.
	 */
	public function __construct( private readonly Value_Table $table ) {}

	public function values( array $schema, string $name, Schema_Values $inner ): iterable {
		if ( $schema['type'] && ! in_array( 'string', $schema['type'], true ) ) {
			return;
		}
		yield new Generated_Value( Marker::planned(), 'text', Generated_Value::VALID );
		foreach ( $this->table->part( 'payloads' ) as $value ) {
			yield new Generated_Value( $value, 'payload', Generated_Value::VALID );
		}
		foreach ( $this->table->part( 'strings' ) as $value ) {
			yield new Generated_Value( $value, 'text', Generated_Value::BOUNDARY );
		}
	}
}
