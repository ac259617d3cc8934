<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

/**
 * Writes a tar.gz to a stream, file by file. The same files give the same bytes: no times,
 * no owners.
 */
final class Core_Archive_Tar {

	private readonly \DeflateContext $deflate;

	/**
	 * @param resource $stream Where to.
	 */
	public function __construct( private $stream ) {
		$this->deflate = deflate_init( ZLIB_ENCODING_GZIP, array( 'level' => 6 ) );
	}

	/**
	 * @param string $path    Path in the archive.
	 * @param string $content The bytes of the file.
	 * @throws \UnexpectedValueException For a path that the format cannot hold.
	 */
	public function add( string $path, string $content ): void {
		$length = strlen( $content );
		$this->put( $this->header( $path, $length ) . $content . str_repeat( "\0", ( 512 - $length % 512 ) % 512 ) );
	}

	/** Ends the archive. */
	public function finish(): void {
		$this->put( str_repeat( "\0", 1024 ), ZLIB_FINISH );
	}

	private function put( string $bytes, int $flush = ZLIB_NO_FLUSH ): void {
		$packed = (string) deflate_add( $this->deflate, $bytes, $flush );
		if ( '' !== $packed && strlen( $packed ) !== fwrite( $this->stream, $packed ) ) { // phpcs:ignore WordPress.WP.AlternativeFunctions
			throw new \UnexpectedValueException( 'the disk is full' );
		}
	}

	private function header( string $path, int $size ): string {
		[ $prefix, $name ] = $this->split( $path );
		$fields            = pack( 'a100a8a8a8a12a12', $name, '0000644', '0000000', '0000000', sprintf( '%011o', $size ), sprintf( '%011o', 1577836800 ) );
		$rest              = pack( 'a1a100a6a2a32a32a8a8a155a12', '0', '', 'ustar', '00', '', '', '0000000', '0000000', $prefix, '' );
		$sum               = array_sum( array_map( ord( ... ), str_split( $fields . '        ' . $rest ) ) );
		return $fields . sprintf( "%06o\0 ", $sum ) . $rest;
	}

	/**
	 * ustar holds 100 bytes of name and 155 of the folders before it.
	 *
	 * @param string $path A path.
	 * @return array{string, string}
	 * @throws \UnexpectedValueException When it does not fit.
	 */
	private function split( string $path ): array {
		if ( strlen( $path ) <= 100 ) {
			return array( '', $path );
		}
		$cut = strrpos( substr( $path, 0, 156 ), '/' );
		if ( false === $cut || strlen( $path ) - $cut - 1 > 100 ) {
			throw new \UnexpectedValueException( "the path $path is too long" );
		}
		return array( substr( $path, 0, $cut ), substr( $path, $cut + 1 ) );
	}
}
