<?php
/**
 * Constants that WordPress defines while it boots; the stubs have only classes and functions.
 */

declare( strict_types=1 );

define( 'ABSPATH', '/site/' );
define( 'WPINC', 'wp-includes' );
define( 'WP_CONTENT_DIR', ABSPATH . 'wp-content' );
define( 'WP_PLUGIN_DIR', WP_CONTENT_DIR . '/plugins' );
define( 'WPMU_PLUGIN_DIR', WP_CONTENT_DIR . '/mu-plugins' );
define( 'WP_CODEBOX_VERSION', '0' );
define( 'WP_CODEBOX_FILE', '' );
define( 'WP_CODEBOX_PHP_DIR', '' );
define( 'MINUTE_IN_SECONDS', 60 );
define( 'HOUR_IN_SECONDS', 3600 );
define( 'DAY_IN_SECONDS', 86400 );
define( 'COOKIEPATH', '' );
define( 'COOKIE_DOMAIN', '' );
