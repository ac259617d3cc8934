<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Oracles;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Oracle_Panel;
use WP_Codebox\Fuzz\Oracles\Oracle_Registry;

require_once __DIR__ . '/Scene.php';

/**
 * What only several callers of one case can show.
 */
final class Differential_Oracles_Test extends TestCase {

	public function test_the_lowest_role_that_reads_what_the_administrator_reads_is_reported_once(): void {
		$private  = array( array( 'phone' => '+49 30 5550001' ) );
		$findings = $this->judge( 'access.same-as-administrator', array( Scene::rest()->answers( 200, $private ), Scene::rest()->as_role( 'subscriber', 3 )->answers( 200, $private ), Scene::rest()->as_role( 'administrator', 1 )->answers( 200, $private ) ) );
		$this->assertCount( 1, $findings );
		$this->assertStringContainsString( 'Anonymous', $findings[0]->message );
		$this->assertTrue( $findings[0]->is_proof );
		$this->assertSame( Scene::PLUGIN, $findings[0]->location['file'] ?? null );
	}

	public function test_equal_public_answers_and_refusals_are_silent(): void {
		$administrator = Scene::rest()->as_role( 'administrator', 1 );
		$public        = array( array( 'title' => 'Pottery' ) );
		$private       = array( array( 'phone' => '+49 30 5550001' ) );
		$this->assertSame( array(), $this->judge( 'access.same-as-administrator', array( Scene::rest()->answers( 200, $public ), $administrator->answers( 200, $public ) ) ) );
		$this->assertSame( array(), $this->judge( 'access.same-as-administrator', array( Scene::rest()->answers( 401, array(), array(), 'rest_forbidden' ), $administrator->answers( 200, $private ) ) ) );
		$this->assertSame( array(), $this->judge( 'access.same-as-administrator', array( Scene::rest()->answers( 200, array( array( 'phone' => '' ) ) ), $administrator->answers( 200, $private ) ) ) );
	}

	public function test_a_callback_that_tells_callers_apart_is_silent_for_who_is_let_in(): void {
		$guarded = Scene::endpoint( array( 'permission' => array( 'mode' => 'callback' ) ) );
		$private = array( array( 'phone' => '+49 30 5550001' ) );
		$scenes  = array( Scene::rest()->answers( 401, array(), array(), 'no' ), Scene::rest()->as_role( 'author', 3 )->answers( 200, $private ), Scene::rest()->as_role( 'administrator', 1 )->answers( 200, $private ) );
		$this->assertSame( array(), $this->judge( 'access.same-as-administrator', array_map( static fn( Scene $scene ): Scene => $scene->known( array( 'endpoint' => $guarded ) ), $scenes ) ) );
	}

	public function test_a_stranger_of_the_same_role_who_gets_a_private_object_is_reported(): void {
		$booking  = array(
			'id'      => 7,
			'user_id' => 3,
			'phone'   => '+49 30 5550001',
		);
		$owner    = Scene::rest()->as_role( 'subscriber', 3 )->answers( 200, $booking );
		$stranger = Scene::rest()->as_role( 'subscriber', 4 );
		$refused  = Scene::rest()->answers( 401, array(), array(), 'rest_forbidden' );
		$this->assertCount( 1, $this->judge( 'access.same-role', array( $refused, $owner, $stranger->answers( 200, $booking ) ) ) );
		$this->assertSame( array(), $this->judge( 'access.same-role', array( $refused, $owner, $stranger->answers( 403, array(), array(), 'rest_forbidden' ) ) ) );
		$this->assertSame( array(), $this->judge( 'access.same-role', array( Scene::rest()->answers( 200, $booking ), $owner, $stranger->answers( 200, $booking ) ) ), 'What anybody may see is not private.' );
		$this->assertSame( array(), $this->judge( 'access.same-role', array( $refused, $owner->answers( 200, array( 'author' => 3 ) ), $stranger->answers( 200, array( 'author' => 3 ) ) ) ), 'Nothing private is in it.' );
	}

	/**
	 * @param list<Scene> $scenes One per caller.
	 * @return list<Finding>
	 */
	private function judge( string $id, array $scenes ): array {
		$choice = ( new Oracle_Registry() )->choose( array( $id ) );
		$this->assertNotInstanceOf( \WP_Error::class, $choice );
		$members = array_map(
			static fn( Scene $scene ): array => array(
				'role'        => (string) $scene->fuzz_case()->role,
				'case'        => $scene->fuzz_case(),
				'observation' => $scene->observation(),
			),
			$scenes
		);
		$context = $scenes[0]->context();
		$this->assertInstanceOf( Oracle_Context::class, $context );
		return array_column( ( new Oracle_Panel( $choice ) )->judge_group( $members, $context ), 'finding' );
	}
}
