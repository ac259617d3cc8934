<?php
/**
 * Plugin Name:       WP Codebox
 * Description:       Run code and tests against WordPress without risking the site, and get back evidence that a machine can trust.
 * Version:           0.1.0
 * Requires at least: 6.9
 * Requires PHP:      8.2
 * Author:            The WP Codebox contributors
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       wp-codebox
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

define( 'WP_CODEBOX_VERSION', '0.1.0' );
define( 'WP_CODEBOX_FILE', __FILE__ );
// The installed plugin carries php/ inside; a checkout has it beside plugin/.
define( 'WP_CODEBOX_PHP_DIR', is_dir( __DIR__ . '/php' ) ? __DIR__ . '/php' : dirname( __DIR__ ) . '/php' );

spl_autoload_register(
	static function ( string $name ): void {
		if ( str_starts_with( $name, 'WP_Codebox\\' ) ) {
			$file = WP_CODEBOX_PHP_DIR . '/' . str_replace( '\\', '/', substr( $name, strlen( 'WP_Codebox\\' ) ) ) . '.php';
			if ( is_file( $file ) ) {
				require $file;
			}
		}
	}
);
require WP_CODEBOX_PHP_DIR . '/Surfaces/WP_Codebox_API.php';

WP_Codebox\Plugin::boot();
