<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Generation;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Fuzz\Generation\Case_Generator;
use WP_Codebox\Fuzz\Generation\Target_Plans;
use WP_Codebox\Fuzz\Inventory\Code_Under_Test;
use WP_Codebox\Fuzz\Inventory\Inventory;
use WP_Codebox\Fuzz\Inventory\Rest_Endpoint;
use WP_Codebox\Fuzz\Inventory\Row_Pool;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

final class CaseGeneratorTest extends TestCase {

	private const VECTOR = __DIR__ . '/../../../vectors/fuzz/generated-cases.json';

	public function test_same_version_seed_and_inventory_give_the_recorded_cases_byte_for_byte(): void {
		$lines  = array_map( array( self::class, 'line' ), iterator_to_array( self::generator( Made_Up_Inventory::make(), '42' )->cases( 600 ), false ) );
		$vector = wp_json_file_decode( self::VECTOR, array( 'associative' => true ) );
		$this->assertSame( $vector['inventoryDigest'], Made_Up_Inventory::make()->digest() );
		$this->assertSame( $vector['first'], array_slice( $lines, 0, count( $vector['first'] ) ) );
		$this->assertSame( $vector['sha256'], hash( 'sha256', implode( "\n", $lines ) ) );
	}

	public function test_another_seed_gives_other_cases(): void {
		$make = static fn( string $seed ): array => array_map( array( self::class, 'line' ), iterator_to_array( self::generator( Made_Up_Inventory::make(), $seed )->cases( 3000 ), false ) );
		$this->assertNotSame( $make( '1' ), $make( '2' ) );
	}

	public function test_a_case_is_made_again_from_its_number_alone(): void {
		$generator = self::generator( Made_Up_Inventory::make(), '42' );
		foreach ( $generator->cases( 900 ) as $fuzz_case ) {
			$again = array_filter( self::generator( Made_Up_Inventory::make(), '42' )->at( $fuzz_case->metadata['generator']['index'] ), static fn( Fuzz_Case $other ): bool => $other->id === $fuzz_case->id );
			$this->assertSame( self::line( $fuzz_case ), self::line( array_values( $again )[0] ) );
		}
	}

	public function test_every_target_has_its_control_case_before_any_has_its_second(): void {
		$inventory = Made_Up_Inventory::make();
		$entries   = array();
		foreach ( self::generator( $inventory, '1' )->cases( 5 * 3 ) as $fuzz_case ) {
			$this->assertSame( 'control', $fuzz_case->metadata['generator']['step'] );
			$entries[ $fuzz_case->entry ] = true;
		}
		$this->assertCount( count( $inventory->endpoints ) + count( $inventory->abilities ), $entries );
	}

	public function test_every_endpoint_has_a_case_before_any_has_its_tenth(): void {
		$seen = array();
		foreach ( self::generator( Made_Up_Inventory::make(), '1' )->cases( 400 ) as $fuzz_case ) {
			if ( 'administrator' === $fuzz_case->role ) {
				$seen[ $fuzz_case->entry ] = ( $seen[ $fuzz_case->entry ] ?? 0 ) + 1;
				if ( 10 === $seen[ $fuzz_case->entry ] ) {
					break;
				}
			}
		}
		$this->assertCount( 5, $seen );
	}

	public function test_a_case_is_the_same_for_every_role_but_for_the_callers_own_id(): void {
		$by_number = array();
		foreach ( self::generator( Made_Up_Inventory::make(), '3' )->cases( 1500 ) as $fuzz_case ) {
			$by_number[ $fuzz_case->metadata['generator']['index'] ][ $fuzz_case->role ] = $fuzz_case->input;
		}
		array_pop( $by_number );
		$own = 0;
		foreach ( $by_number as $inputs ) {
			$this->assertSame( array( 'anonymous', 'subscriber', 'administrator' ), array_keys( $inputs ) );
			$this->assertSame( $inputs['anonymous'], $inputs['administrator'] );
			$own += $inputs['subscriber'] !== $inputs['administrator'] ? 1 : 0;
		}
		$this->assertGreaterThan( 0, $own );
		$this->assertLessThan( count( $by_number ) / 2, $own );
	}

