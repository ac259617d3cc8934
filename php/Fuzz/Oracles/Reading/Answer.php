<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Reading;

use WP_Codebox\Fuzz\Run\Observation;

/**
 * What a client would read: the answer as JSON text, its headers and whatever was printed.
 */
final class Answer {

	/** @var \WeakMap<Observation, string>|null */
	private static ?\WeakMap $texts = null;

	/** @var \WeakMap<Observation, string>|null */
	private static ?\WeakMap $bodies = null;

	/**
	 * @param Observation $observation What was seen.
	 * @return string Body, header values and output; slashes and Unicode are not escaped.
	 */
	public static function text( Observation $observation ): string {
		self::$texts ??= new \WeakMap();
		return self::$texts[ $observation ] ??= implode( "\n", array( self::body( $observation ), ...array_values( $observation->headers ), $observation->output ) );
	}

	/**
	 * @param Observation $observation What was seen.
	 * @return string The answer alone: a string as it is, anything else as JSON.
	 */
	public static function body( Observation $observation ): string {
		if ( null === $observation->data ) {
			return '';
		}
		if ( is_string( $observation->data ) ) {
			return $observation->data;
		}
		self::$bodies ??= new \WeakMap();
		return self::$bodies[ $observation ] ??= (string) wp_json_encode( $observation->data, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PARTIAL_OUTPUT_ON_ERROR );
	}

	/** True when it answers with success: 2xx, or an ability that returned no error. */
	public static function succeeded( Observation $observation ): bool {
		return Observation::RETURNED === $observation->ended && null === $observation->error_code
			&& ( null === $observation->status || ( $observation->status >= 200 && $observation->status < 300 ) );
	}

	/** True when the caller was told that he may not. */
	public static function refused( Observation $observation ): bool {
		return in_array( $observation->status, array( 401, 403 ), true )
			|| ( null === $observation->status && in_array( $observation->error_code, array( 'ability_invalid_permissions', 'rest_forbidden', 'rest_ability_cannot_execute' ), true ) );
	}

	/** The media type that the answer names, without parameters; empty when it names none. */
	public static function media_type( Observation $observation ): string {
		return strtolower( trim( (string) strtok( $observation->headers['content-type'] ?? '', ';' ) ) );
	}
}
