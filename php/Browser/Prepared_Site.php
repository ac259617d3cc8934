<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

/**
 * What the site keeps of a preview that it prepared. Immutable.
 */
final class Prepared_Site {

	/**
	 * @param string $cache_key  Name that the caller finds it by.
	 * @param string $input_hash Digest of what it was made from, 64 hex digits.
	 * @param string $session_id Session that prepared it last; also the scope of its storage in the browser.
	 * @param array  $blueprint  The blueprint.
	 * @param string $goal       What it is for.
	 * @param int    $created    Unix time.
	 * @param int    $expires    Unix time.
	 */
	public function __construct(
		public readonly string $cache_key,
		public readonly string $input_hash,
		public readonly string $session_id,
		public readonly array $blueprint,
		public readonly string $goal,
		public readonly int $created,
		public readonly int $expires
	) {}

	/**
	 * The id of the site that a cache key and an input hash lead to.
	 *
	 * @param string $cache_key  Cache key.
	 * @param string $input_hash Input hash.
	 */
	public static function id_of( string $cache_key, string $input_hash ): string {
		return 'site-' . substr( hash( 'sha256', "$cache_key\n$input_hash" ), 0, 32 );
	}

	public function id(): string {
		return self::id_of( $this->cache_key, $this->input_hash );
	}

	/** The reference of its blueprint. */
	public function ref(): string {
		return "prepared:$this->cache_key:$this->input_hash";
	}

	/** For the store. */
	public function stored(): array {
		return get_object_vars( $this );
	}

	/**
	 * @param mixed $stored As it came from the store.
	 * @return self|null Null for what is none of ours.
	 */
	public static function read( mixed $stored ): ?self {
		$fields = array(
			'cache_key'  => 'is_string',
			'input_hash' => 'is_string',
			'session_id' => 'is_string',
			'blueprint'  => 'is_array',
			'goal'       => 'is_string',
			'created'    => 'is_int',
			'expires'    => 'is_int',
		);
		foreach ( $fields as $name => $is_right ) {
			if ( ! is_array( $stored ) || ! $is_right( $stored[ $name ] ?? null ) ) {
				return null;
			}
		}
		return new self( ...array_intersect_key( $stored, $fields ) );
	}
}