	public function test_a_subscriber_asks_for_itself_and_a_visitor_for_the_first_user(): void {
		$paths = array();
		foreach ( self::generator( Made_Up_Inventory::make(), '3' )->cases( 15 ) as $fuzz_case ) {
			if ( str_contains( $fuzz_case->entry, 'user_id' ) ) {
				$paths[ $fuzz_case->role ] = $fuzz_case->input['path'];
			}
		}
		$this->assertSame(
			array(
				'anonymous'     => '/acme/v1/users/1',
				'subscriber'    => '/acme/v1/users/7',
				'administrator' => '/acme/v1/users/1',
			),
			$paths
		);
	}

	public function test_markers_are_unique_to_the_case_and_named_in_it(): void {
		$seen = array();
		foreach ( self::generator( Made_Up_Inventory::make(), '3' )->cases( 2000 ) as $fuzz_case ) {
			$text  = (string) wp_json_encode( $fuzz_case->input );
			$found = preg_match( '/wpcbx[0-9a-z]{6}q/', $text, $match ) ? array( $match[0] ) : array();
			$this->assertSame( $found, $fuzz_case->markers );
			foreach ( $found as $marker ) {
				$seen[ $marker ][ $fuzz_case->metadata['generator']['index'] ] = true;
			}
		}
		$this->assertSame( array( 1 ), array_values( array_unique( array_map( 'count', $seen ) ) ) );
		$this->assertGreaterThan( 100, count( $seen ) );
	}

	public function test_without_mutations_only_reading_cases_are_made(): void {
		$generator = new Case_Generator( Made_Up_Inventory::make(), new Target_Plans( Made_Up_Inventory::make() ), '1', false );
		$methods   = array();
		foreach ( $generator->cases( 500 ) as $fuzz_case ) {
			if ( 'rest' === $fuzz_case->kind ) {
				$methods[ $fuzz_case->method() ] = true;
			}
		}
		$this->assertSame( array( 'GET' ), array_keys( $methods ) );
	}

	public function test_the_expectation_is_what_wordpress_says_of_the_request(): void {
		$inventory = Inventory::read( Code_Under_Test::select( null, null, 'wp/v2' ) ?? throw new \LogicException() );
		$counts    = array(
			'valid'   => 0,
			'invalid' => 0,
		);
		$server    = rest_get_server();
		foreach ( self::generator( $inventory, '5', false )->cases( 12000 ) as $fuzz_case ) {
			$expected = $fuzz_case->metadata['generator']['expectation'] ?? null;
			if ( 'administrator' !== $fuzz_case->role || null === $expected || 'rest' !== $fuzz_case->kind ) {
				continue;
			}
			$request = new \WP_REST_Request( $fuzz_case->method(), $fuzz_case->input['path'] );
			$request->set_query_params( $fuzz_case->input['params'] ?? array() );
			foreach ( $server->get_routes() as $route => $handlers ) {
				if ( $route === $fuzz_case->entry && preg_match( '@^' . $route . '$@i', $fuzz_case->input['path'], $match ) ) {
					$handler = array_values( array_filter( $handlers, static fn( array $one ): bool => ! empty( $one['methods']['GET'] ) ) )[0];
					$request->set_url_params( array_filter( $match, 'is_string', ARRAY_FILTER_USE_KEY ) );
					$request->set_attributes( $handler );
				}
			}
			$checked = is_wp_error( $request->has_valid_params() ) || is_wp_error( $request->sanitize_params() ) ? 'invalid' : 'valid';
			$this->assertSame( $checked, $expected, self::line( $fuzz_case ) );
			++$counts[ $expected ];
		}
		$this->assertGreaterThan( 50, $counts['valid'] );
		$this->assertGreaterThan( 50, $counts['invalid'] );
	}

