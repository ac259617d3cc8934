<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

/**
 * Removes the service worker that a crashed browser left registered. It unregisters itself when the last
 * preview ends, but a crash lets nothing run any more; and once the plugin is deleted, no page asks for it
 * again. So the screen on which plugins are deactivated and deleted does it, in the browser of whoever is there.
 */
final class Stale_Workers {

	/** A page with a preview holds locks whose names begin like this, and keeps its worker (`src-browser/remote`). */
	private const SCRIPT = <<<'JS'
( async ( folder ) => {
	const registrations = await navigator.serviceWorker?.getRegistrations() ?? [];
	const { held = [] } = await navigator.locks?.query() ?? {};
	if ( ! held.some( ( { name } ) => name.startsWith( 'wp-codebox-preview' ) ) ) {
		await Promise.all( registrations.filter( ( { scope } ) => scope === folder ).map( ( left ) => left.unregister() ) );
	}
} )( %s );
JS;

	/**
	 * @param Remote $remote The built remote.
	 */
	public function __construct( private readonly Remote $remote ) {}

	/** Hooks into wp-admin. */
	public function register(): void {
		add_action( 'admin_print_footer_scripts-plugins.php', array( $this, 'print_script' ) );
	}

	public function print_script(): void {
		wp_print_inline_script_tag( sprintf( self::SCRIPT, wp_json_encode( $this->remote->url(), JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES ) ) );
	}
}
