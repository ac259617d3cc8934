<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Guards;

/**
 * Stands in for the object of a persistent cache drop-in during a case: the methods of core's WP_Object_Cache, in memory.
 */
final class Memory_Object_Cache {

	/** @var array<string, array<string, mixed>> */
	private array $entries = array();

	/** @var array<string, true> */
	private array $global_groups = array();

	private string $blog_prefix;

	/** @param object $replaced The drop-in's object; its list of global groups is taken over where it can be read. */
	public function __construct( object $replaced ) {
		$groups              = get_object_vars( $replaced )['global_groups'] ?? array();
		$this->global_groups = is_array( $groups ) ? array_fill_keys( array_is_list( $groups ) ? $groups : array_keys( $groups ), true ) : array();
		$this->blog_prefix   = is_multisite() ? get_current_blog_id() . ':' : '';
	}

	public function add( int|string $key, mixed $data, string $group = 'default', int $expire = 0 ): bool {
		return ! wp_suspend_cache_addition() && ! $this->has( $key, $group ) && $this->set( $key, $data, $group, $expire );
	}

	/**
	 * @param array<int|string, mixed> $data Values by key.
	 * @return array<int|string, bool>
	 */
	public function add_multiple( array $data, string $group = '', int $expire = 0 ): array {
		return $this->each( $data, fn( int|string $key, mixed $value ): bool => $this->add( $key, $value, $group, $expire ) );
	}

	public function replace( int|string $key, mixed $data, string $group = 'default', int $expire = 0 ): bool {
		return $this->has( $key, $group ) && $this->set( $key, $data, $group, $expire );
	}

	public function set( int|string $key, mixed $data, string $group = 'default', int $expire = 0 ): bool { // phpcs:ignore Generic.CodeAnalysis.UnusedFunctionParameter -- A case is over before anything expires.
		$this->entries[ $this->group( $group ) ][ $this->key( $key, $group ) ] = is_object( $data ) ? clone $data : $data;
		return true;
	}

	/**
	 * @param array<int|string, mixed> $data Values by key.
	 * @return array<int|string, bool>
	 */
	public function set_multiple( array $data, string $group = '', int $expire = 0 ): array {
		return $this->each( $data, fn( int|string $key, mixed $value ): bool => $this->set( $key, $value, $group, $expire ) );
	}

	public function get( int|string $key, string $group = 'default', bool $force = false, ?bool &$found = null ): mixed { // phpcs:ignore Generic.CodeAnalysis.UnusedFunctionParameter -- Signature of core.
		$found = $this->has( $key, $group );
		$value = $found ? $this->entries[ $this->group( $group ) ][ $this->key( $key, $group ) ] : false;
		return is_object( $value ) ? clone $value : $value;
	}

	/**
	 * @param list<int|string> $keys What to read.
	 * @return array<int|string, mixed>
	 */
	public function get_multiple( array $keys, string $group = 'default', bool $force = false ): array {
		return array_combine( $keys, array_map( fn( int|string $key ): mixed => $this->get( $key, $group, $force ), $keys ) );
	}

	public function delete( int|string $key, string $group = 'default', mixed $deprecated = false ): bool { // phpcs:ignore Generic.CodeAnalysis.UnusedFunctionParameter -- Signature of core.
		$had = $this->has( $key, $group );
		unset( $this->entries[ $this->group( $group ) ][ $this->key( $key, $group ) ] );
		return $had;
	}

	/**
	 * @param list<int|string> $keys What to delete.
	 * @return array<int|string, bool>
	 */
	public function delete_multiple( array $keys, string $group = '' ): array {
		return array_combine( $keys, array_map( fn( int|string $key ): bool => $this->delete( $key, $group ), $keys ) );
	}

	public function incr( int|string $key, int $offset = 1, string $group = 'default' ): int|false {
		if ( ! $this->has( $key, $group ) ) {
			return false;
		}
		$value = max( 0, (int) $this->get( $key, $group ) + $offset );
		$this->set( $key, $value, $group );
		return $value;
	}

	public function decr( int|string $key, int $offset = 1, string $group = 'default' ): int|false {
		return $this->incr( $key, -$offset, $group );
	}

	public function flush(): bool {
		$this->entries = array();
		return true;
	}

	public function flush_runtime(): bool {
		return $this->flush();
	}

	public function flush_group( string $group ): bool {
		unset( $this->entries[ $this->group( $group ) ] );
		return true;
	}

	/** @param string|list<string> $groups Groups that all sites of a network share. */
	public function add_global_groups( string|array $groups ): void {
		$this->global_groups += array_fill_keys( (array) $groups, true );
	}

	/** @param string|list<string> $groups Nothing here persists. */
	public function add_non_persistent_groups( string|array $groups ): void {} // phpcs:ignore Generic.CodeAnalysis.UnusedFunctionParameter, Generic.CodeAnalysis.EmptyStatement

	public function switch_to_blog( int $blog_id ): void {
		$this->blog_prefix = is_multisite() ? $blog_id . ':' : '';
	}

	public function close(): bool {
		return true;
	}

	/**
	 * A drop-in may have methods of its own; here they find nothing.
	 *
	 * @param string $name      Method.
	 * @param array  $arguments Ignored.
	 */
	public function __call( string $name, array $arguments ): bool { // phpcs:ignore Generic.CodeAnalysis.UnusedFunctionParameter
		return false;
	}

	private function has( int|string $key, string $group ): bool {
		return array_key_exists( $this->key( $key, $group ), $this->entries[ $this->group( $group ) ] ?? array() );
	}

	private function group( string $group ): string {
		return '' === $group ? 'default' : $group;
	}

	private function key( int|string $key, string $group ): string {
		return ( isset( $this->global_groups[ $this->group( $group ) ] ) ? '' : $this->blog_prefix ) . $key;
	}

	/**
	 * @param array<int|string, mixed> $data Values by key.
	 * @return array<int|string, bool>
	 */
	private function each( array $data, \Closure $apply ): array {
		$results = array();
		foreach ( $data as $key => $value ) {
			$results[ $key ] = $apply( $key, $value );
		}
		return $results;
	}
}
