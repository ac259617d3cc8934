<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

/**
 * The paths of one bundle as they are added: refuses what would overwrite another file on a file
 * system that ignores case, or be a file and a directory at once.
 */
final class Path_Set {

	/** @var array<string, string> Folded path → path. */
	private array $files = array();

	/** @var array<string, string> Folded directory → directory. */
	private array $directories = array();

	/**
	 * @param Path_Policy $policy Judges single paths.
	 */
	public function __construct( private readonly Path_Policy $policy ) {}

	/**
	 * @param string $path A path that is to be added.
	 * @return string|null A code of the list of path problems; null when the path was added.
	 */
	public function add( string $path ): ?string {
		return $this->policy->problem( $path ) ?? $this->collision( $path );
	}

	private function collision( string $path ): ?string {
		$key = $this->policy->fold( $path );
		if ( isset( $this->files[ $key ] ) ) {
			return $this->files[ $key ] === $path ? 'path-duplicate' : 'path-case-collision';
		}
		if ( isset( $this->directories[ $key ] ) ) {
			return 'path-file-and-directory';
		}
		for ( $end = strpos( $path, '/' ); false !== $end; $end = strpos( $path, '/', $end + 1 ) ) {
			$parent     = substr( $path, 0, $end );
			$parent_key = $this->policy->fold( $parent );
			if ( isset( $this->files[ $parent_key ] ) ) {
				return 'path-file-and-directory';
			}
			if ( $parent !== ( $this->directories[ $parent_key ] ?? $parent ) ) {
				return 'path-case-collision';
			}
			$this->directories[ $parent_key ] = $parent;
		}
		$this->files[ $key ] = $path;
		return null;
	}
}
