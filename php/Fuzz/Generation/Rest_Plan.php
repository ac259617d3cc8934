<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation;

use WP_Codebox\Fuzz\Inventory\Rest_Endpoint;

/**
 * The cases of one REST endpoint.
 */
final class Rest_Plan implements Target_Plan {

	/** One case in so many uses another method of the endpoint's group. */
	private const OTHER_METHOD_EVERY = 5;

	/** Names of inputs that decide who, where or what runs: their values come before those of free text. */
	private const TELLING = '/role|capabilit|user|author|owner|admin|mail|ur[il]|link|file|path|base64|class|callback|type|order|sort|status|query|search|password|token/i';

	/** After the control case and those that change many inputs at once. */
	private const FIRST_SINGLE = 5;

	private readonly Joint_Mutations $joint;

	/** @var list<Mutation>|null */
	private ?array $mutations = null;

	/** @var array<string, list<Generated_Value>> Path parameter → values that fit it. */
	private array $path_values = array();

	/** @var array<string, mixed>|null */
	private ?array $base = null;

	/**
	 * @param Rest_Endpoint            $endpoint    The endpoint.
	 * @param array<string, Parameter> $parameters  Its inputs by name.
	 * @param Schema_Values            $values      Makes values.
	 * @param Path_Generator           $paths       Makes paths.
	 * @param Schema_Expectation       $expectation Says what the schema allows.
	 */
	public function __construct(
		private readonly Rest_Endpoint $endpoint,
		private readonly array $parameters,
		private readonly Schema_Values $values,
		private readonly Path_Generator $paths,
		private readonly Schema_Expectation $expectation
	) {
		$this->joint = new Joint_Mutations( $this->mutable(), $values );
	}

	public function key(): string {
		return $this->endpoint->key();
	}

	public function draft( int $number, Seeded_Random $random ): ?Draft {
		if ( 0 === $number ) {
			return $this->request( Draft::CONTROL, $number, array(), $random );
		}
		if ( 1 === $number ) {
			$all = $this->joint->optional();
			return $all ? $this->request( Draft::FULL, $number, $all, $random ) : null;
		}
		if ( $number < self::FIRST_SINGLE ) {
			$together = match ( $number ) {
				2       => $this->joint->second(),
				3       => $this->joint->lists(),
				default => $this->joint->texts(),
			};
			return $together ? $this->request( Draft::COMBINED, $number, $together, $random ) : null;
		}
		$mutations = $this->mutations ??= $this->all_mutations();
		$twice     = $this->is_mostly_undeclared();
		$mutation  = $mutations[ $twice ? intdiv( $number - self::FIRST_SINGLE, 2 ) : $number - self::FIRST_SINGLE ] ?? null;
		if ( null !== $mutation ) {
			$others = $twice && 0 === $number % 2 ? array_filter( $this->joint->optional(), static fn( Mutation $other ): bool => $other->parameter !== $mutation->parameter ) : array();
			return $this->request( Draft::SINGLE, $number, array( $mutation, ...array_values( $others ) ), $random );
		}
		$several = $this->combination( $mutations, $random );
		return $several ? $this->request( Draft::COMBINED, $number, $several, $random ) : null;
	}

	/**
	 * Whether several inputs are undeclared: nobody says which of them belong together, so each mutation is tried
	 * among all of them and alone.
	 */
	private function is_mostly_undeclared(): bool {
		return 1 < count( array_filter( $this->mutable(), static fn( Parameter $parameter ): bool => ! $parameter->declared && Parameter::PATH !== $parameter->place ) );
	}

	/**
	 * @return list<Mutation>
	 */
	private function all_mutations(): array {
		$lists = array();
		$inputs = $this->mutable();
		usort( $inputs, static fn( Parameter $a, Parameter $b ): int => preg_match( self::TELLING, $b->name ) <=> preg_match( self::TELLING, $a->name ) );
		foreach ( $inputs as $parameter ) {
			$values = Parameter::PATH === $parameter->place ? $this->path_values( $parameter ) : Value_Order::of_values( $this->values_of( $parameter ) );
			$list   = array_map( static fn( Generated_Value $value ): Mutation => new Mutation( $parameter->name, $value ), $values );
			if ( $parameter->required && Parameter::PATH !== $parameter->place ) {
				array_splice( $list, 3, 0, array( new Mutation( $parameter->name, null ) ) );
			}
			$lists[] = $list;
		}
		return Value_Order::interleave( $lists );
	}

	/**
	 * The inputs that cases change: all, or those through which the code under test takes part.
	 *
	 * @return list<Parameter>
	 */
	private function mutable(): array {
		$focus = $this->endpoint->focus;
		return array_values(
			array_filter(
				$this->parameters,
				static fn( Parameter $parameter ): bool => ! $focus || Parameter::PATH === $parameter->place || in_array( $parameter->name, $focus, true )
			)
		);
	}

