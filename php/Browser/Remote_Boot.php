<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

use WP_Codebox\Errors\Errors;
use WP_Error;

/**
 * What the page needs to start a self-hosted preview: the fields that this side adds to
 * `wp-codebox/browser-preview-boot-config/v1`.
 */
final class Remote_Boot {

	/**
	 * @param Remote       $remote    The built remote.
	 * @param Isolation    $isolation Isolation of previews.
	 * @param Remote_Files $files     Files that previews download.
	 * @param Snapshot     $snapshot  The installed site.
	 */
	public function __construct(
		private readonly Remote $remote,
		private readonly Isolation $isolation,
		private readonly Remote_Files $files,
		private readonly Snapshot $snapshot,
	) {}

	/**
	 * @param string $scope Which preview; a session id.
	 * @return array{client_module_url: string, remote_url: string, isolation: array{mode: string, origin: string, partitioned: bool}, self_hosted: array}|WP_Error
	 */
	public function config( string $scope ): array|WP_Error {
		if ( 1 !== preg_match( '/^[A-Za-z0-9_-]{1,128}$/', $scope ) ) {
			return Errors::make( 'wp_codebox_preview_scope_invalid', (string) wp_json_encode( $scope ) );
		}
		$manifest  = $this->remote->manifest();
		$isolation = $this->isolation->resolve();
		foreach ( array( $manifest, $isolation ) as $part ) {
			if ( is_wp_error( $part ) ) {
				return $part;
			}
		}
		$origin  = null === $isolation['origin'] ? '' : $isolation['origin']->for_scope( $scope );
		$archive = $this->files->archive();
		$runtime = $this->files->runtime( $origin );
		foreach ( array( $archive, $runtime ) as $part ) {
			if ( is_wp_error( $part ) ) {
				return $part;
			}
		}
		return array(
			'client_module_url' => $this->remote->url( $manifest['client'] ),
			'remote_url'        => add_query_arg( '' === $origin ? 'probe' : 'config', rawurlencode( Remote_Routes::public_url( Remote_Routes::CONFIG, $origin ) ), $this->remote->url( $manifest['page'], $origin ) ),
			'isolation'         => array(
				'mode'        => $isolation['mode'],
				'origin'      => '' === $origin ? self::origin_of( site_url() ) : $origin,
				'partitioned' => null !== $isolation['origin'] && $isolation['origin']->is_partitioned(),
			),
			'self_hosted'       => array(
				'mode'      => $isolation['mode'],
				'install'   => $this->snapshot->install(),
				'runtime'   => $runtime,
				'archive'   => $archive,
				'core_url'  => '' === $origin ? site_url( '/' ) : $origin . wp_parse_url( site_url( '/' ), PHP_URL_PATH ),
				// Previews of one origin can reach each other, so only one may run.
				'exclusive' => null !== $isolation['origin'] && ! $isolation['origin']->is_partitioned(),
			),
		);
	}

	/**
	 * @param string $url A URL.
	 * @return string Its origin.
	 */
	public static function origin_of( string $url ): string {
		$parts = wp_parse_url( $url );
		return ( $parts['scheme'] ?? '' ) . '://' . ( $parts['host'] ?? '' ) . ( isset( $parts['port'] ) ? ':' . $parts['port'] : '' );
	}
}
