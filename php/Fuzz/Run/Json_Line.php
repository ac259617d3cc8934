<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

/**
 * A message between processes: JSON on a line. What cannot be encoded is replaced, never the whole message dropped.
 */
final class Json_Line {

	/**
	 * @param array $message JSON values.
	 * @return string With its line end.
	 */
	public static function of( array $message ): string {
		return json_encode( $message, JSON_INVALID_UTF8_SUBSTITUTE | JSON_PARTIAL_OUTPUT_ON_ERROR | JSON_PRESERVE_ZERO_FRACTION ) . "\n"; // phpcs:ignore WordPress.WP.AlternativeFunctions -- wp_json_encode() drops what cannot be encoded.
	}
}
