<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

use WP_Codebox\Contracts\Contracts;

/**
 * Reads the central directory of a zip that a stranger made, and refuses it before a byte is unpacked:
 * unsafe names, links, twins, encrypted or overlapping members, more than is allowed.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions
 */
final class Zip_Directory {

	private const END_LENGTH = 22;

	private array $limits;

	/**
	 * @param resource    $file   The archive, open for reading.
	 * @param int         $size   Its bytes.
	 * @param Path_Policy $policy Judges names.
	 */
	public function __construct(
		private readonly mixed $file,
		private readonly int $size,
		private readonly Path_Policy $policy
	) {
		$this->limits = Contracts::get( 'artifacts/limits' );
	}

	/**
	 * @param int $room Bytes that the store has left.
	 * @return list<array{name: string, method: int, crc: int, packed: int, size: int, offset: int}> Members that are files.
	 */
	public function members( int $room ): array {
		list( $count, $length, $offset ) = $this->end();
		$bytes                       = $this->read( $offset, $length );
		$members                     = array();
		$paths                       = new Path_Set( $this->policy );
		for ( $at = 0, $index = 0; $index < $count; $index++ ) {
			$fields = strlen( $bytes ) >= $at + 46 && "PK\x01\x02" === substr( $bytes, $at, 4 )
				? unpack( 'vmade/vneeds/vflags/vmethod/vtime/vdate/Vcrc/Vpacked/Vsize/vname/vextra/vcomment/vdisk/vinternal/Vexternal/Voffset', substr( $bytes, $at + 4, 42 ) )
				: false;
			if ( false === $fields ) {
				throw $this->invalid( 'its list of members is broken' );
			}
			$name = substr( $bytes, $at + 46, $fields['name'] );
			$at  += 46 + $fields['name'] + $fields['extra'] + $fields['comment'];
			$this->check_member( $name, $fields );
			$is_directory = str_ends_with( $name, '/' );
			$problem      = $is_directory ? $this->policy->problem( substr( $name, 0, -1 ) ) : $paths->add( $name );
			if ( null !== $problem ) {
				throw Artifact_Error::refused_path( $problem, $name, $this->policy, $index );
			}
			if ( ! $is_directory ) {
				$members[] = array( 'name' => $name ) + array_intersect_key( $fields, array_flip( array( 'method', 'crc', 'packed', 'size', 'offset' ) ) );
			}
		}
		if ( strlen( $bytes ) !== $at ) {
			throw $this->invalid( 'its list of members is longer than it says' );
		}
		$this->check_sizes( $members, $offset, $room );
		return $members;
	}

	/**
	 * @param int $offset From where.
	 * @param int $length How many bytes.
	 */
	public function read( int $offset, int $length ): string {
		if ( $offset + $length > $this->size || 0 !== fseek( $this->file, $offset ) ) {
			throw $this->invalid( 'it is cut off' );
		}
		$bytes = 0 === $length ? '' : stream_get_contents( $this->file, $length );
		if ( false === $bytes || strlen( $bytes ) !== $length ) {
			throw $this->invalid( 'it is cut off' );
		}
		return $bytes;
	}

	/**
	 * @return array{int, int, int} Members, bytes and offset of the central directory.
	 */
	private function end(): array {
		$tail  = $this->read( max( 0, $this->size - self::END_LENGTH - 65535 ), min( $this->size, self::END_LENGTH + 65535 ) );
		$start = strrpos( $tail, "PK\x05\x06" );
		if ( false === $start || strlen( $tail ) < $start + self::END_LENGTH ) {
			throw $this->invalid( 'it is no zip' );
		}
		$end = unpack( 'vdisk/vstart/vhere/vcount/Vlength/Voffset/vcomment', substr( $tail, $start + 4, 18 ) );
		if ( strlen( $tail ) !== $start + self::END_LENGTH + $end['comment'] ) {
			throw $this->invalid( 'something follows its end' );
		}
		if ( 0 !== $end['disk'] || 0 !== $end['start'] || $end['here'] !== $end['count'] || 0xFFFF === $end['count'] || 0xFFFFFFFF === $end['offset'] || 0xFFFFFFFF === $end['length'] ) {
			throw $this->invalid( 'it spans disks or needs the 64-bit extension' );
		}
		// Directories may be members too; a bundle of the most files has fewer directories than files.
		if ( $end['count'] > 2 * $this->limits['files'] ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_too_many_files', $end['count'] . ' members', array( 'violation' => 'too-many-files' ) );
		}
		if ( 0 === $end['count'] ) {
			throw Artifact_Error::of( 'wp_codebox_browser_artifact_files_missing', 'the archive is empty', array( 'violation' => 'files-missing' ) );
		}
		if ( $end['length'] > $end['count'] * ( 46 + 3 * 65535 ) || $end['length'] > $this->limits['manifestBytes'] ) {
			throw $this->invalid( 'its list of members is too long' );
		}
		return array( $end['count'], $end['length'], $end['offset'] );
	}

	private function check_member( string $name, array $fields ): void {
		if ( 0 !== ( $fields['flags'] & 0x2041 ) ) {
			throw $this->invalid( 'it is encrypted' );
		}
		if ( 0 !== $fields['method'] && 8 !== $fields['method'] ) {
			throw $this->invalid( 'it uses a compression that is not known here' );
		}
		$type = 3 === $fields['made'] >> 8 ? ( $fields['external'] >> 16 ) & 0170000 : 0;
		if ( ! in_array( $type, array( 0, 0100000, 0040000 ), true ) ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_import_link_refused', substr( Directory_Tree::shown( $name ), 0, 300 ), array( 'violation' => 'unsafe-file' ) );
		}
	}

	private function check_sizes( array $members, int $end, int $room ): void {
		if ( count( $members ) > $this->limits['files'] + 1 ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_too_many_files', count( $members ) . ' files', array( 'violation' => 'too-many-files' ) );
		}
		$total = 0;
		foreach ( $members as $member ) {
			$total += $member['size'];
			$ratio  = $member['size'] > 1048576 ? $member['size'] / max( 1, $member['packed'] ) : 1;
			if ( $ratio > $this->limits['zipRatio'] || $total > $this->limits['bundleBytes'] || $member['size'] > $this->limits['fileBytes'] ) {
				throw $this->bomb( $member['name'] );
			}
		}
		if ( $total > $room ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_quota_exceeded', "$room bytes are left", array( 'violation' => 'quota-exceeded' ) );
		}
		usort( $members, static fn( array $left, array $right ): int => $left['offset'] <=> $right['offset'] );
		$free = 0;
		foreach ( $members as $member ) {
			// Members that share bytes are how a small archive says petabytes.
			if ( $member['offset'] < $free ) {
				throw $this->bomb( $member['name'] );
			}
			$free = $member['offset'] + 30 + strlen( $member['name'] ) + $member['packed'];
		}
		if ( $free > $end ) {
			throw $this->bomb( 'the list of members' );
		}
	}

	/**
	 * @param string $name Member that is too much.
	 */
	public function bomb( string $name ): Artifact_Error {
		return Artifact_Error::of( 'wp_codebox_artifact_zip_bomb', substr( $name, 0, 300 ), array( 'violation' => 'zip-bomb' ) );
	}

	/**
	 * @param string $why What is wrong with the archive.
	 */
	public function invalid( string $why ): Artifact_Error {
		return Artifact_Error::of( 'wp_codebox_artifact_zip_invalid', $why, array( 'violation' => 'zip-invalid' ) );
	}
}
