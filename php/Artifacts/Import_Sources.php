<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

use WP_Codebox\Operations\Invocation;

/**
 * Decides which places on the host an import may read. Anything for the operator at a command line;
 * for every other caller only what lies, links resolved, below a root that the site allows.
 */
final class Import_Sources {

	private const CONSTANT = 'WP_CODEBOX_ARTIFACT_IMPORT_ROOTS';

	/**
	 * @param string     $path       What the caller named.
	 * @param string     $field      Field of the input, for the error.
	 * @param Invocation $invocation Who calls.
	 * @return string The real path.
	 * @throws Artifact_Error wp_codebox_artifact_host_path_refused, wp_codebox_artifact_import_source_missing.
	 */
	public function resolve( string $path, string $field, Invocation $invocation ): string {
		$real = str_contains( $path, "\0" ) ? false : realpath( $path );
		if ( ! $invocation->is_operator() && ( false === $real || ! $this->is_allowed( $real ) ) ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_host_path_refused', $field, array( 'field' => $field ) );
		}
		if ( false === $real ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_import_source_missing', "$field names nothing that can be read", array( 'field' => $field ) );
		}
		return $real;
	}

	private function is_allowed( string $real ): bool {
		if ( 1 === preg_match( '#/(\.[^/]*|wp-config[^/]*)(/|$)#', $real ) || str_starts_with( $real . '/', realpath( ABSPATH . WPINC ) . '/' ) || str_starts_with( $real . '/', realpath( ABSPATH . 'wp-admin' ) . '/' ) ) {
			return false;
		}
		$roots = defined( self::CONSTANT ) ? (array) constant( self::CONSTANT ) : array();
		/**
		 * Filters the directories below which callers without a shell may name bundles to import.
		 *
		 * @param string[] $roots Absolute directories; none by default.
		 */
		foreach ( (array) apply_filters( 'wp_codebox_artifact_import_roots', $roots ) as $root ) {
			$root = is_string( $root ) && '' !== $root ? realpath( $root ) : false;
			if ( false !== $root && '/' !== $root && str_starts_with( $real, rtrim( $root, '/' ) . '/' ) ) {
				return true;
			}
		}
		return false;
	}
}
