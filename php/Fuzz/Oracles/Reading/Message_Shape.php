<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Reading;

/**
 * A message without the values of one call, so that the same defect has the same shape every time.
 */
final class Message_Shape {

	private const LENGTH = 160;

	/** How PHP names what it was given, which depends on the value, and which argument it means. */
	private const GIVEN = array(
		'/[\w\\\\|]+(?= given\b)/',
		'/(?<= of type )(?:array|bool|float|int|null|string)\b(?! or )/',
		'/(?<=" on )(?:array|bool|float|int|null|string|true|false)\b/',
		'/Unsupported operand types: \K\w+/',
		'/Unsupported operand types: \S+ \S+ \K\w+/',
		'/Argument #\K\d+ \(\$\w+\)/',
		'/Call to undefined method \K[\w\\\\]+(?=::)/',
	);

	/**
	 * @param string $message As PHP, WordPress or the database said it.
	 * @return string Quoted values, numbers, paths and markup replaced.
	 */
	public static function of( string $message ): string {
		$shape = wp_strip_all_tags( $message );
		$shape = (string) preg_replace( '~, called in .*$~s', '', $shape );
		$shape = (string) preg_replace( self::GIVEN, '…', $shape );
		// Why it failed depends on the value, and on who stands in for the file.
		$shape = (string) preg_replace( '~(failed to open (?:stream|directory)): .*$~is', '$1', $shape );
		// Values may hold quotes and brackets of their own: from the first to the last.
		$shape = (string) preg_replace( '~^(\w+)\(.*\): ~s', '$1(): ', $shape );
		$shape = (string) preg_replace( array( "~'.*'~s", '~".*"~s', '~(no such column|near|unrecognized token): .*$~s' ), array( "'…'", '"…"', '$1' ), $shape );
		$shape = (string) preg_replace( '~(?:[A-Za-z]:)?/[\w./\-]+|\S{40,}~', '…', $shape );
		$shape = (string) preg_replace( '~\d+~', '#', $shape );
		return mb_strcut( trim( (string) preg_replace( '/\s+/', ' ', $shape ) ), 0, self::LENGTH );
	}
}
