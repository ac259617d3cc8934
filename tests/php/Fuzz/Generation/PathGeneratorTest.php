<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Generation;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use WP_Codebox\Fuzz\Generation\Path_Generator;
use WP_Codebox\Fuzz\Generation\Seeded_Random;

final class PathGeneratorTest extends TestCase {

	/**
	 * @return iterable<string, array{string, array<string, string|int>, string}>
	 */
	public static function routes(): iterable {
		yield 'plain' => array( '/a/v1/b', array(), '~^/a/v1/b$~' );
		yield 'digits' => array( '/a/(?P<id>[\d]+)', array( 'id' => 42 ), '~^/a/42$~' );
		yield 'old name' => array( '/a/(?<id>\d+)', array( 'id' => 0 ), '~^/a/0$~' );
		yield 'optional group' => array( '/a(?:/(?P<id>\d+))?', array( 'id' => 7 ), '~^/a/7$~' );
		yield 'alternation with the group in one branch' => array( '/a/(?:me|(?P<id>\d+))', array( 'id' => 7 ), '~^/a/7$~' );
		yield 'nested groups' => array( '/t/(?P<id>([^\/:<>\*\?"\|]+(?:\/[^\/:<>\*\?"\|]+)?)[\/\w%-]+)', array( 'id' => 'theme//page' ), '~^/t/theme//page$~' );
		yield 'group of alternatives' => array( '/x/(?P<type>post|page)/(?P<id>\d+)', array( 'type' => 'page' ), '~^/x/page/\d+$~' );
		yield 'bounded repeat' => array( '/x/(?P<code>[A-Z]{3}\d{2,4})', array(), '~^/x/[A-Z]{3}\d{2,4}$~' );
		yield 'lazy and possessive' => array( '/x/(?P<a>\w+?)/(?P<b>\d++)', array(), '~^/x/\w+/\d+$~' );
		yield 'look-ahead' => array( '/x/(?!me)(?P<slug>[a-z]+)', array(), '~^/x/(?!me)[a-z]+$~' );
		yield 'POSIX class' => array( '/x/(?P<slug>[[:alnum:]_-]+)', array( 'slug' => 'a-b' ), '~^/x/a-b$~' );
		yield 'escaped slash and dot' => array( '\/x\/1\.0\/(?P<k>[^\/]+)', array( 'k' => 'v' ), '~^/x/1\.0/v$~' );
		yield 'anything' => array( '/x/(?P<path>.*)', array( 'path' => 'a/b?c=d' ), '~^/x/a/b\?c=d$~' );
		yield 'case-insensitive flag' => array( '/x/(?i:ABC)/(?P<id>\d+)', array( 'id' => 1 ), '~^/x/abc/1$~i' );
		yield 'everything at once' => array( '/w/(?P<a>[a-z0-9-]+(?:/[a-z0-9]+)*)(?:/(?P<b>\d+)(?:/(?P<c>x|y))?)?', array( 'b' => 5, 'c' => 'y' ), '~^/w/.+/5/y$~' ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
	}

	#[DataProvider( 'routes' )]
	public function test_paths_match_the_route_and_hold_the_given_values( string $route, array $given, string $expected ): void {
		$paths = new Path_Generator( $route );
		for ( $seed = 0; $seed < 30; $seed++ ) {
			$path = $paths->path( $given, new Seeded_Random( 'path', (string) $seed ) );
			$this->assertIsString( $path );
			$this->assertMatchesRegularExpression( '@^' . $route . '$@i', $path );
			$this->assertMatchesRegularExpression( $expected, $path );
		}
	}

	public function test_every_route_of_the_site_gets_paths(): void {
		$routes = array_keys( rest_get_server()->get_routes() );
		$this->assertGreaterThan( 80, count( $routes ) );
		foreach ( $routes as $route ) {
			for ( $seed = 0; $seed < 10; $seed++ ) {
				$path = ( new Path_Generator( $route ) )->path( array(), new Seeded_Random( 'path', (string) $seed ) );
				$this->assertIsString( $path, $route );
				$this->assertMatchesRegularExpression( '@^' . $route . '$@i', $path );
			}
		}
	}

	public function test_a_value_that_the_group_refuses_does_not_fit(): void {
		$paths = new Path_Generator( '/a/(?P<id>[\d]+)/(?P<slug>[\w-]+)' );
		$this->assertTrue( $paths->fits( 'id', 999999999 ) );
		$this->assertFalse( $paths->fits( 'id', -1 ) );
		$this->assertFalse( $paths->fits( 'id', '1/../2' ) );
		$this->assertFalse( $paths->fits( 'other', 1 ) );
		$this->assertFalse( $paths->fits( 'slug', array( 'a' ) ) );
	}

	public function test_a_route_that_nothing_matches_gives_no_path(): void {
		$this->assertNull( ( new Path_Generator( '/a/(?P<id>[a-' ) )->path( array(), new Seeded_Random( '1' ) ) );
		$this->assertNull( ( new Path_Generator( '/a(?=b)c' ) )->path( array(), new Seeded_Random( '1' ) ) );
	}
}
