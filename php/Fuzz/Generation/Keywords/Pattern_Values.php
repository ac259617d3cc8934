<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation\Keywords;

use WP_Codebox\Fuzz\Generation\Generated_Value;
use WP_Codebox\Fuzz\Generation\Keyword_Values;
use WP_Codebox\Fuzz\Generation\Schema_Values;
use WP_Codebox\Fuzz\Generation\Marker;
use WP_Codebox\Fuzz\Generation\Regex;
use WP_Codebox\Fuzz\Generation\Seeded_Random;

/**
 * `pattern`: strings that it matches, and strings that it does not.
 */
final class Pattern_Values implements Keyword_Values {

	/** Some patterns need luck, a look-ahead for instance. */
	private const TRIES = 12;

	public function values( array $schema, string $name, Schema_Values $inner ): iterable {
		$pattern = $schema['pattern'] ?? null;
		if ( ! is_string( $pattern ) || '' === $pattern ) {
			return;
		}
		$regex  = Regex::parse( $pattern );
		$random = new Seeded_Random( 'pattern', $pattern );
		for ( $try = 0; $try < self::TRIES && null !== $regex; $try++ ) {
			$sample = $regex->sample( $random );
			if ( rest_validate_json_schema_pattern( $pattern, $sample ) ) {
				yield new Generated_Value( $sample, 'pattern', Generated_Value::VALID );
				yield new Generated_Value( $sample . "\n", 'pattern', Generated_Value::BOUNDARY );
				yield new Generated_Value( $sample . "'" . Marker::planned(), 'pattern', Generated_Value::INVALID );
			}
		}
		foreach ( array( '', Marker::planned(), "\u{0}", ' ', "'" . Marker::planned() ) as $value ) {
			yield new Generated_Value( $value, 'pattern', Generated_Value::INVALID );
		}
	}
}
