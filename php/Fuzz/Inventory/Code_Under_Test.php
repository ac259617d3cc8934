<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Inventory;

/**
 * Which code a run is about: chosen plugins, themes, REST namespaces and ability prefixes; everything when nothing is chosen.
 *
 * A route belongs to the run when its namespace is chosen, or when the file of its callback, or of a field
 * that was added to it, lies in a chosen folder (design §3: attributed by the file of the callback).
 */
final class Code_Under_Test {

	/** @var list<string> Real paths; a folder ends with a slash. */
	private readonly array $paths;

	/**
	 * @param list<string> $paths      Folders and single files of the code.
	 * @param list<string> $namespaces REST namespaces, e.g. `acme/v1`.
	 * @param list<string> $abilities  Prefixes of ability names.
	 * @param list<string> $slugs      Names of the chosen plugins and themes, for tables and options of theirs.
	 */
	private function __construct(
		array $paths,
		public readonly array $namespaces,
		public readonly array $abilities,
		public readonly array $slugs
	) {
		$this->paths = $paths;
	}

	/**
	 * @param string|null $plugin_slug     Folder or file name of a plugin, or of a must-use plugin.
	 * @param string|null $theme_slug      Folder name of a theme.
	 * @param string|null $namespace_name  REST namespace.
	 * @param string|null $ability_prefix  Prefix of ability names.
	 * @return self|null Null when the plugin or theme is not there.
	 */
	public static function select( ?string $plugin_slug = null, ?string $theme_slug = null, ?string $namespace_name = null, ?string $ability_prefix = null ): ?self {
		$paths = array();
		if ( null !== $plugin_slug ) {
			$paths[] = self::plugin_path( $plugin_slug );
		}
		if ( null !== $theme_slug ) {
			$paths[] = self::theme_path( $theme_slug );
		}
		if ( in_array( null, $paths, true ) ) {
			return null;
		}
		return new self(
			array_values( array_filter( $paths ) ),
			null === $namespace_name ? array() : array( trim( $namespace_name, '/' ) ),
			null === $ability_prefix ? array() : array( $ability_prefix ),
			array_values( array_filter( array( $plugin_slug, $theme_slug ) ) )
		);
	}

	/** True when nothing was chosen, so that all of the site is meant. */
	public function is_everything(): bool {
		return ! $this->paths && ! $this->namespaces && ! $this->abilities;
	}

	/** True when a plugin or theme was chosen, so that code can be told by its file. */
	public function has_paths(): bool {
		return array() !== $this->paths;
	}

	/**
	 * @param string $file Path of a file.
	 * @return bool Whether the file is part of the chosen code; true for every file when none was chosen.
	 */
	public function is_under_test( string $file ): bool {
		if ( ! $this->paths ) {
			return '' !== $file;
		}
		$real = self::normal( $file );
		foreach ( $this->paths as $path ) {
			if ( $real === $path || ( str_ends_with( $path, '/' ) && str_starts_with( $real, $path ) ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * @param string $name REST namespace.
	 */
	public function has_namespace( string $name ): bool {
		foreach ( $this->namespaces as $chosen ) {
			if ( $name === $chosen || str_starts_with( $name, $chosen . '/' ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * @param string $name Ability name.
	 */
	public function has_ability( string $name ): bool {
		foreach ( $this->abilities as $prefix ) {
			if ( str_starts_with( $name, $prefix ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * @return list<string> The folders (ending with a slash) and files.
	 */
	public function paths(): array {
		return $this->paths;
	}

	private static function plugin_path( string $slug ): ?string {
		$slug = trim( $slug, '/' );
		if ( '' === $slug || 0 !== validate_file( $slug ) ) {
			return null;
		}
		foreach ( array( constant( 'WP_PLUGIN_DIR' ), constant( 'WPMU_PLUGIN_DIR' ) ) as $root ) {
			$folder = str_ends_with( $slug, '.php' ) && str_contains( $slug, '/' ) ? dirname( $slug ) : $slug;
			if ( is_dir( $root . '/' . $folder ) ) {
				return self::normal( $root . '/' . $folder ) . '/';
			}
			foreach ( array( $slug, $slug . '.php' ) as $file ) {
				if ( is_file( $root . '/' . $file ) ) {
					return self::normal( $root . '/' . $file );
				}
			}
		}
		return null;
	}

	private static function theme_path( string $slug ): ?string {
		$theme = wp_get_theme( $slug );
		return '' !== $slug && $theme->exists() ? self::normal( $theme->get_stylesheet_directory() ) . '/' : null;
	}

	private static function normal( string $path ): string {
		$real = realpath( $path );
		return wp_normalize_path( false === $real ? $path : $real );
	}
}
