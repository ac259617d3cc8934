<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Oracles;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use WP_Codebox\Fuzz\Oracles\Reading\Message_Shape;

/**
 * What one call has to do with a message counts for nothing; what was done wrong counts.
 */
final class Message_Shape_Test extends TestCase {

	/**
	 * @return iterable<string, array{string, string, string}> Two messages of one defect, and one of another.
	 */
	public static function messages(): iterable {
		yield 'argument of a type' => array( 'check(): Argument #1 ($a) must be of type array, int given, called in /srv/a.php on line 3', 'check(): Argument #2 ($b) must be of type array, Shop\Item given, called in /srv/b.php on line 4', 'test(): Argument #1 ($a) must be of type array, int given' );
		yield 'loop' => array( 'foreach() argument must be of type array|object, null given', 'foreach() argument must be of type array|object, string given', 'array_map(): Argument #1 must be a valid callback' );
		yield 'offset' => array( 'Trying to access array offset on value of type int', 'Trying to access array offset on value of type bool', 'Cannot access offset of type int on string' );
		yield 'property' => array( 'Attempt to read property "name" on null', 'Attempt to read property "name" on string', 'Attempt to assign property "name" on null' );
		yield 'operands' => array( 'Unsupported operand types: string + int', 'Unsupported operand types: array + null', 'Unsupported operand types: string * int' );
		yield 'method' => array( 'Call to undefined method Shop\Map::make()', 'Call to undefined method Shop\Pin::make()', 'Call to undefined method Shop\Map::take()' );
		yield 'value' => array( 'Undefined array key 12 in /srv/a/b.php', 'Undefined array key 7 in /home/c/d/b.php', 'Undefined variable $a in /srv/a/b.php' );
	}

	#[DataProvider( 'messages' )]
	public function test_one_defect_has_one_shape( string $one, string $same, string $other ): void {
		self::assertSame( Message_Shape::of( $one ), Message_Shape::of( $same ) );
		self::assertNotSame( Message_Shape::of( $one ), Message_Shape::of( $other ) );
	}
}
