<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

/**
 * Writes each result as one line of JSON as soon as it is there, so memory does not grow with the
 * number of cases and a killed process loses nothing that was finished.
 */
final class Ndjson_Sink implements Result_Sink {

	/** @var resource */
	private $stream;

	/**
	 * @param resource $stream Writable; the caller closes it.
	 */
	public function __construct( $stream ) {
		$this->stream = $stream;
	}

	/**
	 * @param array $case_result One case.
	 * @throws \RuntimeException When the line cannot be written.
	 */
	public function take( array $case_result ): void {
		$line = wp_json_encode( $case_result, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION | JSON_INVALID_UTF8_SUBSTITUTE ) . "\n";
		if ( strlen( $line ) !== fwrite( $this->stream, $line ) ) { // phpcs:ignore WordPress.WP.AlternativeFunctions -- A stream that grows.
			throw new \RuntimeException( 'The results cannot be written.' );
		}
	}

	public function cases(): array {
		return array();
	}
}
