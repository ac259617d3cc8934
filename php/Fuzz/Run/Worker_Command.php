<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

/**
 * What starts a process of ours that loads this site as a REST request has it.
 */
final class Worker_Command {

	/** Runs cases, judged by the parent. */
	public const CASES = 'cases';
	/** Runs and judges the cases of one role of a campaign. */
	public const LANE = 'lane';
	/** Brings the code under test into the state of a site in use; a callback may end it. */
	public const READINESS = 'readiness';
	/** Runs a campaign. */
	public const CAMPAIGN = 'campaign';

	/**
	 * @param string $serves One of the constants.
	 * @param array  $more   Settings of that kind: seconds and bytes of a case, mutations.
	 * @return list<string> Program and arguments.
	 */
	public static function of( string $serves, array $more ): array {
		$home     = (array) wp_parse_url( home_url( '/' ) );
		$settings = array(
			'serves'    => $serves,
			'wordpress' => untrailingslashit( ABSPATH ),
			'host'      => ( $home['host'] ?? 'localhost' ) . ( isset( $home['port'] ) ? ':' . $home['port'] : '' ),
			'uri'       => $home['path'] ?? '/',
			'https'     => is_ssl(),
		) + $more;
		return array( PHP_BINARY, '-d', 'memory_limit=1G', '-d', 'display_errors=stderr', '-d', 'log_errors=0', ...self::compiled(), WP_CODEBOX_PHP_DIR . '/Fuzz/Run/worker.php', (string) wp_json_encode( $settings ) );
	}

	/** @return list<string> Lets PHP keep compiled files between workers: loading WordPress takes half the time. In WebAssembly each has a temporary folder of its own. */
	private static function compiled(): array {
		return Platform::is_wasm() ? array() : array( '-d', 'opcache.enable_cli=1', '-d', 'opcache.file_cache=' . self::cache() );
	}

	/** Folder of this site and PHP; empty when it cannot be made. */
	private static function cache(): string {
		$folder = get_temp_dir() . 'wp-codebox-opcache-' . substr( hash( 'sha256', ABSPATH . PHP_VERSION . get_current_user() ), 0, 12 );
		return wp_mkdir_p( $folder ) && chmod( $folder, 0700 ) ? $folder : ''; // phpcs:ignore WordPress.WP.AlternativeFunctions -- Ours alone.
	}
}
