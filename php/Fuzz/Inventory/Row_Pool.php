<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Inventory;

/**
 * Identifiers of rows that the site really has, by type. Read once; a recorded input of the generator.
 *
 * Types: `post:<post type>`, `post` (all types), `user`, `user.login`, `user.email`, `term:<taxonomy>`, `term`, `comment`,
 * `slug`, `option`, `role`, `post-type`, `taxonomy`, `class`, `table:<table without the site's prefix>`.
 */
final class Row_Pool {

	/**
	 * @param array<string, list<int|string>> $rows Type → identifiers, first rows first.
	 */
	public function __construct( private readonly array $rows ) {}

	/**
	 * @param string $type See the class.
	 * @return list<int|string>
	 */
	public function of( string $type ): array {
		return $this->rows[ $type ] ?? array();
	}

	/**
	 * @return list<string> The types that it holds.
	 */
	public function types(): array {
		return array_map( 'strval', array_keys( $this->rows ) );
	}

	/**
	 * @param string           $type   See the class.
	 * @param list<int|string> $values Identifiers.
	 * @return self A pool that holds them too.
	 */
	public function with( string $type, array $values ): self {
		return new self( array( $type => $values ) + $this->rows );
	}

	/**
	 * @return array<string, list<int|string>>
	 */
	public function to_array(): array {
		$rows = $this->rows;
		ksort( $rows, SORT_STRING );
		return $rows;
	}
}