	/**
	 * @return list<Generated_Value>
	 */
	private function values_of( Parameter $parameter ): array {
		$literals = array_map( static fn( mixed $value ): Generated_Value => new Generated_Value( $value, 'literal', Generated_Value::VALID ), $parameter->literals );
		return array( ...$literals, ...$this->values->unjudged( $parameter->schema, $parameter->name ) );
	}

	/**
	 * @return list<Generated_Value> Never empty where the path can be made at all: a sample of the route has one.
	 */
	private function path_values( Parameter $parameter ): array {
		if ( ! isset( $this->path_values[ $parameter->name ] ) ) {
			$fitting = array_values( array_filter( $this->values_of( $parameter ), fn( Generated_Value $value ): bool => $this->paths->fits( $parameter->name, $value->value ) ) );
			$this->path_values[ $parameter->name ] = Value_Order::of_values( $fitting );
		}
		return $this->path_values[ $parameter->name ];
	}

	/**
	 * @param list<Mutation> $mutations Single ones.
	 * @param Seeded_Random  $random    Choices of this case.
	 * @return list<Mutation> Two or three on different inputs; none where there is one input only.
	 */
	private function combination( array $mutations, Seeded_Random $random ): array {
		if ( count( $this->mutable() ) < 2 || ! $mutations ) {
			return array();
		}
		$chosen = array();
		$wanted = 2 + $random->below( 2 );
		for ( $try = 0; $try < 2 * $wanted; $try++ ) {
			$mutation                       = $random->pick( $mutations );
			$chosen[ $mutation->parameter ] = $mutation;
		}
		return array_slice( array_values( $chosen ), 0, $wanted );
	}

	/**
	 * @param string         $step      Which step of the plan.
	 * @param int            $number    Number of the case.
	 * @param list<Mutation> $mutations What differs from the trivial valid request.
	 * @param Seeded_Random  $random    Choices of this case.
	 */
	private function request( string $step, int $number, array $mutations, Seeded_Random $random ): ?Draft {
		$values = $this->base ??= $this->trivial();
		$path   = $this->path_base( Draft::CONTROL === $step, $random );
		foreach ( $mutations as $mutation ) {
			$is_path = Parameter::PATH === $this->parameters[ $mutation->parameter ]->place;
			if ( null === $mutation->value ) {
				unset( $values[ $mutation->parameter ] );
			} elseif ( $is_path ) {
				$path[ $mutation->parameter ] = $mutation->value->value;
			} else {
				$values[ $mutation->parameter ] = $mutation->value->value;
			}
		}
		$concrete = $this->paths->path( $path, $random );
		if ( null === $concrete ) {
			return null;
		}
		$method = $this->method( $number );
		$parts  = ( new Request_Parts( $this->parameters ) )->of( $method, $values );
		$input  = array(
			'method' => $method,
			'path'   => $concrete,
		) + $parts->input();
		return new Draft( $step, 'rest', $this->endpoint->route, $input, array_map( $this->judged( ... ), $mutations ), $this->expectation->of( array_map( 'strval', $path ) + $parts->arrived() ), 'GET' !== $method );
	}

	private function judged( Mutation $mutation ): Mutation {
		return null === $mutation->value ? $mutation : new Mutation( $mutation->parameter, $this->values->judged( $this->parameters[ $mutation->parameter ]->schema, $mutation->value ) );
	}

	/**
	 * @return array<string, mixed> Every required input that is not in the path.
	 */
	private function trivial(): array {
		$values = array();
		foreach ( $this->parameters as $parameter ) {
			if ( $parameter->required && Parameter::PATH !== $parameter->place ) {
				$known                      = $parameter->literals[0] ?? null;
				$values[ $parameter->name ] = null !== $known && $this->values->accepts( $parameter->schema, $known ) ? $known : $this->values->instance( $parameter->schema, $parameter->name );
			}
		}
		return $values;
	}

	/**
	 * @param bool          $is_control Whether the first value is meant, or now and then another.
	 * @param Seeded_Random $random     Choices of this case.
	 * @return array<string, string|int>
	 */
	private function path_base( bool $is_control, Seeded_Random $random ): array {
		$path = array();
		foreach ( $this->parameters as $parameter ) {
			$values = Parameter::PATH === $parameter->place ? $this->path_values( $parameter ) : array();
			if ( $values ) {
				$path[ $parameter->name ] = $is_control || $random->chance( 90 ) ? $this->first_of( $values ) : $random->pick( $values )->value;
			}
		}
		return $path;
	}

	/**
	 * @param list<Generated_Value> $values At least one.
	 * @return string|int The first that a control case may hold.
	 */
	private function first_of( array $values ): string|int {
		foreach ( $values as $value ) {
			if ( Schema_Values::is_harmless( $value->value ) ) {
				return $value->value;
			}
		}
		return $values[0]->value;
	}

	private function method( int $number ): string {
		$others = array_slice( $this->endpoint->methods, 1 );
		if ( ! $others || self::OTHER_METHOD_EVERY - 1 !== $number % self::OTHER_METHOD_EVERY ) {
			return $this->endpoint->methods[0];
		}
		return $others[ intdiv( $number, self::OTHER_METHOD_EVERY ) % count( $others ) ];
	}
}
