<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Artifacts;

/**
 * An archive as a stranger would make it, spelled as in tests/vectors/artifacts/archives.json; tests/js/artifacts/archives.ts
 * makes the same.
 */
final class Hostile_Archive {

	/**
	 * @param array $vector What to make.
	 */
	public static function of( array $vector ): string {
		$bytes     = '';
		$directory = '';
		foreach ( $vector['members'] as $member ) {
			$content    = isset( $member['zeros'] ) ? str_repeat( "\0", $member['zeros'] ) : $member['text'];
			$packed     = isset( $member['zeros'] ) ? (string) gzdeflate( $content, 9 ) : $content;
			$name       = isset( $member['nameHex'] ) ? (string) hex2bin( $member['nameHex'] ) : $member['name'];
			$method     = $member['method'] ?? ( isset( $member['zeros'] ) ? 8 : 0 );
			$common     = pack( 'vvvvvVVVvv', 20, 0x0800 | ( $member['flags'] ?? 0 ), $method, 0, 33, $member['crc'] ?? crc32( $content ), strlen( $packed ), $member['size'] ?? strlen( $content ), strlen( $name ), 0 );
			$directory .= "PK\x01\x02" . pack( 'v', 3 << 8 ) . $common . pack( 'vvvVV', 0, 0, 0, octdec( $member['mode'] ?? '0' ) << 16, $member['offset'] ?? strlen( $bytes ) ) . $name;
			$bytes     .= "PK\x03\x04" . $common . $name . $packed;
		}
		$count   = count( $vector['members'] );
		$comment = $vector['comment'] ?? '';
		return self::edited( $bytes . $directory . "PK\x05\x06" . pack( 'vvvvVVv', 0, 0, $count, $count, strlen( $directory ), strlen( $bytes ), strlen( $comment ) ) . $comment, $vector['edit'] ?? array() );
	}

	private static function edited( string $archive, array $edit ): string {
		$archive = $edit['only'] ?? $archive;
		if ( isset( $edit['replace'] ) ) {
			$archive = str_replace( $edit['replace'][0], $edit['replace'][1], $archive );
		}
		if ( isset( $edit['replaceFirst'] ) ) {
			$archive = substr_replace( $archive, $edit['replaceFirst'][1], (int) strpos( $archive, $edit['replaceFirst'][0] ), strlen( $edit['replaceFirst'][0] ) );
		}
		return ( $edit['before'] ?? '' ) . substr( $archive, $edit['cutStart'] ?? 0, strlen( $archive ) - ( $edit['cutStart'] ?? 0 ) - ( $edit['cutEnd'] ?? 0 ) ) . ( $edit['after'] ?? '' );
	}
}
