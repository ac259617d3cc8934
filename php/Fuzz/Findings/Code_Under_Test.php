<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Findings;

/**
 * Which files a run judges, and what their paths are relative to.
 */
final class Code_Under_Test {

	/**
	 * @param list<string> $roots   Directories (or files) of the code under test; empty: the whole site.
	 * @param list<string> $exclude Directories (or files) that never own a finding.
	 */
	public function __construct(
		private readonly array $roots,
		private readonly array $exclude
	) {}

	/** The whole site but this plugin and the database drop-in, whose warnings are evidence of a query's defect. */
	public static function site(): self {
		return new self(
			array(),
			array( WP_CODEBOX_PHP_DIR, WP_CONTENT_DIR . '/db.php', WP_PLUGIN_DIR . '/sqlite-database-integration', WPMU_PLUGIN_DIR . '/sqlite-database-integration' )
		);
	}

	/**
	 * @param string $file Absolute path.
	 */
	public function contains( string $file ): bool {
		return null === self::first_above( $file, $this->exclude ) && ( ! $this->roots || null !== self::first_above( $file, $this->roots ) );
	}

	/**
	 * @param string $file Absolute path.
	 * @return string The directory that its path in a fingerprint is relative to: the plugin's or theme's own, else WordPress.
	 */
	public function root_of( string $file ): string {
		foreach ( array( WP_PLUGIN_DIR, WPMU_PLUGIN_DIR, get_theme_root() ) as $directory ) {
			if ( str_starts_with( $file, $directory . '/' ) ) {
				return $directory . '/' . strtok( substr( $file, strlen( $directory ) + 1 ), '/' );
			}
		}
		return self::first_above( $file, $this->roots ) ?? untrailingslashit( ABSPATH );
	}

	private static function first_above( string $file, array $directories ): ?string {
		foreach ( $directories as $directory ) {
			if ( $file === $directory || str_starts_with( $file, $directory . '/' ) ) {
				return $directory;
			}
		}
		return null;
	}
}
