/** An npm tarball that carries WordPress, WP-CLI and the SQLite integration. */
export interface PinnedRelease {
	readonly package: string;
	readonly version: string;
	/** Subresource integrity of the tarball, as npm publishes it. */
	readonly integrity: string;
	/** Where the parts lie below the tarball's root. */
	readonly parts: Readonly< Record< SourcePart, string > >;
	/** For people: what the tarball holds. */
	readonly contents: string;
}

/** The parts that we unpack, under the names they get in the cache. */
export type SourcePart = 'wordpress' | 'wp-cli.phar' | 'sqlite-database-integration';

/** What development and tests run on (design §7). */
export const PINNED_RELEASE: PinnedRelease = {
	package: 'wp-studio',
	version: '1.22.0',
	integrity: 'sha512-boMtahkhgWDKKyNTBA1uTK5ghnAmxXhDY6KeQCO9FmcI3/o+YOSq8JwYW5ZYnxHCxH14Jf/mD6CJTBvTWl2Ytw==',
	parts: {
		wordpress: 'package/dist/cli/wp-files/latest/wordpress',
		'wp-cli.phar': 'package/dist/cli/wp-files/wp-cli/wp-cli.phar',
		'sqlite-database-integration': 'package/dist/cli/wp-files/sqlite-database-integration',
	},
	contents: 'WordPress 7.1.1, WP-CLI 2.12, SQLite integration 3.0.2; 67 MB',
};
