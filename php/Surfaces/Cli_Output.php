<?php

declare( strict_types=1 );

namespace WP_Codebox\Surfaces;

use WP_Codebox\Errors\Errors;
use WP_Codebox\Fuzz\Report\Table_Report;
use WP_Error;

/**
 * Writes a result to standard output or a file, in the format that was asked for.
 */
final class Cli_Output {

	public const FORMATS = array( 'table', 'json', 'ndjson' );

	private const JSON = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION | JSON_INVALID_UTF8_SUBSTITUTE;

	/**
	 * @param array       $result Output of an operation.
	 * @param string      $format One of FORMATS.
	 * @param string|null $file   Where to; null is standard output. With `table`, the file gets the JSON and the terminal the table.
	 * @return true|WP_Error `wp_codebox_output_unwritable`.
	 */
	public function write( array $result, string $format, ?string $file ): true|WP_Error {
		if ( 'ndjson' === $format ) {
			$text = $this->lines( $result );
			return null === $file ? $this->print( $text ) : $this->save( $file, $text, FILE_APPEND );
		}
		$json = (string) wp_json_encode( $result, self::JSON | JSON_PRETTY_PRINT );
		if ( null !== $file ) {
			$saved = $this->save( $file, $json . "\n" );
			if ( is_wp_error( $saved ) ) {
				return $saved;
			}
		}
		if ( 'table' === $format ) {
			return $this->print( Table_Report::of( $result, (string) $file ) . "\n" );
		}
		return null === $file ? $this->print( $json . "\n" ) : true;
	}

	/**
	 * @param string|null $file Where to; null is standard output. It is begun anew.
	 * @return \Closure(array):void Takes case results as they come.
	 */
	public function case_stream( ?string $file ): \Closure {
		if ( null !== $file ) {
			file_put_contents( $file, '' ); // phpcs:ignore WordPress.WP.AlternativeFunctions
		}
		return function ( array $result ) use ( $file ): void {
			$line = (string) wp_json_encode( array( 'type' => 'case' ) + $result, self::JSON ) . "\n";
			null === $file ? $this->print( $line ) : $this->save( $file, $line, FILE_APPEND );
		};
	}

	/** What comes after the cases: a line per finding, and the rest of the document. */
	private function lines( array $result ): string {
		$lines = array_map( static fn( array $finding ): string => (string) wp_json_encode( array( 'type' => 'finding' ) + $finding, self::JSON ), $result['findings'] ?? array() );
		return implode( "\n", array(
...$lines,
(string) wp_json_encode( array( 'type' => 'result' ) + array_diff_key( $result, array(
'cases'    => 1,
'findings' => 1,
) ), self::JSON ),
) ) . "\n";
	}

	private function print( string $text ): true {
		fwrite( STDOUT, $text ); // phpcs:ignore WordPress.WP.AlternativeFunctions
		return true;
	}

	private function save( string $file, string $text, int $flags = 0 ): true|WP_Error {
		return strlen( $text ) === @file_put_contents( $file, $text, $flags ) ? true : Errors::make( 'wp_codebox_output_unwritable', $file ); // phpcs:ignore WordPress.WP.AlternativeFunctions, WordPress.PHP.NoSilencedErrors -- The error is ours.
	}
}
