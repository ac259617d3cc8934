<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

/**
 * Unpacks a zip that a stranger made. Memory does not grow with what is inside, and nothing is
 * written that the central directory did not announce.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions
 */
final class Zip_Reader {

	/** Deflate makes at most 1032 bytes of one, so a block of this gives a few megabytes. */
	private const BLOCK = 4096;

	/**
	 * @param Durable_Files $disk   Writes.
	 * @param Path_Policy   $policy Judges names.
	 */
	public function __construct(
		private readonly Durable_Files $disk,
		private readonly Path_Policy $policy
	) {}

	/**
	 * @param string $archive   A zip.
	 * @param string $directory Empty directory.
	 * @param int    $room      Bytes that the store has left.
	 * @throws Artifact_Error wp_codebox_artifact_zip_invalid, _zip_bomb, _import_link_refused, wp_codebox_browser_artifact_*.
	 */
	public function unpack( string $archive, string $directory, int $room ): void {
		$file = $this->disk->open( $archive );
		$made = array( $directory => true );
		try {
			$zip = new Zip_Directory( $file, (int) fstat( $file )['size'], $this->policy );
			foreach ( $zip->members( $room ) as $member ) {
				$target = $directory . '/' . $member['name'];
				if ( ! isset( $made[ dirname( $target ) ] ) ) {
					$this->disk->make_directory( dirname( $target ) );
					$made[ dirname( $target ) ] = true;
				}
				$this->member( $file, $zip, $member, $target );
			}
		} finally {
			fclose( $file );
		}
		array_map( array( $this->disk, 'sync_directory' ), array_reverse( array_keys( $made ) ) );
	}

	/**
	 * @param resource      $file   The archive.
	 * @param Zip_Directory $zip    Reads headers.
	 * @param array         $member What the central directory says.
	 * @param string        $target Where to.
	 */
	private function member( $file, Zip_Directory $zip, array $member, string $target ): void {
		$fields = unpack( 'Vsign/vneeds/vflags/vmethod/vtime/vdate/Vcrc/Vpacked/Vsize/vname/vextra', $zip->read( $member['offset'], 30 ) );
		if ( 0x04034b50 !== $fields['sign'] || $fields['method'] !== $member['method'] || $zip->read( $member['offset'] + 30, $fields['name'] ) !== $member['name'] ) {
			throw $zip->invalid( 'a member is not what the list of members says' );
		}
		$zip->read( $member['offset'] + 30 + $fields['name'], $fields['extra'] );
		$output  = $this->disk->create( $target );
		$inflate = 8 === $member['method'] ? inflate_init( ZLIB_ENCODING_RAW ) : null;
		$crc     = hash_init( 'crc32b' );
		$size    = 0;
		try {
			for ( $left = $member['packed']; $left > 0; $left -= strlen( $packed ) ) {
				$packed = (string) fread( $file, min( $left, $inflate ? self::BLOCK : 1048576 ) );
				if ( '' === $packed ) {
					throw $zip->invalid( 'it is cut off' );
				}
				$bytes = $inflate ? $this->inflate( $inflate, $packed, $zip ) : $packed;
				$size += strlen( $bytes );
				if ( $size > $member['size'] ) {
					throw $zip->bomb( $member['name'] );
				}
				hash_update( $crc, $bytes );
				$this->disk->put( $output, $bytes );
			}
			$this->disk->flush( $output );
		} finally {
			fclose( $output );
		}
		if ( $size !== $member['size'] || unpack( 'N', hash_final( $crc, true ) )[1] !== $member['crc'] ) {
			throw $zip->invalid( 'a member does not have the size or check sum that the list of members says' );
		}
	}

	private function inflate( \InflateContext $inflate, string $packed, Zip_Directory $zip ): string {
		set_error_handler( static fn(): bool => true ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions -- broken data warns; the answer says the same.
		try {
			$bytes = inflate_add( $inflate, $packed );
		} finally {
			restore_error_handler();
		}
		if ( false === $bytes ) {
			throw $zip->invalid( 'a member cannot be unpacked' );
		}
		return $bytes;
	}
}
