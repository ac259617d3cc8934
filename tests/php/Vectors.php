<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests;

/**
 * Reads the vectors that Jest and PHPUnit share (`tests/vectors/<area>/*.json`, each file an array of
 * `name`, `input`, `expected`).
 */
final class Vectors {

	/**
	 * For a data provider: one data set per vector, under its name.
	 *
	 * @param string $area Folder, or a folder and file name without `.json`.
	 * @return array<string, array{0: mixed, 1: mixed}> Input and expected output.
	 * @throws \RuntimeException When there are none.
	 */
	public static function of( string $area ): array {
		$base  = dirname( __DIR__ ) . '/vectors/' . $area;
		$files = str_contains( $area, '/' ) ? array( $base . '.json' ) : (array) glob( $base . '/*.json' );
		$sets  = array();
		foreach ( $files as $file ) {
			$vectors = json_decode( (string) file_get_contents( $file ), true, 512, JSON_THROW_ON_ERROR ); // phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- A local file.
			foreach ( $vectors as $vector ) {
				$sets[ basename( $file, '.json' ) . ': ' . $vector['name'] ] = array( $vector['input'], $vector['expected'] );
			}
		}
		if ( array() === $sets ) {
			throw new \RuntimeException( "tests/vectors/$area holds no vectors." );
		}
		return $sets;
	}
}
