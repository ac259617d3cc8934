<?php
/**
 * Runs when an administrator deletes the plugin.
 */

declare( strict_types=1 );

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;
