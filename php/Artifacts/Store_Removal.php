<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

/**
 * Takes away what the store keeps on one site, when an administrator deletes the plugin. Bundles in a
 * place that the site's owner named stay; a directory that the plugin chose for itself goes.
 */
final class Store_Removal {

	/**
	 * @param Durable_Files $disk Removes.
	 */
	public function __construct( private readonly Durable_Files $disk ) {}

	public function site(): void {
		$store = get_option( Store_Root::OPTION, '' );
		if ( is_string( $store ) && ! defined( Store_Root::CONSTANT ) && 1 === preg_match( '#/wp-codebox-(artifacts-)?[0-9a-f]{12,32}(/site-\d+)?$#D', $store ) ) {
			$this->disk->remove( $store );
		}
		delete_option( Store_Root::OPTION );
		wp_unschedule_hook( Artifact_Cron::HOOK );
	}
}
