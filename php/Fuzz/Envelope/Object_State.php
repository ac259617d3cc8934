<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope;

/**
 * The properties of one object, of any visibility, to be put back into the same object later.
 *
 * The identity stays: others may hold the object. Arrays are copied on write, so taking the state costs less than a
 * microsecond, and so does finding that nothing was written.
 */
final class Object_State {

	/** @var array<class-string, \Closure(object, array<string, mixed>, list<string>): void> By the class that can see the properties. */
	private static array $writers = array();

	/** @var array<string, mixed> Properties by the name that PHP has for them: `name`, `\0*\0name` (protected) or `\0Class\0name` (private). */
	private readonly array $properties;

	/**
	 * @param object       $owner Whose state.
	 * @param list<string> $kept  Properties that stay as they are found, by the name that PHP has for them.
	 */
	public function __construct( private readonly object $owner, private readonly array $kept = array() ) {
		$this->properties = $this->read();
	}

	public function restore(): void {
		$now = $this->read();
		if ( $now === $this->properties ) {
			return;
		}
		$changed = array();
		$removed = array();
		foreach ( $this->properties as $mangled => $value ) {
			// To compare a large array that was written to costs more than to put it back.
			if ( is_array( $value ) || ! array_key_exists( $mangled, $now ) || $now[ $mangled ] !== $value ) {
				list( $scope, $name )       = $this->place( (string) $mangled );
				$changed[ $scope ][ $name ] = $value;
			}
		}
		foreach ( array_diff_key( $now, $this->properties ) as $mangled => $unused ) {
			list( $scope, $name )  = $this->place( (string) $mangled );
			$changed[ $scope ]   ??= array();
			$removed[ $scope ][]   = $name;
		}
		foreach ( $changed as $scope => $values ) {
			self::writer( $scope )( $this->owner, $values, $removed[ $scope ] ?? array() );
		}
	}

	/** @return array<string, mixed> */
	private function read(): array {
		$properties = get_mangled_object_vars( $this->owner );
		foreach ( $this->kept as $name ) {
			unset( $properties[ $name ] );
		}
		return $properties;
	}

	/**
	 * @param string $mangled Name as PHP has it.
	 * @return array{0: class-string, 1: string} The class that can see the property, and its name there.
	 */
	private function place( string $mangled ): array {
		if ( "\0" !== ( $mangled[0] ?? '' ) ) {
			return array( $this->owner::class, $mangled );
		}
		list( , $class, $name ) = explode( "\0", $mangled, 3 );
		return array( '*' === $class ? $this->owner::class : $class, $name );
	}

	/** @param class-string $scope A class; what PHP itself brings has public properties only, and no closure gets into it. */
	private static function writer( string $scope ): \Closure {
		if ( isset( self::$writers[ $scope ] ) ) {
			return self::$writers[ $scope ];
		}
		$writer = static function ( object $owner, array $values, array $removed ): void {
			foreach ( $values as $name => $value ) {
				$owner->$name = $value;
			}
			foreach ( $removed as $name ) {
				unset( $owner->$name );
			}
		};
		if ( ! ( new \ReflectionClass( $scope ) )->isInternal() ) {
			$writer = \Closure::bind( $writer, null, $scope );
		}
		self::$writers[ $scope ] = $writer;
		return $writer;
	}
}