	public function test_a_list_and_a_text_come_everywhere_at_once_before_single_changes(): void {
		$steps = array();
		foreach ( self::generator( Made_Up_Inventory::make(), '1' )->cases( 400 ) as $fuzz_case ) {
			if ( '/acme/v1/books/(?P<id>[\d]+)' === $fuzz_case->entry && 'administrator' === $fuzz_case->role && 'combined' === $fuzz_case->metadata['generator']['step'] ) {
				$steps[] = $fuzz_case;
			}
		}
		$texts = array_filter( $steps, static fn( Fuzz_Case $fuzz_case ): bool => array( 'title' => ( $fuzz_case->markers[0] ?? '' ) . '\'"<>&' ) === ( $fuzz_case->input['bodyJson'] ?? null ) );
		$this->assertCount( 1, $texts, 'All inputs are typed: no list takes part, and one of them takes any text.' );
		$this->assertLessThan( 5 * 7, array_values( $texts )[0]->metadata['generator']['index'], 'In the first turn of its target.' );
		$undeclared = new Rest_Endpoint( '/acme/v1/any', 0, 'acme/v1', array( 'GET' ), array(
'url' => array(),
'n'   => array( 'type' => 'integer' ),
), Rest_Endpoint::PERMISSION_PUBLIC, array(), array(), array() );
		$inventory  = new Inventory( Code_Under_Test::everything(), array( $undeclared ), array(), array( 'anonymous' ), array(), new Row_Pool( array() ) );
		$lists      = array_slice( iterator_to_array( self::generator( $inventory, '1' )->cases( 4 ), false ), 2, 1 )[0];
		$this->assertSame( array( 'url' => $lists->markers ), $lists->input['params'] );
	}

	public function test_every_endpoint_and_ability_of_core_gets_cases(): void {
		$inventory = Inventory::read( Code_Under_Test::select() ?? throw new \LogicException() );
		$this->assertGreaterThan( 150, count( $inventory->endpoints ) );
		$plans = new Target_Plans( $inventory );
		foreach ( range( 0, $plans->count() - 1 ) as $target ) {
			$cases = ( self::generator( $inventory, '1' ) )->at( $target );
			$this->assertCount( count( $inventory->roles ), $cases, $plans->get( $target )->key() );
			if ( 'rest' === $cases[0]->kind ) {
				$this->assertMatchesRegularExpression( '@^' . $cases[0]->entry . '$@i', $cases[0]->input['path'] );
			}
		}
	}

	public function test_memory_does_not_grow_over_a_hundred_thousand_cases(): void {
		$inventory = Inventory::read( Code_Under_Test::select() ?? throw new \LogicException() );
		$count     = 0;
		$early     = 0;
		foreach ( self::generator( $inventory, '9' )->cases( 100000 ) as $fuzz_case ) {
			unset( $fuzz_case );
			if ( 5000 === ++$count ) {
				gc_collect_cycles();
				$early = memory_get_usage();
			}
		}
		gc_collect_cycles();
		$this->assertSame( 100000, $count );
		$this->assertLessThan( 4 * 1024 * 1024, memory_get_usage() - $early );
	}

	/** The recorded form of a case. */
	public static function line( Fuzz_Case $fuzz_case ): string {
		return (string) wp_json_encode( array( $fuzz_case->id, $fuzz_case->index, $fuzz_case->kind, $fuzz_case->entry, $fuzz_case->input, $fuzz_case->role, $fuzz_case->metadata, $fuzz_case->markers ), JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION );
	}

	private static function generator( Inventory $inventory, string $seed, bool $allow_mutations = true ): Case_Generator {
		return new Case_Generator( $inventory, new Target_Plans( $inventory ), $seed, $allow_mutations );
	}
}
