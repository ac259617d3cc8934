<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation;

use WP_Codebox\Contracts\Contracts;

/**
 * The emitted boundary values (src-shared/fuzz/boundary-values.ts) with the planned marker filled in.
 */
final class Value_Table {

	/** @var array<string, mixed> */
	private readonly array $table;

	public function __construct() {
		$this->table = Marker::replace( Contracts::get( 'boundary-values' ), '{marker}', Marker::planned() );
	}

	/**
	 * @param string $name Part of the table: integers, numbers, payloads, strings, booleans, formats, names, wrongTypes.
	 * @return array
	 */
	public function part( string $name ): array {
		return $this->table[ $name ];
	}
}
