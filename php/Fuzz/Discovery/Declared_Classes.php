<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Discovery;

use WP_Codebox\Fuzz\Inventory\Code_Under_Test;

/**
 * Names of the classes that the code under test declares and the process has loaded, those that can be made without arguments first.
 */
final class Declared_Classes {

	/** Values of one parameter; more would crowd out everything else. */
	private const LIMIT = 120;

	/** @var list<string>|null */
	private ?array $names = null;

	/**
	 * @param Code_Under_Test $code What the run is about.
	 */
	public function __construct( private readonly Code_Under_Test $code ) {}

	/**
	 * @return list<string>
	 */
	public function names(): array {
		return $this->names ??= $this->read();
	}

	/**
	 * @return list<string>
	 */
	private function read(): array {
		$ranked = array();
		foreach ( get_declared_classes() as $name ) {
			$class = new \ReflectionClass( $name );
			if ( $class->isUserDefined() && $class->isInstantiable() && $this->code->has_paths() && $this->code->is_under_test( (string) $class->getFileName() ) ) {
				$ranked[ $name ] = (int) $class->getConstructor()?->getNumberOfRequiredParameters() * 10 + ( $class->getParentClass() ? 0 : 1 );
			}
		}
		ksort( $ranked, SORT_STRING );
		asort( $ranked, SORT_NUMERIC );
		return array_slice( array_map( 'strval', array_keys( $ranked ) ), 0, self::LIMIT );
	}
}
