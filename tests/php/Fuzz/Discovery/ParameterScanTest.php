<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Discovery;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Fuzz\Discovery\Parameter_Scan;
use WP_Codebox\Fuzz\Generation\Case_Generator;
use WP_Codebox\Fuzz\Generation\Parameter;
use WP_Codebox\Fuzz\Generation\Target_Plans;
use WP_Codebox\Fuzz\Inventory\Code_Under_Test;
use WP_Codebox\Fuzz\Inventory\Inventory;
use WP_Codebox\Fuzz\Inventory\Rest_Endpoint;
use WP_Codebox\Fuzz\Inventory\Row_Pool;

final class ParameterScanTest extends TestCase {

	public function test_reads_of_the_request_are_found_with_what_they_are_compared_with(): void {
		$found = $this->scan( 'direct' );
		$this->assertSame( array( 'X-Acme-Key', 'kind', 'level', 'mode' ), $this->names( $found ) );
		$this->assertSame( array( 'fast', 'slow' ), $found['mode']->literals );
		$this->assertSame( array( 'low', 'high' ), $found['level']->literals );
		$this->assertSame( array( 'cat', 'dog' ), $found['kind']->literals );
		$this->assertSame( Parameter::HEADER, $found['X-Acme-Key']->place );
	}

	public function test_keys_of_a_body_are_found_and_what_stands_for_a_missing_one(): void {
		$found = $this->scan( 'bodies' );
		$this->assertSame( array( 'limit', 'nested', 'options', 'title' ), $this->names( $found ) );
		$this->assertSame( array( 'untitled' ), $found['title']->literals );
		$this->assertSame( array( 25 ), $found['limit']->literals );
		$this->assertSame( array( 'color' ), array_keys( $found['options']->schema['properties'] ) );
	}

	public function test_superglobals_say_where_an_input_goes(): void {
		$found = $this->scan( 'superglobals' );
		$this->assertSame(
			array(
				'X-Acme-Token' => Parameter::HEADER,
				'from_any'     => Parameter::FORM,
				'from_get'     => Parameter::QUERY,
				'from_post'    => Parameter::FORM,
			),
			array_combine( $this->names( $found ), array_map( static fn( string $name ): string => $found[ $name ]->place, $this->names( $found ) ) )
		);
	}

	public function test_loops_over_lists_of_keys_and_defaults_name_inputs(): void {
		$this->assertSame( array( 'five', 'four', 'one', 'three', 'two' ), $this->names( $this->scan( 'key_lists' ) ) );
	}

	public function test_what_is_called_is_read_too_two_levels_deep(): void {
		$this->assertSame( array( 'in_deeper', 'in_helper', 'in_service' ), $this->names( $this->scan( 'passes_on' ) ) );
	}

	public function test_a_wrapped_callback_is_read_through_its_wrapper(): void {
		$inner = array( new Reading_Plugin(), 'direct' );
		$found = ( new Parameter_Scan( Code_Under_Test::select() ) )->parameters( $this->endpoint( static fn( $request ) => $inner( $request ) ) );
		$this->assertContains( 'mode', $this->names( $found ) );
	}

	public function test_keys_inside_the_value_of_an_added_field_become_its_properties(): void {
		$endpoint = new Rest_Endpoint( '/wp/v2/things', 0, 'wp/v2', array( 'POST' ), array( 'picture' => array( 'type' => 'object' ) ), 'public', array( 'update:picture' => array( new Reading_Plugin(), 'update_field' ) ), array(), array(), array( 'picture' ) );
		$found    = ( new Parameter_Scan( Code_Under_Test::select() ) )->parameters( $endpoint );
		$this->assertSame( array( 'media_id' ), array_keys( $found['picture']->schema['properties'] ) );
	}

	public function test_a_class_that_the_caller_names_gets_names_of_classes(): void {
		$found = ( new Parameter_Scan( Code_Under_Test::select( 'wp-codebox' ) ) )->parameters( $this->endpoint( array( new Reading_Plugin(), 'makes' ) ) );
		$this->assertSame( array( 'thing_class' ), $this->names( $found ) );
	}

	public function test_what_is_no_input_is_not_reported(): void {
		$this->assertSame( array(), $this->names( $this->scan( 'innocent' ) ) );
	}

	public function test_callbacks_that_cannot_be_read_are_passed_over(): void {
		foreach ( array( 'no_such_function', array( 'NoClass', 'method' ), 'strlen', null ) as $callback ) {
			$this->assertSame( array(), ( new Parameter_Scan( Code_Under_Test::select() ) )->parameters( $this->endpoint( $callback ) ) );
		}
	}

	public function test_found_inputs_reach_the_cases_with_their_values_and_alone(): void {
		$inventory = new Inventory( Code_Under_Test::select(), array( $this->endpoint( array( new Reading_Plugin(), 'direct' ) ) ), array(), array( 'anonymous' ), array( 'anonymous' => 0 ), new Row_Pool( array() ) );
		$inputs    = array();
		foreach ( ( new Case_Generator( $inventory, new Target_Plans( $inventory, new Parameter_Scan( $inventory->code ) ), '1' ) )->cases( 80 ) as $fuzz_case ) {
			$inputs[] = wp_json_encode( $fuzz_case->input['params'] ?? array() );
		}
		$this->assertContains( '[]', $inputs );
		$this->assertContains( '{"mode":"fast"}', $inputs );
		$this->assertContains( '{"kind":"dog"}', $inputs );
	}

	/**
	 * @return array<string, Parameter>
	 */
	private function scan( string $method ): array {
		return ( new Parameter_Scan( Code_Under_Test::select() ?? throw new \LogicException() ) )->parameters( $this->endpoint( array( new Reading_Plugin(), $method ) ) );
	}

	private function endpoint( mixed $callback ): Rest_Endpoint {
		return new Rest_Endpoint( '/acme/v1/x', 0, 'acme/v1', array( 'GET' ), array(), 'public', array_filter( array( 'callback' => $callback ) ), array(), array() );
	}

	/**
	 * @return list<string>
	 */
	private function names( array $found ): array {
		$names = array_keys( $found );
		sort( $names, SORT_STRING );
		return $names;
	}
}
