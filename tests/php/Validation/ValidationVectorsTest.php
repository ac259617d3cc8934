<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Validation;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use WP_Codebox\Tests\Vectors;
use WP_Codebox\Validation\Schema_Validator;

/**
 * The vectors that Ajv runs too: one verdict in both languages.
 */
final class ValidationVectorsTest extends TestCase {

	/** @return array<string, array{0: array, 1: array}> */
	public static function vectors(): array {
		return Vectors::of( 'validation' );
	}

	/**
	 * @param array $input    `schema` and `value`.
	 * @param array $expected `valid`, and for what is not: `path` and `keyword`.
	 */
	#[DataProvider( 'vectors' )]
	public function test_vector( array $input, array $expected ): void {
		$violation = ( new Schema_Validator() )->first_violation( $input['value'], $input['schema'] );
		$this->assertSame( $expected['valid'], null === $violation, $violation?->sentence() ?? 'valid' );
		if ( null !== $violation ) {
			$this->assertSame( $expected['path'], $violation->path );
			$this->assertSame( $expected['keyword'], $violation->keyword );
		}
	}

	/**
	 * What we call valid, WordPress accepts too, and without a `_doing_it_wrong`.
	 *
	 * @param array $input    `schema` and `value`.
	 * @param array $expected The verdict.
	 */
	#[DataProvider( 'vectors' )]
	public function test_wordpress_accepts_what_is_valid( array $input, array $expected ): void {
		$wrong  = array();
		$record = static function ( string $name, string $message ) use ( &$wrong ): void {
			$wrong[] = "$name: $message";
		};
		add_action( 'doing_it_wrong_run', $record, 10, 2 );
		$answer = rest_validate_value_from_schema( $input['value'], $input['schema'], 'input' );
		remove_action( 'doing_it_wrong_run', $record );
		$this->assertSame( array(), $wrong );
		if ( $expected['valid'] ) {
			$this->assertTrue( $answer, is_wp_error( $answer ) ? $answer->get_error_message() : '' );
		}
	}
}
