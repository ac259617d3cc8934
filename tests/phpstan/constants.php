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
