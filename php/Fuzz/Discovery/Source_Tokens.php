<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Discovery;

/**
 * The tokens of source files without white space and comments, kept by the hash of the file.
 */
final class Source_Tokens {

	/** Files whose tokens are kept; the scan of one endpoint needs a handful. */
	private const KEPT = 24;

	/** Larger files are generated ones. */
	private const LARGEST = 2_000_000;

	/** @var array<string, list<\PhpToken>> */
	private array $files = array();

	/**
	 * @param string $file     Path.
	 * @param int    $first    First line that is wanted.
	 * @param int    $last     Last line that is wanted.
	 * @return list<\PhpToken> Empty when the file cannot be read.
	 */
	public function between( string $file, int $first, int $last ): array {
		return array_values( array_filter( $this->of( $file ), static fn( \PhpToken $token ): bool => $token->line >= $first && $token->line <= $last ) );
	}

	/**
	 * @param string $file Path.
	 * @return list<\PhpToken>
	 */
	public function of( string $file ): array {
		if ( ! is_file( $file ) || ! is_readable( $file ) || filesize( $file ) > self::LARGEST ) {
			return array();
		}
		$hash = (string) hash_file( 'xxh3', $file );
		if ( ! isset( $this->files[ $hash ] ) ) {
			$this->files          = array_slice( $this->files, 1 - self::KEPT, null, true );
			$this->files[ $hash ] = array_values(
				array_filter(
					\PhpToken::tokenize( (string) file_get_contents( $file ) ), // phpcs:ignore WordPress.WP.AlternativeFunctions -- a local source file.
					static fn( \PhpToken $token ): bool => ! $token->isIgnorable()
				)
			);
		}
		return $this->files[ $hash ];
	}
}
