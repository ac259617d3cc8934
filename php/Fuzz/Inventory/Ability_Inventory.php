<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Inventory;

use WP_Ability;

/**
 * Every registered ability that belongs to the code under test, by name.
 */
final class Ability_Inventory {

	/** Our own abilities start runs; fuzzing them from inside a run tests nothing and may recurse. */
	private const OWN_PREFIX = 'wp-codebox/';

	/**
	 * @param Code_Under_Test $code What the run is about.
	 */
	public function __construct( private readonly Code_Under_Test $code ) {}

	/**
	 * @return list<Ability_Entry>
	 */
	public function abilities(): array {
		$entries = array();
		foreach ( wp_get_abilities() as $ability ) {
			$entry = $this->entry( $ability );
			if ( $this->is_chosen( $entry ) ) {
				$entries[] = $entry;
			}
		}
		usort( $entries, static fn( Ability_Entry $a, Ability_Entry $b ): int => strcmp( $a->name, $b->name ) );
		return $entries;
	}

	private function entry( WP_Ability $ability ): Ability_Entry {
		return new Ability_Entry(
			$ability->get_name(),
			(array) $ability->get_input_schema(),
			(array) $ability->get_output_schema(),
			(array) $ability->get_meta_item( 'annotations', array() ),
			array_filter(
				array(
					'callback'   => $this->read_protected( $ability, 'execute_callback' ),
					'permission' => $this->read_protected( $ability, 'permission_callback' ),
				)
			)
		);
	}

	/**
	 * An ability offers no way to ask where its code stands.
	 *
	 * @param WP_Ability $ability  The ability.
	 * @param string     $property Name of the protected property.
	 */
	private function read_protected( WP_Ability $ability, string $property ): mixed {
		$reflection = new \ReflectionClass( WP_Ability::class );
		return $reflection->hasProperty( $property ) ? $reflection->getProperty( $property )->getValue( $ability ) : null;
	}

	private function is_chosen( Ability_Entry $entry ): bool {
		if ( str_starts_with( $entry->name, self::OWN_PREFIX ) && ! $this->code->has_ability( $entry->name ) ) {
			return false;
		}
		$callback = $entry->callback();
		return $this->code->is_everything()
			|| $this->code->has_ability( $entry->name )
			|| ( $this->code->has_paths() && null !== $callback && $this->code->is_under_test( $callback->file ) );
	}
}
