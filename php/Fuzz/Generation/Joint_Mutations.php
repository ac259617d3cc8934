<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation;

/**
 * Changes of many inputs of a route at once: what comes before they are changed one by one, so that each route shows
 * early what takes several inputs together.
 */
final class Joint_Mutations {

	/** @var array<string, Parameter> Without those in the path. */
	private readonly array $inputs;

	/** @var array<string, Mutation>|null */
	private ?array $optional = null;

	/**
	 * @param list<Parameter> $inputs What cases change.
	 * @param Schema_Values   $values Makes values.
	 */
	public function __construct( array $inputs, private readonly Schema_Values $values ) {
		$inputs       = array_filter( $inputs, static fn( Parameter $parameter ): bool => Parameter::PATH !== $parameter->place );
		$this->inputs = array_combine( array_map( static fn( Parameter $parameter ): string => $parameter->name, $inputs ), $inputs );
	}

	/**
	 * @return list<Mutation> Every optional input with a valid value.
	 */
	public function optional(): array {
		return array_values( $this->optional ??= $this->read_optional() );
	}

	/**
	 * As optional(), with what is there already in place of what is new (the second value that a name suggests), and
	 * without what chooses a branch: an undeclared input that the code compares with words of its own.
	 *
	 * @return list<Mutation> None where that would be optional() again.
	 */
	public function second(): array {
		$this->optional();
		$second = $this->optional ?? array();
		foreach ( $this->inputs as $name => $parameter ) {
			if ( $parameter->literals && ! $parameter->declared ) {
				unset( $second[ $name ] );
			}
			$other = $parameter->literals ? null : $this->present( $parameter );
			if ( null !== $other ) {
				$second[ $name ] = new Mutation( $name, $other );
			}
		}
		return $second === $this->optional ? array() : array_values( $second );
	}

	/**
	 * A list in every input at once whose type nobody checks: the commonest way to break code that expects text.
	 *
	 * @return list<Mutation>
	 */
	public function lists(): array {
		return $this->everywhere( array( Marker::planned() ), 'type', static fn( array $schema ): bool => ! isset( $schema['type'] ) );
	}

	/**
	 * Text that shows at every sink, in every input at once that takes any text.
	 *
	 * @return list<Mutation>
	 */
	public function texts(): array {
		return $this->everywhere( Marker::planned() . '\'"<>&', 'payload', static fn( array $schema ): bool => in_array( 'string', (array) ( $schema['type'] ?? 'string' ), true ) && ! isset( $schema['format'] ) && ! isset( $schema['pattern'] ) );
	}

	/**
	 * @param mixed                 $value    For every input.
	 * @param string                $keyword  As Generated_Value has it.
	 * @param callable(array): bool $is_taken Whether an input with this schema takes it.
	 * @return list<Mutation>
	 */
	private function everywhere( mixed $value, string $keyword, callable $is_taken ): array {
		$free = array_filter( $this->inputs, static fn( Parameter $parameter ): bool => Parameter::HEADER !== $parameter->place && ! isset( $parameter->schema['enum'] ) && $is_taken( $parameter->schema ) );
		return array_values( array_map( static fn( Parameter $parameter ): Mutation => new Mutation( $parameter->name, new Generated_Value( $value, $keyword, Generated_Value::BOUNDARY ) ), $free ) );
	}

	/** The second value of a name, as far as it is a thing of the site and no text of ours. */
	private function present( Parameter $parameter ): ?Generated_Value {
		$named = array_values( array_filter( $this->values->unjudged( $parameter->schema, $parameter->name ), static fn( Generated_Value $value ): bool => 'name' === $value->keyword && array() === $value->path && Generated_Value::VALID === $value->kind ) );
		$other = $named[1]->value ?? null;
		$fits  = null !== $other && Schema_Values::is_harmless( $other ) && ! str_contains( (string) wp_json_encode( $other ), Marker::planned() ) && $this->values->accepts( $parameter->schema, $other );
		return $fits ? $named[1] : null;
	}

	/**
	 * @return array<string, Mutation>
	 */
	private function read_optional(): array {
		$mutations = array();
		foreach ( $this->inputs as $name => $parameter ) {
			$value = $parameter->required ? null : $parameter->literals[0] ?? $this->values->instance( $parameter->schema, $name );
			if ( array() === $value ) {
				$value = $parameter->declared ? null : Marker::planned();
			}
			if ( null !== $value ) {
				$mutations[ $name ] = new Mutation( $name, new Generated_Value( $value, 'full', Generated_Value::VALID ) );
			}
		}
		return $mutations;
	}
}
