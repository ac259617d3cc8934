<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Report;

/**
 * A result for a person at a terminal: what was found, most telling first, and how to see it again.
 *
 * What an answer holds is an attacker's data: control characters never reach the terminal.
 */
final class Table_Report {

	private const SHOWN = 100;

	/**
	 * @param array  $result `wp-codebox/fuzz-suite-result/v1`.
	 * @param string $saved  File that the result was written to; empty when it was not.
	 * @return string Lines.
	 */
	public static function of( array $result, string $saved = '' ): string {
		$lines    = array();
		$findings = $result['findings'] ?? array();
		foreach ( array_slice( $findings, 0, self::SHOWN ) as $number => $finding ) {
			$lines = array( ...$lines, ...self::finding( $number + 1, $finding ), '' );
		}
		if ( count( $findings ) > self::SHOWN ) {
			$lines[] = sprintf( '… and %d more findings; --format=json has them all.', count( $findings ) - self::SHOWN );
		}
		foreach ( $result['diagnostics'] ?? array() as $diagnostic ) {
			$lines[] = self::plain( strtoupper( $diagnostic['severity'] ) . ': ' . $diagnostic['message'] );
		}
		$summary  = $result['summary'];
		$coverage = $result['coverageSummary'] ?? array();
		$lines[]  = sprintf( '%d findings in %d cases (%d passed, %d failed, %d errors, %d skipped).', count( $findings ), $summary['total'], $summary['passed'], $summary['failed'], $summary['error'], $summary['skipped'] );
		if ( isset( $coverage['reached'] ) ) {
			$lines[] = sprintf( '%d of %d routes and abilities reached in %.1f s.', $coverage['reached'], $coverage['discovered'], ( $result['timing']['durationMs'] ?? 0 ) / 1000 );
		}
		foreach ( $coverage['skippedReasons'] ?? array() as $reason ) {
			$lines[] = self::plain( sprintf( '%d skipped: %s', $reason['count'], $reason['reason'] ) );
		}
		if ( isset( $result['metadata']['artifact']['id'] ) ) {
			$lines[] = self::plain( sprintf( 'Verified bundle: wp codebox artifacts export %s <file.zip>', $result['metadata']['artifact']['id'] ) );
		}
		if ( $findings && '' !== $saved ) {
			$lines[] = self::plain( sprintf( 'See one again: wp codebox replay %s --finding=%s', $saved, $findings[0]['fingerprint'] ) );
		}
		return implode( "\n", $lines );
	}

	/**
	 * @param int   $number  From 1.
	 * @param array $finding `fuzzFinding` record.
	 * @return list<string>
	 */
	private static function finding( int $number, array $finding ): array {
		$location = $finding['location'] ?? null;
		$notes    = array_filter( array( empty( $finding['proof'] ) ? '' : 'proof', $finding['confirmation'] ?? '', 1 < ( $finding['count'] ?? 1 ) ? $finding['count'] . ' times' : '' ) );
		return array_map(
			self::plain( ... ),
			array_filter(
				array(
					sprintf( '%d. %s  %s  %s  [%s]', $number, strtoupper( $finding['severity'] ), $finding['oracle'], $finding['target']['id'] ?? '', implode( ', ', $notes ) ),
					'   ' . $finding['message'],
					null === $location ? '' : sprintf( '   %s:%d', $location['file'], $location['line'] ),
					isset( $finding['roles'] ) && $finding['roles'] ? '   as ' . implode( ', ', $finding['roles'] ) : '',
					'   ' . Curl_Line::of( $finding['replay'] ?? array() ),
					'   fingerprint ' . $finding['fingerprint'],
				),
				static fn( string $line ): bool => '' !== trim( $line )
			)
		);
	}

	private static function plain( string $text ): string {
		return (string) preg_replace( '/[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]/', '?', $text );
	}
}
