<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation;

use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Errors\Errors;
use WP_Codebox\Fuzz\Discovery\Parameter_Scan;
use WP_Codebox\Fuzz\Inventory\Code_Under_Test;
use WP_Codebox\Fuzz\Inventory\Inventory;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;
use WP_Error;

/**
 * Turns a selection of code into a generator of cases, or into a whole suite.
 */
final class Suite_Generation {

	private const DEFAULT_CASES = 300;

	/**
	 * @param array $selection `plugin`, `theme`, `namespace`, `ability`, all optional.
	 * @return Code_Under_Test|WP_Error `wp_codebox_fuzz_target_unknown` names the field.
	 */
	public function code( array $selection ): Code_Under_Test|WP_Error {
		$code = Code_Under_Test::select( $selection['plugin'] ?? null, $selection['theme'] ?? null, $selection['namespace'] ?? null, $selection['ability'] ?? null );
		if ( null !== $code ) {
			return $code;
		}
		$field = isset( $selection['plugin'] ) && null === Code_Under_Test::select( $selection['plugin'] ) ? 'plugin' : 'theme';
		return Errors::make( 'wp_codebox_fuzz_target_unknown', "$field " . $selection[ $field ], array( 'field' => $field ) );
	}

	/**
	 * Reads the live site as far as it belongs to the code.
	 *
	 * @param Code_Under_Test   $code  What the run is about.
	 * @param list<string>|null $roles Roles by name; null means all.
	 * @return Inventory|WP_Error `wp_codebox_fuzz_target_unknown` for a role that is not there, `wp_codebox_fuzz_nothing_to_call` when there is no target.
	 */
	public function inventory( Code_Under_Test $code, ?array $roles ): Inventory|WP_Error {
		$inventory = Inventory::read( $code, $roles );
		$unknown   = array_values( array_diff( $roles ?? array(), $inventory->roles ) );
		if ( $unknown ) {
			return Errors::make( 'wp_codebox_fuzz_target_unknown', 'role ' . $unknown[0], array( 'field' => 'roles' ) );
		}
		if ( ! $inventory->endpoints && ! $inventory->abilities ) {
			return Errors::make( 'wp_codebox_fuzz_nothing_to_call', $this->why_nothing( $code ) );
		}
		return $inventory;
	}

	/**
	 * @param Inventory $inventory       Targets, roles, rows.
	 * @param string    $seed            Any text.
	 * @param bool      $allow_mutations Whether to make cases that may change state.
	 */
	public function generator( Inventory $inventory, string $seed, bool $allow_mutations ): Case_Generator {
		return new Case_Generator( $inventory, new Target_Plans( $inventory, new Parameter_Scan( $inventory->code ) ), $seed, $allow_mutations );
	}

	/**
	 * @param array $input Input of the operation.
	 * @return array|WP_Error A fuzz-suite/v1 document.
	 */
	public function suite( array $input ): array|WP_Error {
		$code      = $this->code( $input );
		$inventory = $code instanceof WP_Error ? $code : $this->inventory( $code, $input['roles'] ?? null );
		if ( $inventory instanceof WP_Error ) {
			return $inventory;
		}
		$seed      = (string) ( $input['seed'] ?? '1' );
		$mutations = true === ( $input['allowMutations'] ?? false );
		$cases     = array();
		foreach ( $this->generator( $inventory, $seed, $mutations )->cases( $input['cases'] ?? self::DEFAULT_CASES ) as $fuzz_case ) {
			$cases[] = $this->document( $fuzz_case );
		}
		if ( ! $cases ) {
			return Errors::make( 'wp_codebox_fuzz_nothing_to_call', 'every target may change state, and `allowMutations` is off' );
		}
		return array(
			'schema'   => Contracts::get( 'operations/run-fuzz-suite' )['inputSchemaId'],
			'id'       => 'generated-' . substr( hash( 'sha256', $seed . $inventory->digest() ), 0, 12 ),
			'seed'     => $seed,
			'cases'    => $cases,
			'metadata' => array(
				'generator' => array(
					'name'            => Case_Generator::NAME,
					'version'         => Case_Generator::VERSION,
					'seed'            => $seed,
					'inventoryDigest' => $inventory->digest(),
					'endpoints'       => count( $inventory->endpoints ),
					'abilities'       => count( $inventory->abilities ),
					'roles'           => $inventory->roles,
				),
			),
		) + ( $mutations ? array( 'restMutationFixtureOptIn' => $this->opt_in() ) : array() );
	}

	/**
	 * @param Fuzz_Case $fuzz_case A generated case.
	 * @return array<string, mixed> The case as a suite holds it.
	 */
	private function document( Fuzz_Case $fuzz_case ): array {
		return array(
			'id'       => $fuzz_case->id,
			'target'   => array(
				'kind' => $fuzz_case->kind,
				'id'   => $fuzz_case->entry,
			),
			'input'    => $fuzz_case->input,
			'role'     => (string) $fuzz_case->role,
			'metadata' => $fuzz_case->metadata,
		);
	}

	/**
	 * @return array<string, mixed> The suite's own opt-in; who runs it still needs the capability.
	 */
	private function opt_in(): array {
		$schema = Contracts::get( 'operations/run-fuzz-suite' )['input']['properties']['restMutationFixtureOptIn']['properties'];
		return array(
			'schema'  => $schema['schema']['enum'][0],
			'id'      => 'generated',
			'route'   => '',
			'methods' => $schema['methods']['items']['enum'],
		);
	}

	private function why_nothing( Code_Under_Test $code ): string {
		if ( ! $code->has_paths() ) {
			return 'no REST route or ability has this namespace or prefix';
		}
		$active = array_merge( (array) get_option( 'active_plugins', array() ), array_keys( (array) get_site_option( 'active_sitewide_plugins', array() ) ) );
		foreach ( $active as $plugin ) {
			if ( $code->is_under_test( WP_PLUGIN_DIR . '/' . $plugin ) ) {
				return 'the plugin is active but registers no REST route, field or ability';
			}
		}
		return 'the plugin or theme registers no REST route, field or ability; is it active?';
	}
}
