<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation;

use WP_Codebox\Fuzz\Inventory\Ability_Entry;

/**
 * The cases of one ability.
 */
final class Ability_Plan implements Target_Plan {

	/** @var list<Generated_Value>|null */
	private ?array $inputs = null;

	/**
	 * @param Ability_Entry $ability The ability.
	 * @param Schema_Values $values  Makes values.
	 */
	public function __construct(
		private readonly Ability_Entry $ability,
		private readonly Schema_Values $values
	) {}

	public function key(): string {
		return 'ability ' . $this->ability->name;
	}

	public function draft( int $number, Seeded_Random $random ): ?Draft {
		$schema = $this->ability->input_schema;
		if ( 0 === $number ) {
			$input = $schema ? $this->values->instance( $schema, 'input' ) : null;
			return new Draft( Draft::CONTROL, 'ability', $this->ability->name, null === $input ? array() : array( 'input' => $input ), array(), $this->expected( $input ), $this->mutates() );
		}
		$inputs = $this->inputs ??= Value_Order::of_values( $this->values->unjudged( $schema, 'input' ) );
		$value  = $inputs[ $number - 1 ] ?? null;
		if ( null === $value ) {
			return null;
		}
		return new Draft( Draft::SINGLE, 'ability', $this->ability->name, array( 'input' => $value->value ), array( new Mutation( 'input', $this->values->judged( $schema, $value ) ) ), $this->expected( $value->value ), $this->mutates() );
	}

	private function mutates(): bool {
		return true !== ( $this->ability->annotations['readonly'] ?? null );
	}

	private function expected( mixed $input ): string {
		$schema = $this->ability->input_schema;
		if ( ! $schema ) {
			// WP_Ability refuses any input where none is declared.
			return null === $input ? Generated_Value::VALID : Generated_Value::INVALID;
		}
		return $this->values->accepts( $schema, $input ?? $schema['default'] ?? null ) ? Generated_Value::VALID : Generated_Value::INVALID;
	}
}
