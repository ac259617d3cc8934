<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Discovery;

use WP_Codebox\Fuzz\Generation\Parameter;
use WP_Codebox\Fuzz\Generation\Parameter_Source;
use WP_Codebox\Fuzz\Inventory\Callback_Reference;
use WP_Codebox\Fuzz\Inventory\Code_Under_Test;
use WP_Codebox\Fuzz\Inventory\Rest_Endpoint;

/**
 * Finds the inputs that an endpoint's code reads without declaring them, and the values that it compares inputs with.
 */
final class Parameter_Scan implements Parameter_Source {

	/** Values of one parameter. */
	private const LITERALS = 12;

	/** @var array<string, array<string, Parameter>> Endpoint → what was found; the sources do not change while a run lasts. */
	private array $known = array();

	private readonly Source_Tokens $sources;

	private readonly Declared_Classes $classes;

	/**
	 * @param Code_Under_Test $code What the run is about.
	 */
	public function __construct( Code_Under_Test $code ) {
		$this->sources = new Source_Tokens();
		$this->classes = new Declared_Classes( $code );
	}

	public function parameters( Rest_Endpoint $endpoint ): array {
		return $this->known[ $endpoint->key() ] ??= $this->scan( $endpoint );
	}

	/**
	 * @return array<string, Parameter>
	 */
	private function scan( Rest_Endpoint $endpoint ): array {
		$reads = new Request_Reads();
		foreach ( $endpoint->callbacks as $use => $callback ) {
			$arguments = $this->is_used( (string) $use, $endpoint ) ? $this->arguments( (string) $use ) : null;
			$reflected = null === $arguments ? null : Callback_Reference::reflect( $callback );
			if ( null !== $reflected ) {
				( new Function_Scan( $this->sources, $reads ) )->scan( $reflected, $arguments, $this->owner( $callback ) );
			}
		}
		return $this->found( $reads );
	}

	/** WordPress updates the added fields of what is written, and reads those of what is answered. */
	private function is_used( string $use, Rest_Endpoint $endpoint ): bool {
		return ! str_starts_with( $use, 'update:' ) || array() !== array_intersect( $endpoint->methods, array( 'POST', 'PUT', 'PATCH' ) );
	}

	/**
	 * What a callback is given, by its use.
	 *
	 * @param string $use See Rest_Endpoint::$callbacks.
	 * @return array<int, Taint>|null Null when it sees nothing of the request.
	 */
	private function arguments( string $use ): ?array {
		list( $kind, $name ) = array( ...explode( ':', $use, 2 ), '' );
		return match ( $kind ) {
			'callback', 'permission' => array( new Taint( Taint::REQUEST ) ),
			'update'                 => array( new Taint( Taint::VALUE, Parameter::JSON, $name ) ),
			'get'                    => array( 2 => new Taint( Taint::REQUEST ) ),
			'validate', 'sanitize'   => array( new Taint( Taint::VALUE, Parameter::JSON, $name ), new Taint( Taint::REQUEST ) ),
			default                  => null,
		};
	}

	private function owner( mixed $callback ): ?object {
		return match ( true ) {
			$callback instanceof \Closure => ( new \ReflectionFunction( $callback ) )->getClosureThis(),
			is_array( $callback ) && is_object( $callback[0] ?? null ) => $callback[0],
			is_object( $callback )        => $callback,
			default                       => null,
		};
	}

	/**
	 * @return array<string, Parameter>
	 */
	private function found( Request_Reads $reads ): array {
		$parameters = array();
		foreach ( $reads->places as $name => $place ) {
			$name     = (string) $name;
			$literals = array_slice( array_values( $reads->literals[ $name ] ?? array() ), 0, self::LITERALS );
			$inner    = array_map( 'strval', array_keys( $reads->inner[ $name ] ?? array() ) );
			if ( isset( $reads->classes[ $name ] ) ) {
				$literals = array( ...$literals, ...$this->classes->names() );
			}
			$parameters[ $name ] = new Parameter( $name, $place, $inner ? array( 'properties' => array_fill_keys( $inner, array() ) ) : array(), false, false, $literals );
		}
		return $parameters;
	}
}
