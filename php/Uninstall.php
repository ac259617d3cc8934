<?php

declare( strict_types=1 );

namespace WP_Codebox;

use WP_Codebox\Runs\Run_Hooks;

/**
 * Removes what the plugin stored on one site.
 */
final class Uninstall {

	/**
	 * @param Services $services Composition root.
	 */
	public function __construct( private readonly Services $services ) {}

	/** Tables, options and scheduled events of the current site. */
	public function site(): void {
		$this->services->runs()->schedule()->forget();
		$this->services->runs()->tables()->drop();
		delete_option( Run_Hooks::RETENTION_OPTION );
		$this->services->browser()->cache()->clear();
		$this->services->browser()->prepared_sites()->forget();
		delete_option( 'wp_codebox_preview_isolation' );
		delete_option( 'wp_codebox_preview_origin' );
		$this->services->artifacts()->removal()->site();
		$this->services->trust()->forget();
	}
}
