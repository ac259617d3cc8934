<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Envelope;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Fuzz\Envelope\Object_State;

require_once __DIR__ . '/Kept_Object.php';

/**
 * An object gets back what it had, whoever may see it, and stays the same object.
 */
final class ObjectStateTest extends TestCase {

	public function test_properties_of_every_visibility_come_back(): void {
		$object = new Kept_Object();
		$before = print_r( $object, true ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions -- All of it, private properties of parents included.
		$state  = new Object_State( $object );
		$object->scribble();
		self::assertNotSame( $before, print_r( $object, true ) ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions
		$state->restore();
		self::assertSame( $before, print_r( $object, true ) ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions
		self::assertSame( $object->first, $object->inner() );
	}

	public function test_properties_that_were_added_go_and_removed_ones_return(): void {
		$object = (object) array(
			'kept' => 1,
			'12'   => 'a number for a name',
		);
		$state  = new Object_State( $object );
		unset( $object->kept, $object->{'12'} );
		$object->added = true;
		$state->restore();
		self::assertEquals(
			(object) array(
				'kept' => 1,
				'12'   => 'a number for a name',
			),
			$object
		);
		self::assertObjectNotHasProperty( 'added', $object );
	}

	public function test_a_state_can_be_put_back_again_and_again(): void {
		$object = new Kept_Object();
		$state  = new Object_State( $object );
		foreach ( array( 1, 2 ) as $unused ) {
			$object->list[] = 'more';
			$state->restore();
			self::assertSame( array( 'one' ), $object->list );
		}
	}
}
