<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation;

use WP_Codebox\Fuzz\Inventory\Inventory;
use WP_Codebox\Fuzz\Inventory\Rest_Endpoint;

/**
 * Makes the plan of each target of an inventory, when it is asked for: a plan is large, targets are many.
 */
final class Target_Plans {

	private readonly Value_Table $table;

	/**
	 * @param Inventory             $inventory The targets.
	 * @param Parameter_Source|null $undeclared Finds inputs that an endpoint does not declare.
	 */
	public function __construct(
		private readonly Inventory $inventory,
		private readonly ?Parameter_Source $undeclared = null
	) {
		$this->table = new Value_Table();
	}

	/** Number of targets. */
	public function count(): int {
		return count( $this->inventory->endpoints ) + count( $this->inventory->abilities );
	}

	/**
	 * @param int $index 0 to count() - 1.
	 */
	public function get( int $index ): Target_Plan {
		$endpoint = $this->inventory->endpoints[ $index ] ?? null;
		if ( null !== $endpoint ) {
			return $this->rest( $endpoint );
		}
		return new Ability_Plan( $this->inventory->abilities[ $index - count( $this->inventory->endpoints ) ], $this->values( '' ) );
	}

	private function rest( Rest_Endpoint $endpoint ): Rest_Plan {
		$values = $this->values( $endpoint->route );
		$paths  = new Path_Generator( $endpoint->route );
		return new Rest_Plan( $endpoint, $this->parameters( $endpoint, $paths ), $values, $paths, new Schema_Expectation( $endpoint, $values ) );
	}

	/**
	 * @return array<string, Parameter> Path first, then declared, then undeclared inputs.
	 */
	private function parameters( Rest_Endpoint $endpoint, Path_Generator $paths ): array {
		$parameters = array();
		foreach ( array_keys( $paths->parameters() ) as $name ) {
			$parameters[ $name ] = new Parameter( $name, Parameter::PATH, $endpoint->args[ $name ] ?? array(), true, isset( $endpoint->args[ $name ] ) );
		}
		$found = null === $this->undeclared ? array() : $this->undeclared->parameters( $endpoint );
		foreach ( $endpoint->args as $name => $schema ) {
			$parameters[ $name ] ??= $this->declared( (string) $name, $schema, $found[ $name ] ?? null );
		}
		return $parameters + $found;
	}

	/**
	 * A declared input, with what the code shows of it where the declaration is silent.
	 */
	private function declared( string $name, array $schema, ?Parameter $found ): Parameter {
		if ( null !== $found && ! isset( $schema['properties'] ) && isset( $found->schema['properties'] ) && in_array( 'object', (array) ( $schema['type'] ?? 'object' ), true ) ) {
			$schema['properties'] = $found->schema['properties'];
		}
		return new Parameter( $name, Parameter::JSON, $schema, true === ( $schema['required'] ?? false ), true, isset( $schema['enum'] ) ? array() : $found->literals ?? array() );
	}

	private function values( string $route ): Schema_Values {
		$types = new Row_Types( $this->inventory->rows, $route );
		return new Schema_Values( $this->table, new Keywords\Name_Values( $this->table, $this->inventory->rows, $types ) );
	}
}
