<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

use WP_Codebox\Errors\Errors;
use WP_Error;

/**
 * How far previews are kept apart from the site that shows them (design §5).
 *
 * - `origin`: they run on a separate host of the same site and have full function;
 * - `isolated`: they run on the site's own origin, their documents in a CSP sandbox (view and forms only);
 * - `trusted`: they run on the site's own origin without isolation; loopback or an explicit constant only.
 *
 * Configured, in this order, by the constants `WP_CODEBOX_PREVIEW_ISOLATION` and
 * `WP_CODEBOX_PREVIEW_ORIGIN`, the options `wp_codebox_preview_isolation` and
 * `wp_codebox_preview_origin`, and the filter `wp_codebox_preview_isolation` over both.
 */
final class Isolation {

	public const ORIGIN   = 'origin';
	public const ISOLATED = 'isolated';
	public const TRUSTED  = 'trusted';

	private const MODES = array( self::ORIGIN, self::ISOLATED, self::TRUSTED );

	/**
	 * The isolation of a new preview. A configuration that is wrong is an error, never a weaker mode.
	 *
	 * @return array{mode: string, origin: ?Isolation_Origin}|WP_Error
	 */
	public function resolve(): array|WP_Error {
		$configured = $this->configured();
		$mode       = $configured['mode'] ?? ( null === $configured['origin'] ? self::ISOLATED : self::ORIGIN );
		if ( ! in_array( $mode, self::MODES, true ) ) {
			/* translators: %s: what is configured. */
			return Errors::make( 'wp_codebox_preview_isolation_invalid', sprintf( 'the mode has to be origin, isolated or trusted, not %s', wp_json_encode( $mode ) ) );
		}
		if ( self::TRUSTED === $mode && ! $this->may_trust() ) {
			return Errors::make( 'wp_codebox_preview_trusted_refused', "previews would act as the logged-in user of this site; it needs a loopback site or the constant WP_CODEBOX_PREVIEW_ISOLATION set to 'trusted'" );
		}
		if ( self::ORIGIN !== $mode ) {
			return array(
				'mode'   => $mode,
				'origin' => null,
			);
		}
		$origin = Isolation_Origin::parse( (string) $configured['origin'], site_url() );
		return is_wp_error( $origin ) ? $origin : array(
			'mode'   => $mode,
			'origin' => $origin,
		);
	}

	/**
	 * @return array{mode: ?string, origin: ?string}
	 */
	private function configured(): array {
		$configured = array(
			'mode'   => defined( 'WP_CODEBOX_PREVIEW_ISOLATION' ) ? constant( 'WP_CODEBOX_PREVIEW_ISOLATION' ) : get_option( 'wp_codebox_preview_isolation', null ),
			'origin' => defined( 'WP_CODEBOX_PREVIEW_ORIGIN' ) ? constant( 'WP_CODEBOX_PREVIEW_ORIGIN' ) : get_option( 'wp_codebox_preview_origin', null ),
		);
		/**
		 * Filters the isolation of previews.
		 *
		 * @param array{mode: ?string, origin: ?string} $configured `origin` may hold `*` for one label per preview.
		 */
		$filtered = (array) apply_filters( 'wp_codebox_preview_isolation', $configured );
		return array(
			'mode'   => in_array( $filtered['mode'] ?? null, array( null, '', false ), true ) ? null : $filtered['mode'],
			'origin' => in_array( $filtered['origin'] ?? null, array( null, '', false ), true ) ? null : (string) $filtered['origin'],
		);
	}

	private function may_trust(): bool {
		$explicit = defined( 'WP_CODEBOX_PREVIEW_ISOLATION' ) && self::TRUSTED === constant( 'WP_CODEBOX_PREVIEW_ISOLATION' );
		return $explicit || Isolation_Origin::is_loopback( (string) wp_parse_url( site_url(), PHP_URL_HOST ) );
	}
}
