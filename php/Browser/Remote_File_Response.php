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
	 * @param string                $path    The file; its name changes with its content.
	 * @param WP_REST_Request       $request What was asked.
	 * @param string                $shared  `private` for one user's browser, `public` for every cache.
	 * @param array<string, string> $headers Type and encoding.
	 */
	public function __construct( private readonly string $path, WP_REST_Request $request, private readonly string $shared, array $headers ) {
		$tag       = '"' . hash( 'sha256', basename( $path ) ) . '"';
		$unchanged = $request->get_header( 'if_none_match' ) === $tag;
		parent::__construct(
			null,
			$unchanged ? 304 : 200,
			$headers + array(
				'ETag'                   => $tag,
				'X-Content-Type-Options' => 'nosniff',
			) + ( $unchanged ? array() : array( 'Content-Length' => (string) filesize( $path ) ) )
		);
	}

	/** Sends the file. */
	public function send(): void {
		// Only here: core sets its own for logged-in users after the headers of a response.
		header( "Cache-Control: {$this->shared}, max-age=31536000, immutable" );
		header_remove( 'Expires' );
		if ( 200 === $this->get_status() ) {
			// The file is packed already, and a buffer would hold all of it.
			ini_set( 'zlib.output_compression', '0' ); // phpcs:ignore WordPress.PHP.IniSet -- for this response.
			while ( ob_get_level() > 0 ) {
				ob_end_clean();
			}
			readfile( $this->path ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- streams.
		}
	}
}
