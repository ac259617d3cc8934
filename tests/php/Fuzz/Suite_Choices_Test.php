<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz;

use PHPUnit\Framework\Attributes\DataProvider;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;
use WP_Codebox\Fuzz\Targets\Mutation_Policy;

/** What a suite may choose: roles, oracles, and what may change state. */
final class Suite_Choices_Test extends Suite_Test_Case {

	private const POST = array(
		'target' => array( 'kind' => 'rest' ),
		'input'  => array(
			'method'   => 'POST',
			'path'     => '/wp/v2/posts',
			'bodyJson' => array( 'title' => 'codebox-choice' ),
		),
	);

	private static function opt_in( array $more = array() ): array {
		return $more + array(
			'schema'  => 'wp-codebox/rest-mutation-fixture-opt-in/v1',
			'id'      => 'posts',
			'route'   => '/wp/v2/posts',
			'methods' => array( 'POST' ),
		);
	}

	/** Multisite gives `wp_codebox_mutate` to super administrators alone; the tests' administrator is one. */
	public function test_an_opt_in_lets_a_case_write_and_nothing_stays(): void {
		$before = wp_count_posts()->draft;
		foreach ( array(
'restMutationFixtureOptIn'      => self::opt_in(),
'rest_mutation_fixture_opt_ins' => array( self::opt_in() ),
'metadata'                      => array( 'restMutationFixtureOptIns' => array( self::opt_in( array( 'route' => '/wp/v2/[a-z]+' ) ) ) ),
) as $field => $value ) {
			$result = $this->run_case( self::POST + array( 'expect' => array( 'status' => 201 ) ), array(
$field    => $value,
'oracles' => array( 'disclosure' ),
) );
			self::assertSame( 'passed', $result['status'], $field . (string) wp_json_encode( $result ) );
		}
		wp_cache_delete( _count_posts_cache_key( 'post' ), 'counts' );
		self::assertSame( $before, wp_count_posts()->draft );
		self::assertSame( array(), get_posts( array(
'title'       => 'codebox-choice',
'post_status' => 'any',
) ) );
	}

	/**
	 * @return iterable<string, array{array}>
	 */
	public static function opt_ins_that_do_not_cover(): iterable {
		yield 'another method' => array( array( 'methods' => array( 'DELETE' ) ) );
		yield 'another route' => array( array( 'route' => '/wp/v2/pages' ) );
		yield 'a part of the route' => array( array( 'route' => '/wp/v2' ) );
		yield 'no regular expression' => array( array( 'route' => '(' ) );
	}

	#[DataProvider( 'opt_ins_that_do_not_cover' )]
	public function test_an_opt_in_covers_what_it_names_alone( array $more ): void {
		$result = $this->run_case( self::POST, array( 'restMutationFixtureOptIn' => self::opt_in( $more ) ) );
		self::assertSame( 'wp_codebox_fuzz_mutation_not_allowed', $result['skipReason'] );
	}

	public function test_a_caller_without_the_capability_cannot_opt_in(): void {
		wp_set_current_user( 0 );
		$result = $this->run_case( self::POST, array( 'restMutationFixtureOptIn' => self::opt_in() ) );
		self::assertSame( 'wp_codebox_fuzz_mutation_not_allowed', $result['skipReason'] );
	}

	public function test_http_and_our_own_operations_never_change_state(): void {
		$policy = new Mutation_Policy( true, true, false );
		self::assertNull( $policy->skip_reason( new Fuzz_Case( 'a', 0, 'rest', '/wp/v2/posts', array(
'method' => 'POST',
'path'   => '/wp/v2/posts',
) ) ) );
		foreach ( array( '/wp-codebox/v1/runs', '/WP-Codebox/v1/runs', '/wp-abilities/v1/abilities/wp-codebox/run-fuzz-suite/run' ) as $path ) {
			self::assertNotNull( $policy->skip_reason( new Fuzz_Case( 'a', 0, 'rest', $path, array(
'method' => 'POST',
'path'   => $path,
) ) ), $path );
		}
		self::assertNotNull( $policy->skip_reason( new Fuzz_Case( 'a', 0, 'ability', 'wp-codebox/run-fuzz-suite' ) ) );
		self::assertNotNull( $policy->skip_reason( new Fuzz_Case( 'a', 0, 'http', '/', array( 'method' => 'POST' ) ) ) );
	}

	public function test_a_case_without_a_role_runs_once_per_role_of_the_suite(): void {
		$seen = array();
		$this->add_route(
			'/who',
			static function () use ( &$seen ): array {
				$seen[] = get_current_user_id() ? wp_get_current_user()->roles[0] : 'anonymous';
				return array();
			}
		);
		$target = array(
'target' => array(
'kind' => 'rest',
'id'   => '/codebox-test/v1/who',
),
);
		$result = $this->run_cases( array(
$target + array( 'id' => 'all' ),
$target + array(
'id'   => 'one',
'role' => 'anonymous',
),
), array( 'roles' => array( 'administrator', 'anonymous' ) ) );
		self::assertSame( array( 'administrator', 'anonymous', 'anonymous' ), $seen );
		self::assertSame( array( 'all@administrator', 'all@anonymous', 'one' ), array_column( $result['cases'], 'id' ) );
		self::assertSame( 'all', $this->run_cases( array( $target + array( 'id' => 'all' ) ), array( 'roles' => array( 'anonymous' ) ) )['cases'][0]['id'] );
	}

	public function test_the_suite_s_oracles_judge(): void {
		$this->add_route(
			'/writes',
			static function (): array {
				update_option( 'codebox_test_option', wp_generate_uuid4() );
				return array();
			}
		);
		$target = array(
'target' => array(
'kind' => 'rest',
'id'   => '/codebox-test/v1/writes',
),
);
		$judged = $this->run_cases( array( $target ), array( 'oracles' => array( 'purity' ) ) );
		self::assertSame( 'failed', $judged['status'] );
		self::assertSame( 'purity.read-writes', $judged['findings'][0]['oracle'] );
		self::assertSame( 'passed', $this->run_cases( array( $target ), array( 'oracles' => array( 'disclosure' ) ) )['status'] );
		self::assertFalse( get_option( 'codebox_test_option' ) );
	}

	public function test_an_unknown_oracle_is_refused(): void {
		self::assertSame( 'wp_codebox_fuzz_oracle_unknown', $this->run_cases( array(), array( 'oracles' => array( 'magic' ) ) )->get_error_code() );
	}
}
