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

	/** After the control case and those that change many inputs at once. */
	private const FIRST_SINGLE = 5;

	/** @var list<Mutation>|null */
	private ?array $mutations = null;

	/** @var list<Mutation>|null */
	private ?array $optional = null;

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
	) {}

	public function key(): string {
		return $this->endpoint->key();
	}

	public function draft( int $number, Seeded_Random $random ): ?Draft {
		if ( 0 === $number ) {
			return $this->request( Draft::CONTROL, $number, array(), $random );
		}
		if ( 1 === $number ) {
			$all = $this->optional();
			return $all ? $this->request( Draft::FULL, $number, $all, $random ) : null;
		}
		if ( $number < self::FIRST_SINGLE ) {
			$together = match ( $number ) {
				2       => $this->second(),
				3       => $this->lists(),
				default => $this->texts(),
			};
			return $together ? $this->request( Draft::COMBINED, $number, $together, $random ) : null;
		}
		$mutations = $this->mutations ??= $this->all_mutations();
		$twice     = $this->is_mostly_undeclared();
		$mutation  = $mutations[ $twice ? intdiv( $number - self::FIRST_SINGLE, 2 ) : $number - self::FIRST_SINGLE ] ?? null;
		if ( null !== $mutation ) {
			$others = $twice && 0 === $number % 2 ? array_filter( $this->optional(), static fn( Mutation $other ): bool => $other->parameter !== $mutation->parameter ) : array();
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
	 * As optional(), with what is there already in place of what is new (the second value that a name suggests), and
	 * without what chooses a branch: an undeclared input that the code compares with words of its own.
	 *
	 * @return list<Mutation>
	 */
	private function second(): array {
		$changed   = false;
		$mutations = array();
		foreach ( $this->optional() as $mutation ) {
			$parameter = $this->parameters[ $mutation->parameter ];
			$other     = $parameter->literals ? null : $this->present( $parameter );
			$changed   = $changed || null !== $other || ( $parameter->literals && ! $parameter->declared );
			if ( $parameter->declared || ! $parameter->literals ) {
				$mutations[] = null === $other ? $mutation : new Mutation( $parameter->name, $other );
			}
		}
		return $changed ? $mutations : array();
	}

	private function present( Parameter $parameter ): ?Generated_Value {
		$named = array_values( array_filter( $this->values_of( $parameter ), static fn( Generated_Value $value ): bool => 'name' === $value->keyword && Generated_Value::VALID === $value->kind ) );
		$other = $named[1] ?? null;
		$fits  = null !== $other && Schema_Values::is_harmless( $other->value ) && ! str_contains( (string) wp_json_encode( $other->value ), Marker::planned() ) && $this->values->accepts( $parameter->schema, $other->value );
		return $fits ? $other : null;
	}

	/**
	 * A list in every input at once whose type nobody checks: the commonest way to break code that expects text.
	 *
	 * @return list<Mutation>
	 */
	private function lists(): array {
		return $this->everywhere( array( Marker::planned() ), 'type', static fn( array $schema ): bool => ! isset( $schema['type'] ) );
	}

	/**
	 * Text that shows at every sink, in every input at once that takes any text.
	 *
	 * @return list<Mutation>
	 */
	private function texts(): array {
		return $this->everywhere( Marker::planned() . '\'"<>&', 'payload', static fn( array $schema ): bool => in_array( 'string', (array) ( $schema['type'] ?? 'string' ), true ) && ! isset( $schema['format'] ) && ! isset( $schema['pattern'] ) );
	}

	/**
	 * @param mixed                 $value    For every input.
	 * @param string                $keyword  As Generated_Value has it.
	 * @param callable(array): bool $is_taken Whether an input with this schema takes it.
	 * @return list<Mutation>
	 */
	private function everywhere( mixed $value, string $keyword, callable $is_taken ): array {
		$free = array_filter( $this->mutable(), static fn( Parameter $parameter ): bool => Parameter::PATH !== $parameter->place && Parameter::HEADER !== $parameter->place && ! isset( $parameter->schema['enum'] ) && $is_taken( $parameter->schema ) );
		return array_values( array_map( static fn( Parameter $parameter ): Mutation => new Mutation( $parameter->name, new Generated_Value( $value, $keyword, Generated_Value::BOUNDARY ) ), $free ) );
	}

	/**
	 * @return list<Mutation> Every optional input with a valid value.
	 */
	private function optional(): array {
		return $this->optional ??= $this->read_optional();
	}

	/**
	 * @return list<Mutation>
	 */
	private function read_optional(): array {
		$mutations = array();
		foreach ( $this->mutable() as $parameter ) {
			if ( Parameter::PATH !== $parameter->place && ! $parameter->required ) {
				$value = $parameter->literals[0] ?? $this->values->instance( $parameter->schema, $parameter->name );
				if ( array() === $value ) {
					$value = $parameter->declared ? null : Marker::planned();
				}
				if ( null !== $value ) {
					$mutations[] = new Mutation( $parameter->name, new Generated_Value( $value, 'full', Generated_Value::VALID ) );
				}
			}
		}
		return $mutations;
	}

	/**
	 * @return list<Mutation>
	 */
	private function all_mutations(): array {
		$lists = array();
		foreach ( $this->mutable() as $parameter ) {
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
				$path[ $parameter->name ] = $is_control || $random->chance( 75 ) ? $this->first_of( $values ) : $random->pick( $values )->value;
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
