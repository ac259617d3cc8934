<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Reading;

/**
 * Files that keep visitors out of a folder. Uploads are redirected to an empty one, in which plugins put them first.
 */
final class Shield_File {

	private const NAMES = array( '.htaccess', 'web.config', 'index.php', 'index.html' );

	/**
	 * @param array        $event  `upload` or another event of a file.
	 * @param Input_Values $values What the case sent: a name that the caller chose is no shield.
	 */
	public static function is_written_by( array $event, Input_Values $values ): bool {
		$path = (string) ( $event['data']['path'] ?? '' );
		return 'upload' === $event['type'] && in_array( basename( $path ), self::NAMES, true ) && ! $values->marks( $path );
	}
}
