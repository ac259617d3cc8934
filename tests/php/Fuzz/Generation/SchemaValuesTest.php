<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Generation;

use Eris\Generator\SeqGenerator;
use Eris\Generators;
use Eris\TestTrait;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use WP_Codebox\Fuzz\Generation\Generated_Value;
use WP_Codebox\Fuzz\Generation\Keywords\Name_Values;
use WP_Codebox\Fuzz\Generation\Row_Types;
use WP_Codebox\Fuzz\Generation\Schema_Values;
use WP_Codebox\Fuzz\Generation\Value_Table;
use WP_Codebox\Fuzz\Inventory\Row_Pool;

final class SchemaValuesTest extends TestCase {

	use TestTrait;

	private static function values(): Schema_Values {
		$rows  = new Row_Pool( array() );
		$table = new Value_Table();
		return new Schema_Values( $table, new Name_Values( $table, $rows, new Row_Types( $rows, '' ) ) );
	}

	/**
	 * @return iterable<string, array{string, array}>
	 */
	public static function keywords(): iterable {
		$text = array( 'type' => 'string' );
		yield 'enum' => array( 'enum', $text + array( 'enum' => array( 'a', 'b' ) ) );
		yield 'enum of numbers' => array(
'enum',
array(
			'type' => 'integer',
			'enum' => array( 1, 5 ),
		),
);
		foreach ( array( 'date-time', 'hex-color', 'email', 'ip', 'uuid' ) as $format ) {
			yield "format $format" => array( 'format', $text + array( 'format' => $format ) );
		}
		yield 'minLength' => array( 'minLength', $text + array( 'minLength' => 5 ) );
		yield 'maxLength' => array( 'maxLength', $text + array( 'maxLength' => 5 ) );
		yield 'pattern' => array( 'pattern', $text + array( 'pattern' => '^[a-z]{3}-\d+(?:x|y)?$' ) );
		foreach ( array( 'integer', 'number' ) as $type ) {
			yield "$type minimum" => array(
'minimum',
array(
				'type'    => $type,
				'minimum' => 7,
			),
);
			yield "$type maximum" => array(
'maximum',
array(
				'type'    => $type,
				'maximum' => 7,
			),
);
			yield "$type exclusiveMinimum" => array(
'minimum',
array(
				'type'             => $type,
				'minimum'          => 7,
				'exclusiveMinimum' => true,
			),
);
			yield "$type exclusiveMaximum" => array(
'maximum',
array(
				'type'             => $type,
				'maximum'          => 7,
				'exclusiveMaximum' => true,
			),
);
			yield "$type multipleOf" => array(
'multipleOf',
array(
				'type'       => $type,
				'multipleOf' => 3,
			),
);
		}
		$list = array(
			'type'  => 'array',
			'items' => array( 'type' => 'integer' ),
		);
		yield 'minItems' => array( 'minItems', $list + array( 'minItems' => 2 ) );
		yield 'maxItems' => array( 'maxItems', $list + array( 'maxItems' => 2 ) );
		yield 'uniqueItems' => array( 'uniqueItems', $list + array( 'uniqueItems' => true ), false );
		yield 'items' => array( 'type', $list );
		$object = array(
			'type'       => 'object',
			'properties' => array(
				'a' => array( 'type' => 'integer' ),
				'b' => array( 'type' => 'boolean' ),
			),
		);
		yield 'required' => array( 'required', $object + array( 'required' => array( 'a' ) ), false );
		yield 'additionalProperties' => array( 'additionalProperties', $object + array( 'additionalProperties' => false ), false );
		yield 'additionalProperties schema' => array(
'type',
array(
			'type'                 => 'object',
			'additionalProperties' => array( 'type' => 'integer' ),
		),
false,
);
		yield 'patternProperties' => array(
'patternProperties',
array(
			'type'                 => 'object',
			'patternProperties'    => array( '^x-[a-z]+$' => array( 'type' => 'integer' ) ),
			'additionalProperties' => false,
		),
);
		yield 'minProperties' => array(
'minProperties',
array(
			'type'          => 'object',
			'minProperties' => 2,
		),
false,
);
		yield 'maxProperties' => array(
'maxProperties',
array(
			'type'          => 'object',
			'maxProperties' => 2,
		),
);
		yield 'type list' => array( 'type', array( 'type' => array( 'integer', 'null' ) ) );
		yield 'boolean' => array( 'type', array( 'type' => 'boolean' ) );
	}

