<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Findings;

/**
 * The identity of a defect: the same defect has the same fingerprint in every run, on every machine. Pure.
 */
final class Fingerprint {

	/**
	 * @param Finding              $finding  What was found.
	 * @param string               $target   Route pattern, ability name or URL path.
	 * @param string|null          $root     Directory that the owner's file is made relative to, such as the plugin's.
	 * @param string|null          $role     Role of the caller; counts for access findings only.
	 * @param bool                 $nonce    Whether the caller's own nonce was sent; counts for access findings only.
	 * @return string 16 hexadecimal digits.
	 */
	public static function of( Finding $finding, string $target, ?string $root = null, ?string $role = null, bool $nonce = false ): string {
		$parts = array( $finding->oracle, $target, self::shape( $finding->shape ), self::owner( $finding->location, $root ) );
		if ( str_starts_with( $finding->oracle, 'access.' ) ) {
			$parts[] = $role ?? '';
			$parts[] = $nonce ? 'nonce' : '';
		}
		return substr( hash( 'sha256', implode( "\x1f", $parts ) ), 0, 16 );
	}

	/**
	 * What varies from run to run counts for nothing: numbers, hexadecimal digits, directories.
	 *
	 * @param string $shape As the oracle gave it.
	 */
	private static function shape( string $shape ): string {
		$shape = str_replace( '\\', '/', $shape );
		$shape = (string) preg_replace( '~(?:[A-Za-z]:)?/(?:[^\s/:"\']+/)+~', '', $shape );
		$shape = (string) preg_replace( '/\b[0-9a-f]{8,}\b/i', '#', $shape );
		return (string) preg_replace( '/\d+/', '#', $shape );
	}

	private static function owner( ?array $location, ?string $root ): string {
		if ( null === $location ) {
			return '';
		}
		$file = str_replace( '\\', '/', $location['file'] );
		$root = null === $root ? '' : rtrim( str_replace( '\\', '/', $root ), '/' ) . '/';
		// The function and not the line: a release that only moves code keeps the fingerprints of its defects.
		return ( '' !== $root && str_starts_with( $file, $root ) ? substr( $file, strlen( $root ) ) : basename( $file ) ) . ':' . ( $location['function'] ?? '' );
	}
}
