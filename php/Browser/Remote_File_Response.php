<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

use WP_REST_Request;
use WP_REST_Response;

/**
 * A REST answer that is a file: streamed, not encoded as JSON, and kept by the browser.
 */
final class Remote_File_Response extends WP_REST_Response {

	/**
	 * @param string          $path    The file; its name changes with its content.
	 * @param WP_REST_Request $request What was asked.
	 */
	public function __construct( private readonly string $path, WP_REST_Request $request ) {
		$tag       = '"' . hash( 'sha256', basename( $path ) ) . '"';
		$unchanged = $request->get_header( 'if_none_match' ) === $tag;
		parent::__construct(
			null,
			$unchanged ? 304 : 200,
			array(
				'Content-Type'           => 'application/gzip',
				'Content-Disposition'    => 'attachment; filename="' . basename( $path ) . '"',
				'Cache-Control'          => 'private, max-age=31536000, immutable',
				'Expires'                => gmdate( 'D, d M Y H:i:s', time() + 365 * DAY_IN_SECONDS ) . ' GMT',
				'ETag'                   => $tag,
				'X-Content-Type-Options' => 'nosniff',
			) + ( $unchanged ? array() : array( 'Content-Length' => (string) filesize( $path ) ) )
		);
	}

	/** Sends the file; the headers are out already. */
	public function send(): void {
		if ( 200 === $this->get_status() ) {
			// Buffers would hold the whole file, or compress it again.
			while ( ob_get_level() > 0 ) {
				ob_end_clean();
			}
			readfile( $this->path ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- streams.
		}
	}
}
