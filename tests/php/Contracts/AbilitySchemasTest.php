<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Contracts;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Plugin;

/**
 * The emitted schemas are in the dialect of JSON Schema that WordPress reads.
 */
final class AbilitySchemasTest extends TestCase {

	/** Values that reach into a schema: each of these makes core look at another keyword. */
	private const PROBES = array( null, true, 1, 1.5, 'text', array(), array( 1 ), array( 'a' => 1 ) );

	public function test_core_reads_every_schema_without_complaint(): void {
		$wrong  = array();
		$record = static function ( string $name, string $message ) use ( &$wrong ): void {
			$wrong[] = "$name: $message";
		};
		add_action( 'doing_it_wrong_run', $record, 10, 2 );
		foreach ( Plugin::services()->operations()->all() as $definition ) {
			foreach ( array( $definition->input, $definition->output ) as $schema ) {
				$this->probe( $schema );
			}
		}
		remove_action( 'doing_it_wrong_run', $record );
		$this->assertSame( array(), $wrong );
	}

	public function test_no_schema_holds_a_keyword_that_core_does_not_know(): void {
		$known = array( ...rest_get_allowed_schema_keywords(), 'required', 'default' );
		foreach ( Plugin::services()->operations()->all() as $definition ) {
			foreach ( array( $definition->input, $definition->output ) as $schema ) {
				$this->each(
					$schema,
					fn( array $part ) => $this->assertSame( array(), array_diff( array_keys( $part ), $known ), $definition->id )
				);
			}
		}
	}

	public function test_every_array_has_items_and_every_part_a_type_or_branches(): void {
		foreach ( Plugin::services()->operations()->all() as $definition ) {
			$this->each(
				$definition->input,
				function ( array $part ) use ( $definition ): void {
					$this->assertTrue( isset( $part['type'] ) || isset( $part['anyOf'] ) || isset( $part['oneOf'] ), $definition->id );
					if ( $this->is_list_schema( $part ) ) {
						$this->assertArrayHasKey( 'items', $part, $definition->id );
					}
				}
			);
		}
	}

	public function test_the_manifest_holds_no_binding_alias_or_filter(): void {
		$text = (string) wp_json_encode( Contracts::get( 'runtime/runtime-contract-manifest' ), JSON_UNESCAPED_SLASHES );
		foreach ( array( 'handler', 'callback', 'backend', 'filter', 'alias', 'legacy', 'wp_codebox_', '::', '\\\\' ) as $word ) {
			$this->assertStringNotContainsStringIgnoringCase( $word, $text );
		}
		array_walk_recursive(
			Contracts::get( 'runtime/runtime-contract-manifest' )['schemas'],
			fn( string $id ) => $this->assertMatchesRegularExpression( '#^wp-codebox/[a-z/-]+/v1$#', $id )
		);
	}

	/**
	 * True for what may be a list; a part that may be anything at all is where a schema ends.
	 *
	 * @param array $part A schema.
	 */
	private function is_list_schema( array $part ): bool {
		$types = (array) ( $part['type'] ?? array() );
		return in_array( 'array', $types, true ) && 6 > count( $types );
	}

	private function probe( array $schema ): void {
		foreach ( self::PROBES as $value ) {
			rest_validate_value_from_schema( $value, $schema, 'input' );
			rest_sanitize_value_from_schema( $value, $schema, 'input' );
		}
		$this->each(
			$schema,
			static function ( array $part ): void {
				foreach ( self::PROBES as $value ) {
					rest_validate_value_from_schema( $value, $part, 'input' );
				}
			}
		);
	}

	/**
	 * @param array                 $schema A schema.
	 * @param callable(array): void $visit  Called with it and every schema below it.
	 */
	private function each( array $schema, callable $visit ): void {
		$visit( $schema );
		$below = array(
			...array_values( $schema['properties'] ?? array() ),
			...array_values( $schema['patternProperties'] ?? array() ),
			...( $schema['anyOf'] ?? array() ),
			...( $schema['oneOf'] ?? array() ),
			...( isset( $schema['items'] ) ? array( $schema['items'] ) : array() ),
			...( is_array( $schema['additionalProperties'] ?? null ) ? array( $schema['additionalProperties'] ) : array() ),
		);
		foreach ( $below as $part ) {
			$this->each( $part, $visit );
		}
	}
}
