<?php

declare( strict_types=1 );

namespace WP_Codebox\Errors;

use WP_Codebox\Contracts\Contracts;
use WP_Error;

/**
 * Makes the errors of the catalogue (src-shared/errors): one code, sentence, HTTP and exit status everywhere.
 */
final class Errors {

	/**
	 * @param string $code   A code of the catalogue.
	 * @param string $detail What the sentence's `%s` stands for.
	 * @param array  $data   More for machines; `status` is filled in.
	 * @return WP_Error
	 */
	public static function make( string $code, string $detail = '', array $data = array() ): WP_Error {
		$entry   = self::entry( $code );
		$message = str_contains( $entry['message'], '%s' ) ? sprintf( $entry['message'], $detail ) : $entry['message'];
		return new WP_Error( $code, $message, $data + array( 'status' => $entry['httpStatus'] ) );
	}

	/**
	 * The exit status of a command that ends with this error.
	 *
	 * @param WP_Error $error Any error; one that is not ours counts as infrastructure.
	 * @return int 1, 2, 3 or 130.
	 */
	public static function exit_status( WP_Error $error ): int {
		return Contracts::get( 'errors' )[ $error->get_error_code() ]['exitStatus'] ?? 3;
	}

	/**
	 * @param string $code A code of the catalogue.
	 * @return array{message: string, httpStatus: int, exitStatus: int}
	 * @throws \OutOfBoundsException For a code that is not in the catalogue.
	 */
	private static function entry( string $code ): array {
		$catalogue = Contracts::get( 'errors' );
		if ( ! isset( $catalogue[ $code ] ) ) {
			throw new \OutOfBoundsException( "No error with the code $code in src-shared/errors." );
		}
		return $catalogue[ $code ];
	}
}
