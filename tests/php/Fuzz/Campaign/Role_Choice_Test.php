<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Campaign;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Fuzz\Campaign\Case_Outcome;
use WP_Codebox\Fuzz\Campaign\Role_Choice;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

final class Role_Choice_Test extends TestCase {

	private const ROLES = array( 'anonymous', 'subscriber', 'contributor', 'editor', 'administrator', 'shopkeeper' );

	public function test_a_new_target_is_called_by_every_role_and_again_now_and_then(): void {
		$choice = new Role_Choice( 10 );
		self::assertSame( self::ROLES, $this->turn( $choice, 200, 200, 200, 200, 200, 200 ) );
		$all = 1;
		for ( $turn = 0; $turn < 12; $turn++ ) {
			$all += self::ROLES === $this->turn( $choice, 200, 200, 200, 200, 200, 200 ) ? 1 : 0;
		}
		self::assertSame( 3, $all );
	}

	public function test_the_lowest_role_that_is_let_in_stands_for_the_rest(): void {
		$choice = new Role_Choice( 10 );
		$this->turn( $choice, 401, 403, 200, 200, 200, 200 );
		self::assertSame( array( 'anonymous', 'contributor', 'administrator' ), $this->turn( $choice, 401, 200, 200 ) );
		$this->turn( $choice, 401, 200, 200 );
		self::assertSame( array( 'contributor', 'administrator' ), $this->turn( $choice, 200, 200 ), 'A visitor who is refused gives up.' );
	}

	public function test_a_visitor_who_is_let_in_stays(): void {
		$choice = new Role_Choice( 10 );
		foreach ( range( 1, 4 ) as $turn ) {
			$ran = $this->turn( $choice, 200, 200, 200, 200, 200, 200 );
		}
		self::assertSame( array( 'anonymous', 'subscriber', 'administrator' ), $ran );
	}

	public function test_other_targets_learn_nothing_of_it(): void {
		$choice = new Role_Choice( 10 );
		$this->turn( $choice, 200, 200, 200, 200, 200, 200 );
		self::assertCount( 6, $choice->of( $this->group( '/acme/v1/other' ) ) );
	}

	public function test_of_many_targets_the_outermost_roles_begin_and_the_others_take_turns(): void {
		$choice = new Role_Choice( 200 );
		$fourth = array();
		foreach ( range( 1, 6 ) as $number ) {
			$roles = array_map( static fn( Fuzz_Case $fuzz_case ): string => (string) $fuzz_case->role, $choice->of( $this->group( "/acme/v1/$number" ) ) );
			self::assertCount( 4, $roles );
			self::assertSame( array(), array_diff( array( 'anonymous', 'subscriber', 'administrator' ), $roles ) );
			$fourth = array( ...$fourth, ...array_diff( $roles, array( 'anonymous', 'subscriber', 'administrator' ) ) );
		}
		sort( $fourth );
		self::assertSame( array( 'contributor', 'contributor', 'editor', 'editor', 'shopkeeper', 'shopkeeper' ), $fourth );
	}

	/** @return list<string> The roles that ran. */
	private function turn( Role_Choice $choice, int ...$statuses ): array {
		$chosen = $choice->of( $this->group( '/acme/v1/things' ) );
		foreach ( $chosen as $place => $fuzz_case ) {
			$observation         = new Observation();
			$observation->status = $statuses[ $place ];
			$choice->note( new Case_Outcome( $fuzz_case, 'passed', array(), array(), $observation ) );
		}
		return array_map( static fn( Fuzz_Case $fuzz_case ): string => (string) $fuzz_case->role, $chosen );
	}

	/** @return list<Fuzz_Case> */
	private function group( string $route ): array {
		return array_map( static fn( string $role ): Fuzz_Case => new Fuzz_Case( "g1-$role", 0, 'rest', $route, array( 'method' => 'GET' ), $role ), self::ROLES );
	}
}