	/**
	 * @param string $keyword   Keyword that the values are made for.
	 * @param array  $schema    Schema with it.
	 * @param bool   $has_valid Whether valid values are made under the keyword's own name too.
	 */
	#[DataProvider( 'keywords' )]
	public function test_a_keyword_has_values_that_wordpress_accepts_and_values_that_it_refuses( string $keyword, array $schema, bool $has_valid = true ): void {
		$kinds = array();
		foreach ( self::values()->all( $schema, 'thing' ) as $value ) {
			$accepted = true === rest_validate_value_from_schema( $value->value, $schema, 'thing' );
			$this->assertSame( $accepted, Generated_Value::INVALID !== $value->kind );
			if ( $keyword === $value->keyword ) {
				$kinds[ $accepted ? 'accepted' : 'refused' ] = true;
			}
		}
		$this->assertArrayHasKey( 'refused', $kinds );
		$this->assertSame( $has_valid, isset( $kinds['accepted'] ) );
		$this->assertTrue( rest_validate_value_from_schema( self::values()->instance( $schema, 'thing' ), $schema, 'thing' ) );
	}

	public function test_branches_of_any_of_and_one_of_each_get_a_value(): void {
		foreach ( array( 'anyOf', 'oneOf' ) as $keyword ) {
			$schema = array(
				$keyword => array(
					array(
						'type'    => 'integer',
						'minimum' => 1000,
					),
					array(
						'type'       => 'object',
						'properties' => array( 'k' => array( 'type' => 'string' ) ),
						'required'   => array( 'k' ),
					),
				),
			);
			$valid  = array_filter( self::values()->all( $schema, 'thing' ), static fn( Generated_Value $value ): bool => $keyword === $value->keyword && Generated_Value::VALID === $value->kind );
			$this->assertCount( 2, $valid );
		}
	}

	public function test_random_schemas_have_an_instance_and_truthful_kinds(): void {
		$this->limitTo( 150 );
		$this->forAll( Generators::int() )->then(
			function ( int $seed ): void {
				$schema   = Random_Schema::make( $seed );
				$instance = self::values()->instance( $schema, 'thing' );
				$this->assertTrue( rest_validate_value_from_schema( $instance, $schema, 'thing' ), (string) wp_json_encode( array( $schema, $instance ) ) );
				$kinds = array();
				foreach ( self::values()->all( $schema, 'thing' ) as $value ) {
					$accepted = true === rest_validate_value_from_schema( $value->value, $schema, 'thing' );
					$this->assertSame( $accepted, Generated_Value::INVALID !== $value->kind );
					$kinds[ $value->kind ] = true;
				}
				$this->assertArrayHasKey( Generated_Value::INVALID, $kinds, (string) wp_json_encode( $schema ) );
			}
		);
	}

	public function test_names_give_values_where_no_type_is_declared(): void {
		$first = static fn( string $name ): mixed => self::values()->all( array(), $name )[0]->value;
		$this->assertSame( 'administrator', $first( 'roles' ) );
		$this->assertStringContainsString( '.invalid', (string) $first( 'callbackUrl' ) );
		$this->assertStringEndsWith( '@example.org', (string) $first( 'user_email' ) );
		$this->assertStringEndsWith( '.php', (string) $first( 'filename' ) );
		$this->assertSame( 'draft', $first( 'status' ) );
		$this->assertStringEndsWith( "'", (string) $first( 'orderby' ) );
		$this->assertIsInt( $first( 'form_id' ) );
	}
}
