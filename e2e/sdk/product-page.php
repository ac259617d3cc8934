<?php
/**
 * The page of a product that uses the SDK: `/?codebox-sdk=strict` under a strict Content-Security-Policy,
 * `/?codebox-sdk=open` with @wordpress/core-abilities, `/?codebox-sdk=module` with the script module alone.
 * Installed as a must-use plugin by the tests.
 */

declare( strict_types=1 );

add_filter(
	'wp_codebox_browser_provider_base_urls',
	static fn( array $connectors ): array => $connectors + array(
		'site-rest' => array(
			'base_urls' => array( rest_url( 'wp/v2/types' ) ),
			'headers'   => array( 'x-connector-key' => 'connector-secret' ),
		),
	)
);
// The test site is on this machine, which WordPress refuses to ask unless it is told otherwise.
add_filter( 'http_request_host_is_external', '__return_true' );
add_filter( 'http_allowed_safe_ports', static fn( array $ports ): array => array_merge( $ports, array( (int) wp_parse_url( site_url(), PHP_URL_PORT ) ) ) );

add_action(
	'template_redirect',
	static function (): void {
		$kind = $_GET['codebox-sdk'] ?? ''; // phpcs:ignore WordPress.Security -- compared with three words.
		if ( ! in_array( $kind, array( 'strict', 'open', 'module' ), true ) ) {
			return;
		}
		show_admin_bar( false );
		if ( 'strict' === $kind ) {
			$nonce = bin2hex( random_bytes( 12 ) );
			header( "Content-Security-Policy: default-src 'none'; script-src 'self' 'nonce-$nonce'; connect-src 'self'; frame-src 'self' http://*.preview.site.localhost:*; img-src 'self'; base-uri 'none'" );
			$with_nonce = static fn( array $attributes ): array => $attributes + array( 'nonce' => $nonce );
			add_filter( 'wp_inline_script_attributes', $with_nonce );
			add_filter( 'wp_script_attributes', $with_nonce );
		}
		if ( 'module' === $kind ) {
			wp_enqueue_script_module( '@wp-codebox/browser' );
		} else {
			wp_enqueue_script( 'wp-codebox-browser' );
		}
		if ( 'open' === $kind ) {
			// The module takes these from the page, as the screens of wp-admin have them.
			wp_enqueue_script( 'wp-data' );
			wp_enqueue_script( 'wp-i18n' );
			wp_enqueue_script_module( '@wordpress/core-abilities' );
		}
		?>
<!doctype html>
<html><head><title>Product</title><link rel="https://api.w.org/" href="<?php echo esc_url( rest_url() ); ?>"></head>
<body>
<iframe id="preview" width="1200" height="800"></iframe>
		<?php
		wp_script_modules()->print_import_map();
		wp_script_modules()->print_enqueued_script_modules();
		wp_script_modules()->print_script_module_data();
		wp_print_footer_scripts();
		echo '</body></html>';
		exit;
	}
);
