<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope;

/**
 * The properties of one object, of any visibility, to be put back into the same object later.
 *
 * The identity stays: others may hold the object. Arrays are copied on write, so taking the state costs microseconds.
 */
final class Object_State {

	/** @var array<class-string, list<class-string>> A class and its parents. */
	private static array $scopes = array();

	/** @var array<class-string, \Closure> */
	private static array $readers = array();

	/** @var array<class-string, array<string, mixed>> Properties by the class that can see them. */
	private array $properties = array();

	/**
	 * @param object       $owner Whose state.
	 * @param list<string> $except Properties to leave alone.
	 */
	public function __construct( private readonly object $owner, private readonly array $except = array() ) {
		foreach ( self::$scopes[ $owner::class ] ??= array( $owner::class, ...array_values( class_parents( $owner, false ) ) ) as $scope ) {
			$this->properties[ $scope ] = self::read( $owner, $scope );
		}
	}

	public function restore(): void {
		foreach ( $this->properties as $scope => $properties ) {
			if ( self::read( $this->owner, $scope ) === $properties ) {
				continue;
			}
			$except = $this->except;
			\Closure::bind(
				function () use ( $properties, $except ): void {
					foreach ( $properties as $name => $value ) {
						if ( ! in_array( $name, $except, true ) && ( is_array( $value ) || ! isset( $this->$name ) || $this->$name !== $value ) ) {
							$this->$name = $value;
						}
					}
					foreach ( array_diff_key( get_object_vars( $this ), $properties ) as $name => $unused ) {
						if ( ! in_array( $name, $except, true ) ) {
							unset( $this->$name );
						}
					}
				},
				$this->owner,
				$scope
			)();
		}
	}

	/** @return array<string, mixed> */
	private static function read( object $owner, string $scope ): array {
		self::$readers[ $scope ] ??= \Closure::bind( static fn( object $owner ): array => get_object_vars( $owner ), null, $scope );
		return ( self::$readers[ $scope ] )( $owner );
	}
}
