<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz;

use PHPUnit\Framework\Attributes\DataProvider;

final class Expectations_Test extends Suite_Test_Case {

	/**
	 * @return iterable<string, array{array, array, string}>
	 */
	public static function expectations(): iterable {
		$types  = array( 'path' => '/wp/v2/types' );
		$broken = array( 'path' => '/codebox-test/v1/broken' );
		$bad    = array(
			'path'   => '/wp/v2/posts',
			'params' => array( 'per_page' => 0 ),
		);
		yield 'the status' => array( $types, array( 'status' => 200 ), 'passed' );
		yield 'one of several' => array( $types, array( 'status' => array( 201, 200 ) ), 'passed' );
		yield 'another status' => array( $types, array( 'status' => 201 ), 'failed' );
		yield 'a rejection that was to be accepted' => array( $bad, array( 'status' => 200 ), 'failed' );
		yield 'a rejection as expected' => array(
$bad,
array(
'status' => 400,
'body'   => array( 'code' => 'rest_invalid_param' ),
),
'passed',
);
		yield 'a server error as expected' => array( $broken, array( 'status' => 500 ), 'passed' );
		yield 'a server error behind a matching body' => array( $broken, array( 'body' => array( 'code' => 'broken' ) ), 'passed' );
		yield 'part of the body' => array(
$types,
array(
'body' => array(
'post' => array(
'slug'         => 'post',
'hierarchical' => false,
),
),
),
'passed',
);
		yield 'another value' => array( $types, array( 'body' => array( 'post' => array( 'slug' => 'page' ) ) ), 'failed' );
		yield 'a field that is not there' => array( $types, array( 'body' => array( 'nothing' => null ) ), 'failed' );
		yield 'a number is no string' => array( $types, array( 'body' => array( 'post' => array( 'slug' => 0 ) ) ), 'failed' );
		yield 'the schema' => array(
$types,
array(
'schema' => array(
'type'     => 'object',
'required' => array( 'post' ),
),
),
'passed',
);
		yield 'another schema' => array( $types, array( 'schema' => array( 'type' => 'array' ) ), 'failed' );
		yield 'a schema that is none' => array(
$types,
array(
'schema' => array(
'type'     => 'object',
'required' => 'post',
),
),
'error',
);
		yield 'a pattern that is none' => array(
$types,
array(
'schema' => array(
'patternProperties' => array( '(' => array( 'type' => 'string' ) ),
'type'              => 'object',
),
),
'error',
);
	}

	#[DataProvider( 'expectations' )]
	public function test_expectations_decide_the_status( array $input, array $expect, string $status ): void {
		$this->add_route( '/broken', static fn(): \WP_Error => new \WP_Error( 'broken', 'It broke.', array( 'status' => 500 ) ) );
		$result = $this->run_rest( $input, array( 'expect' => $expect ) );
		self::assertSame( $status, $result['status'], (string) wp_json_encode( $result['diagnostics'] ?? array() ) );
		$code = array(
			'failed' => 'wp_codebox_fuzz_expectation_failed',
			'error'  => 'wp_codebox_fuzz_expectation_invalid',
		);
		self::assertSame( $code[ $status ] ?? null, $result['diagnostics'][0]['code'] ?? null );
	}

	public function test_what_is_thrown_fails_whatever_was_expected(): void {
		$this->add_route( '/throw', static fn() => throw new \DomainException( 'x' ) );
		self::assertSame( 'failed', $this->run_rest( array( 'path' => '/codebox-test/v1/throw' ), array( 'expect' => array( 'status' => 500 ) ) )['status'] );
	}

	public function test_the_aliases_of_the_runtime_are_read(): void {
		self::assertSame( 'failed', $this->run_rest( array(
'path'          => '/wp/v2/types',
'expect_status' => 404,
) )['status'] );
		self::assertSame( 'passed', $this->run_rest( array(
'path'         => '/wp/v2/types',
'expectStatus' => 200,
) )['status'] );
	}
}
