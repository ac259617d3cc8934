<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Discovery;

/**
 * What a piece of code reads of a request, gathered while it is scanned.
 */
final class Request_Reads {

	/** @var array<string, string> Parameter → place. */
	public array $places = array();

	/** @var array<string, array<string, true>> Parameter → keys that are read inside its value. */
	public array $inner = array();

	/** @var array<string, array<string, string|int>> Parameter → values that it is compared with. */
	public array $literals = array();

	/** @var array<string, true> Parameters whose value names a class. */
	public array $classes = array();

	/**
	 * @param Taint $read A value that was read.
	 */
	public function add( Taint $read ): void {
		$this->places[ $read->name ] ??= $read->place;
	}

	/**
	 * @param string $name Parameter.
	 * @param string $key  Key inside its value.
	 */
	public function add_inner( string $name, string $key ): void {
		$this->inner[ $name ][ $key ] = true;
	}

	/**
	 * @param string     $name  Parameter.
	 * @param string|int $value Value that the code knows.
	 */
	public function add_literal( string $name, string|int $value ): void {
		$this->literals[ $name ][ gettype( $value ) . $value ] = $value;
	}
}
