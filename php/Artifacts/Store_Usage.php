<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

/**
 * How many bytes the bundles hold. Sizes never change under one id, so they are remembered in a file;
 * what it does not know is counted, so losing it, or a race for it, costs time and nothing else.
 */
final class Store_Usage {

	/**
	 * @param string       $root    Root of the store.
	 * @param Staging_Area $staging Replaces the file.
	 */
	public function __construct(
		private readonly string $root,
		private readonly Staging_Area $staging
	) {}

	/**
	 * @param string[]             $ids  Bundles that are there.
	 * @param \Closure(string):int $size Counts one.
	 */
	public function bytes( array $ids, \Closure $size ): int {
		$file   = $this->root . '/.usage.json';
		$known  = is_file( $file ) ? json_decode( (string) file_get_contents( $file ), true ) : array(); // phpcs:ignore WordPress.WP.AlternativeFunctions
		$known  = array_filter( is_array( $known ) ? $known : array(), 'is_int' );
		$sizes  = array_intersect_key( $known, array_flip( $ids ) );
		$before = count( $sizes );
		foreach ( $ids as $id ) {
			$sizes[ $id ] ??= $size( $id );
		}
		// A few new ones are counted again next time; writing the file for each would cost more.
		if ( count( $sizes ) - $before > 16 || count( $known ) - $before > 16 ) {
			$this->staging->replace( $file, (string) wp_json_encode( $sizes ) );
		}
		return array_sum( $sizes );
	}
}
