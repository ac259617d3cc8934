<?php

declare( strict_types=1 );

namespace WP_Codebox\Surfaces;

use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Operations\Operation_Definition;
use WP_Codebox\Services;

/**
 * Registers every operation as an ability of the category `wp-codebox`.
 */
final class Abilities_Surface {

	/**
	 * @param Services $services Composition root.
	 */
	public function __construct( private readonly Services $services ) {}

	/** Hooks into the Abilities API, which asks only when somebody reads the registry. */
	public function register(): void {
		add_action( 'wp_abilities_api_categories_init', array( $this, 'register_category' ) );
		add_action( 'wp_abilities_api_init', array( $this, 'register_abilities' ) );
	}

	public function register_category(): void {
		wp_register_ability_category(
			'wp-codebox',
			array(
				'label'       => __( 'WP Codebox', 'wp-codebox' ),
				'description' => __( 'Runs code and tests against WordPress without risking the site.', 'wp-codebox' ),
			)
		);
	}

	public function register_abilities(): void {
		foreach ( $this->services->operations()->all() as $definition ) {
			if ( $definition->is_ability ) {
				wp_register_ability( $definition->id, $this->arguments( $definition ) );
			}
		}
	}

	private function arguments( Operation_Definition $definition ): array {
		return array(
			'label'         => $definition->label,
			'description'   => $definition->description,
			'category'      => 'wp-codebox',
			'ability_class' => Operation_Ability::class,
			'input_schema'  => $definition->input,
			'output_schema' => $definition->output,
			'meta'          => array(
				'show_in_rest'      => true,
				'annotations'       => $definition->annotations,
				'canonical_ability' => $definition->id,
			) + array_map( array( Contracts::class, 'get' ), $definition->metadata ),
		);
	}
}
