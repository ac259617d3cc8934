<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation;

/**
 * Makes values for one keyword or type of JSON Schema, as WordPress understands it.
 *
 * A class may be generous: Schema_Values asks WordPress about every value and corrects its kind.
 */
interface Keyword_Values {

	/**
	 * @param array         $schema Schema of the value; `type` is a list.
	 * @param string        $name   Name of the parameter or property.
	 * @param Schema_Values $inner  For values inside the value.
	 * @return iterable<Generated_Value> Nothing when the schema does not speak of it. Valid ones first.
	 */
	public function values( array $schema, string $name, Schema_Values $inner ): iterable;
}
