<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Discovery;

use WP_Codebox\Fuzz\Generation\Parameter;
use WP_Codebox\Fuzz\Inventory\Callback_Reference;

/**
 * Scans a callback and what it calls, two levels deep, as far as it is not WordPress's own code.
 */
final class Function_Scan {

	private const DEPTH = 2;

	/** @var array<string, true> Functions that were scanned, with what they were given. */
	private array $seen = array();

	/**
	 * @param Source_Tokens $sources Tokens of the files.
	 * @param Request_Reads $reads   Takes what is found.
	 */
	public function __construct(
		private readonly Source_Tokens $sources,
		private readonly Request_Reads $reads
	) {}

	/**
	 * @param \ReflectionFunctionAbstract $callee    Function, method or closure.
	 * @param array<int, Taint>           $arguments Position → what it is given.
	 * @param object|null                 $owner     The object whose method it is.
	 * @param int                         $depth     Calls on the way to it.
	 */
	public function scan( \ReflectionFunctionAbstract $callee, array $arguments, ?object $owner = null, int $depth = 0 ): void {
		$file = (string) $callee->getFileName();
		$key  = $file . ':' . $callee->getStartLine() . wp_json_encode( $arguments );
		if ( '' === $file || self::is_core( $file ) || isset( $this->seen[ $key ] ) ) {
			return;
		}
		$this->seen[ $key ] = true;
		$tokens             = $this->sources->between( $file, (int) $callee->getStartLine(), (int) $callee->getEndLine() );
		$calls              = ( new Body_Scan( $tokens, $this->taints( $callee, $arguments ), $this->reads ) )->run();
		if ( $depth >= self::DEPTH ) {
			return;
		}
		foreach ( $this->captured( $callee ) as list( $target, $its_owner ) ) {
			$this->scan( $target, array( new Taint( Taint::REQUEST ) ), $its_owner, $depth + 1 );
		}
		foreach ( $calls as $call ) {
			$target = $this->resolve( $call, $callee, $owner );
			if ( null !== $target ) {
				$this->scan( $target[0], $call->arguments, $target[1], $depth + 1 );
			}
		}
	}

	/**
	 * Callables that a closure holds: plugins wrap their callbacks so.
	 *
	 * @return list<array{\ReflectionFunctionAbstract, object|null}>
	 */
	private function captured( \ReflectionFunctionAbstract $callee ): array {
		$found = array();
		foreach ( $callee instanceof \ReflectionFunction ? $callee->getClosureUsedVariables() : array() as $value ) {
			$reflected = is_callable( $value ) ? Callback_Reference::reflect( $value ) : null;
			if ( null !== $reflected ) {
				$found[] = array( $reflected, is_array( $value ) && is_object( $value[0] ) ? $value[0] : null );
			}
		}
		return $found;
	}

	/**
	 * @return array<string, Taint>
	 */
	private function taints( \ReflectionFunctionAbstract $callee, array $arguments ): array {
		$taints = array();
		foreach ( $callee->getParameters() as $position => $parameter ) {
			$type  = $parameter->getType();
			$taint = $type instanceof \ReflectionNamedType && is_a( $type->getName(), \WP_REST_Request::class, true ) ? new Taint( Taint::REQUEST ) : $arguments[ $position ] ?? null;
			if ( null !== $taint ) {
				$taints[ '$' . $parameter->getName() ] = $taint;
			}
		}
		if ( $callee instanceof \ReflectionFunction ) {
			foreach ( array_keys( $callee->getClosureUsedVariables() ) as $name ) {
				if ( 'request' === $name ) {
					$taints['$request'] = new Taint( Taint::REQUEST, Parameter::JSON );
				}
			}
		}
		return $taints;
	}

	/**
	 * @return array{\ReflectionFunctionAbstract, object|null}|null
	 */
	private function resolve( Call $call, \ReflectionFunctionAbstract $caller, ?object $owner ): ?array {
		$class = $caller instanceof \ReflectionMethod ? $caller->getDeclaringClass() : ( $caller instanceof \ReflectionFunction ? $caller->getClosureScopeClass() : null );
		try {
			if ( '' === $call->owner ) {
				$name = $this->function_name( $call->name, $caller );
				return null === $name ? null : array( new \ReflectionFunction( $name ), null );
			}
			if ( str_starts_with( $call->owner, '$this->' ) ) {
				$held = $this->property( $owner, substr( $call->owner, 7 ) );
				return null !== $held && method_exists( $held, $call->name ) ? array( new \ReflectionMethod( $held, $call->name ), $held ) : null;
			}
			$subject = match ( strtolower( $call->owner ) ) {
				'$this'          => $owner ?? $class?->getName(),
				'self', 'static' => $class?->getName(),
				'parent'         => $class?->getParentClass() ? $class->getParentClass()->getName() : null,
				default          => str_starts_with( $call->owner, '$' ) ? null : $this->class_name( $call->owner, $class, $caller ),
			};
			return null !== $subject && method_exists( $subject, $call->name ) ? array( new \ReflectionMethod( $subject, $call->name ), is_object( $subject ) ? $subject : null ) : null;
		} catch ( \ReflectionException ) {
			// A name that the text has and the process has not; there is nothing to follow.
			return null;
		}
	}

	private function function_name( string $name, \ReflectionFunctionAbstract $caller ): ?string {
		foreach ( array( $caller->getNamespaceName() . '\\' . $name, $name ) as $candidate ) {
			if ( function_exists( ltrim( $candidate, '\\' ) ) ) {
				return ltrim( $candidate, '\\' );
			}
		}
		return null;
	}

	/**
	 * Only classes that are loaded: a scan must not load code of the plugin.
	 *
	 * @param string                      $name   As the text has it.
	 * @param \ReflectionClass<object>|null $scope  Class of the caller.
	 * @param \ReflectionFunctionAbstract $caller The caller.
	 */
	private function class_name( string $name, ?\ReflectionClass $scope, \ReflectionFunctionAbstract $caller ): ?string {
		$namespace = null === $scope ? $caller->getNamespaceName() : $scope->getNamespaceName();
		foreach ( array( ltrim( $name, '\\' ), $namespace . '\\' . $name ) as $candidate ) {
			if ( class_exists( $candidate, false ) ) {
				return $candidate;
			}
		}
		return null;
	}

	private function property( ?object $owner, string $name ): ?object {
		if ( null === $owner || ! property_exists( $owner, $name ) ) {
			return null;
		}
		$property = new \ReflectionProperty( $owner, $name );
		$value    = $property->isInitialized( $owner ) ? $property->getValue( $owner ) : null;
		return is_object( $value ) ? $value : null;
	}

	private static function is_core( string $file ): bool {
		$file = wp_normalize_path( $file );
		return str_starts_with( $file, wp_normalize_path( constant( 'ABSPATH' ) . constant( 'WPINC' ) ) . '/' ) || str_starts_with( $file, wp_normalize_path( constant( 'ABSPATH' ) . 'wp-admin' ) . '/' );
	}
}
