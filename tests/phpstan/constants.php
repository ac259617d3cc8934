<?php
/**
 * Constants that WordPress and the plugin file define at run time, for static analysis only.
 */

define( 'ABSPATH', '/' );
define( 'WP_CONTENT_DIR', '/wp-content' );
define( 'WP_PLUGIN_DIR', '/wp-content/plugins' );
define( 'WPMU_PLUGIN_DIR', '/wp-content/mu-plugins' );
define( 'WP_CODEBOX_VERSION', '0' );
define( 'WP_CODEBOX_FILE', '' );
define( 'WP_CODEBOX_PHP_DIR', '' );
define( 'MINUTE_IN_SECONDS', 60 );
define( 'HOUR_IN_SECONDS', 3600 );
define( 'DAY_IN_SECONDS', 86400 );
define( 'COOKIEPATH', '' );
define( 'COOKIE_DOMAIN', '' );
