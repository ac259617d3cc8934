<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Readiness;

/**
 * Lets code run that expects a page load: no HTTP, no mail, no redirect and no wp_die() leaves it, and nothing is printed.
 */
final class Calm {

	/**
	 * @param callable():void $body What to run.
	 * @return string|null What stopped it; null when it came to its end.
	 */
	public function run( callable $body ): ?string {
		$filters = array(
			'pre_http_request'    => static fn(): \WP_Error => new \WP_Error( 'http_request_not_executed', 'No outbound requests while WP Codebox makes the site ready.' ),
			'pre_wp_mail'         => '__return_true',
			'wp_redirect'         => static fn( string $location ) => throw new Interrupted( 'redirects to ' . $location ),
			'wp_die_handler'      => static fn(): \Closure => static fn() => throw new Interrupted( 'wp_die()' ),
			'wp_die_ajax_handler' => static fn(): \Closure => static fn() => throw new Interrupted( 'wp_die()' ),
			'wp_die_json_handler' => static fn(): \Closure => static fn() => throw new Interrupted( 'wp_die()' ),
		);
		foreach ( $filters as $hook => $filter ) {
			add_filter( $hook, $filter, PHP_INT_MAX, 1 );
		}
		$level = ob_get_level();
		ob_start();
		try {
			$body();
			return null;
		} catch ( \Throwable $thrown ) {
			return ( $thrown instanceof Interrupted ? '' : $thrown::class . ': ' ) . $thrown->getMessage();
		} finally {
			while ( ob_get_level() > $level ) {
				ob_end_clean();
			}
			foreach ( $filters as $hook => $filter ) {
				remove_filter( $hook, $filter, PHP_INT_MAX );
			}
		}
	}
}
