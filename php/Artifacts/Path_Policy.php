<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

use WP_Codebox\Contracts\Contracts;

/**
 * Which paths a bundle may hold. The data is src-shared/artifacts/path-policy.ts, the order of the
 * rules too; both sides run tests/vectors/artifacts/paths.json.
 */
final class Path_Policy {

	/** C0, DEL, C1, line separators, bidirectional controls, byte order mark, noncharacters. */
	private const CONTROL = '/[\x{1}-\x{1f}\x{7f}-\x{9f}\x{200e}\x{200f}\x{2028}-\x{202e}\x{2066}-\x{2069}\x{feff}\x{fffe}\x{ffff}]/u';

	private array $policy;

	private array $limits;

	public function __construct() {
		$this->policy = Contracts::get( 'artifacts/path-policy' );
		$this->limits = Contracts::get( 'artifacts/limits' );
	}

	/**
	 * @param string $path A path as it stands in a manifest, an input or an archive.
	 * @return string|null A code of the list of path problems; null for a path that may be stored.
	 */
	public function problem( string $path ): ?string {
		if ( '' === $path ) {
			return 'path-empty';
		}
		if ( 1 !== preg_match( '//u', $path ) ) {
			return 'path-not-utf8';
		}
		if ( str_contains( $path, "\0" ) ) {
			return 'path-nul';
		}
		if ( 1 === preg_match( self::CONTROL, $path ) ) {
			return 'path-control-character';
		}
		if ( str_contains( $path, '\\' ) ) {
			return 'path-backslash';
		}
		if ( str_starts_with( $path, '/' ) ) {
			return 'path-absolute';
		}
		if ( 1 === preg_match( '/^[A-Za-z]:/', $path ) ) {
			return 'path-drive-letter';
		}
		return $this->segments_problem( $path, explode( '/', $path ) ) ?? ( $this->is_nfc( $path ) ? null : 'path-not-nfc' );
	}

	/**
	 * The extension that made a path executable.
	 *
	 * @param string $path A refused path.
	 */
	public function extension( string $path ): string {
		$parts = explode( '.', strtolower( basename( $path ) ) );
		foreach ( array_slice( $parts, 1 ) as $part ) {
			if ( in_array( $part, $this->policy['executableParts'], true ) ) {
				return $part;
			}
		}
		return (string) end( $parts );
	}

	/**
	 * The key under which two spellings are the same name.
	 *
	 * @param string $path UTF-8.
	 */
	public function fold( string $path ): string {
		$lower = strtolower( $path );
		return 1 === preg_match( '/[\x80-\xff]/', $lower ) ? strtr( $lower, $this->policy['caseFold'] ) : $lower;
	}

	/**
	 * @param string   $path     The whole path.
	 * @param string[] $segments Its parts.
	 */
	private function segments_problem( string $path, array $segments ): ?string {
		if ( in_array( '..', $segments, true ) ) {
			return 'path-traversal';
		}
		if ( in_array( '', $segments, true ) || in_array( '.', $segments, true ) ) {
			return 'path-dot-segment';
		}
		if ( strlen( $path ) > $this->limits['pathBytes'] || max( array_map( 'strlen', $segments ) ) > $this->limits['segmentBytes'] ) {
			return 'path-too-long';
		}
		if ( count( $segments ) > $this->limits['pathDepth'] ) {
			return 'path-too-deep';
		}
		foreach ( $segments as $segment ) {
			$problem = $this->segment_problem( $segment );
			if ( null !== $problem ) {
				return $problem;
			}
		}
		return null;
	}

	private function segment_problem( string $segment ): ?string {
		if ( strcspn( $segment, $this->policy['reservedCharacters'] ) !== strlen( $segment ) ) {
			return 'path-reserved-character';
		}
		$name  = strtolower( $segment );
		$parts = explode( '.', $name );
		if ( str_starts_with( $segment, ' ' ) || 1 === preg_match( '/[. ]$/D', $segment ) || in_array( $parts[0], $this->policy['reservedNames'], true ) ) {
			return 'path-reserved-name';
		}
		if ( str_starts_with( $name, '.ht' ) || in_array( $name, $this->policy['serverConfiguration'], true ) ) {
			return 'path-server-configuration';
		}
		$extensions = array_slice( $parts, 1 );
		if ( array_intersect( $extensions, $this->policy['executableParts'] ) || in_array( end( $extensions ), $this->policy['executableExtensions'], true ) ) {
			return 'path-executable';
		}
		return null;
	}

	/**
	 * Without the intl extension nothing is accepted whose normalization is not certain.
	 *
	 * @param string $path UTF-8.
	 */
	private function is_nfc( string $path ): bool {
		if ( 1 !== preg_match( '/[\x80-\xff]/', $path ) ) {
			return true;
		}
		if ( class_exists( \Normalizer::class ) ) {
			return \Normalizer::isNormalized( $path, \Normalizer::FORM_C );
		}
		return self::is_certainly_nfc( $path );
	}

	/**
	 * Refuses every combining mark and conjoining jamo and every character that composes or decomposes; what is left is NFC.
	 *
	 * @param string $path UTF-8.
	 */
	public static function is_certainly_nfc( string $path ): bool {
		$ranges = '';
		foreach ( Contracts::get( 'artifacts/path-policy' )['nonNfcRanges'] as list( $first, $last ) ) {
			$ranges .= sprintf( '\x{%x}-\x{%x}', $first, $last );
		}
		return 1 !== preg_match( '/[\p{M}\x{1160}-\x{11ff}\x{d7b0}-\x{d7fb}' . $ranges . ']/u', $path );
	}
}
