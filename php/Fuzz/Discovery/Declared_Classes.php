<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Discovery;

use WP_Codebox\Fuzz\Inventory\Code_Under_Test;

/**
 * Names of the classes that the code under test declares, loaded or not; those with plain short names first:
 * a name that a caller may choose is mostly one of a thing (`Map`, `Order`), less often of a service.
 */
final class Declared_Classes {

	/** Values of one parameter; more would crowd out everything else. */
	private const LIMIT = 60;

	/** Files that are read at most. */
	private const FILES = 5000;

	/** @var list<string>|null */
	private ?array $names = null;

	/**
	 * @param Code_Under_Test $code What the run is about.
	 */
	public function __construct( private readonly Code_Under_Test $code ) {}

	/**
	 * @return list<string>
	 */
	public function names(): array {
		return $this->names ??= $this->read();
	}

	/**
	 * @return list<string>
	 */
	private function read(): array {
		$ranked = array();
		foreach ( $this->files() as $file ) {
			foreach ( $this->declared_in( $file ) as $name ) {
				$ranked[ $name ] = substr_count( $name, '\\' ) * 100 + strlen( $name );
			}
		}
		ksort( $ranked, SORT_STRING );
		asort( $ranked, SORT_NUMERIC );
		return array_slice( array_map( 'strval', array_keys( $ranked ) ), 0, self::LIMIT );
	}

	/**
	 * @return list<string> Paths, in order.
	 */
	private function files(): array {
		$files = array();
		foreach ( $this->code->paths() as $path ) {
			if ( ! is_dir( $path ) ) {
				$files[] = $path;
				continue;
			}
			$tree = new \RecursiveIteratorIterator( new \RecursiveDirectoryIterator( $path, \FilesystemIterator::SKIP_DOTS ) );
			foreach ( $tree as $file ) {
				if ( 'php' === $file->getExtension() && ! preg_match( '~/(vendor|node_modules|tests?|languages)/~', $file->getPathname() ) ) {
					$files[] = $file->getPathname();
				}
			}
		}
		sort( $files, SORT_STRING );
		return array_slice( $files, 0, self::FILES );
	}

	/**
	 * @return list<string>
	 */
	private function declared_in( string $file ): array {
		$text = (string) file_get_contents( $file ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- a local source file.
		preg_match_all( '/^\s*(?:final\s+|readonly\s+)*class\s+(\w+)/mi', $text, $classes );
		$namespace = preg_match( '/^\s*(?:<\?php\s+)?namespace\s+([\w\\\\]+)/mi', $text, $match ) ? $match[1] . '\\' : '';
		return array_map( static fn( string $name ): string => $namespace . $name, $classes[1] );
	}
}
