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

	/** @var array<string, bool> Answers of is_under_test(), which is asked for every frame. */
	private array $known = array();

	/** @var array<string, string> Answers of root_of(), which is asked for every finding. */
	private array $roots = array();

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

	/** All of the site. */
	public static function everything(): self {
		return new self( array(), array(), array(), array() );
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
		return $this->known[ $file ] ??= $this->judge( $file );
	}

	/**
	 * The same choice with the folders of the plugins and themes that these files belong to, so that what a
	 * namespace or ability prefix chose can be told by its file too.
	 *
	 * @param list<string> $files Where the chosen callbacks are defined.
	 */
	public function narrowed_to( array $files ): self {
		if ( $this->paths || $this->is_everything() ) {
			return $this;
		}
		$roots = array();
		foreach ( $files as $file ) {
			$root = $this->root_of( $file );
			if ( self::normal( ABSPATH ) !== $root ) {
				$roots[] = is_dir( $root ) ? $root . '/' : $root;
			}
		}
		return new self( array_values( array_unique( $roots ) ), $this->namespaces, $this->abilities, $this->slugs );
	}

	/**
	 * @param string $file Absolute path.
	 * @return string What its path in a fingerprint is relative to: the folder of its plugin or theme, else WordPress.
	 */
	public function root_of( string $file ): string {
		return $this->roots[ $file ] ??= $this->find_root( $file );
	}

	private function find_root( string $file ): string {
		$real = self::normal( $file );
		foreach ( $this->paths as $path ) {
			if ( str_ends_with( $path, '/' ) && str_starts_with( $real, $path ) ) {
				return rtrim( $path, '/' );
			}
		}
		foreach ( array( WP_PLUGIN_DIR, WPMU_PLUGIN_DIR, get_theme_root() ) as $directory ) {
			foreach ( (array) glob( $directory . '/*' ) as $entry ) {
				$root = self::normal( (string) $entry );
				if ( $real === $root || str_starts_with( $real, $root . '/' ) ) {
					return $root;
				}
			}
		}
		return rtrim( self::normal( ABSPATH ), '/' );
	}

	private function judge( string $file ): bool {
		$real = self::normal( $file );
		// Ours, and the database drop-in, whose warnings are evidence of a query's defect.
		foreach ( array( WP_CODEBOX_PHP_DIR, WP_CONTENT_DIR . '/db.php', WP_PLUGIN_DIR . '/sqlite-database-integration', WPMU_PLUGIN_DIR . '/sqlite-database-integration' ) as $never ) {
			if ( $real === self::normal( $never ) || str_starts_with( $real, self::normal( $never ) . '/' ) ) {
				return false;
			}
		}
		if ( ! $this->paths ) {
			return '' !== $file;
		}
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
		foreach ( $this->namespaces as $chosen ) {
			// `--namespace=acme` means `acme/v1` and the abilities `acme/…`.
			if ( str_starts_with( $name, $chosen . '/' ) ) {
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
