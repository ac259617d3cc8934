<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz;

use PHPUnit\Framework\Attributes\DataProvider;
use WP_Codebox\Fuzz\Inventory\Code_Under_Test;
use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Findings\Fingerprint;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Choice;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Run\Array_Sink;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;
use WP_Codebox\Plugin;

final class Findings_Test extends Suite_Test_Case {

	private static function finding( string $oracle = 'crash.throwable', string $shape = 'DomainException', ?array $location = null ): Finding {
		return new Finding( $oracle, Finding::HIGH, 'It broke.', $shape, $location );
	}

	public function test_the_same_defect_has_the_same_fingerprint_on_every_machine(): void {
		$here  = Fingerprint::of( self::finding( location: array(
'file' => '/srv/one/plugins/shop/src/a.php',
'line' => 7,
) ), 'GET /x', '/srv/one/plugins/shop' );
		$there = Fingerprint::of( self::finding( location: array(
'file' => 'C:\\two\\plugins\\shop\\src\\a.php',
'line' => 7,
) ), 'GET /x', 'C:\\two\\plugins\\shop' );
		self::assertSame( $here, $there );
		self::assertMatchesRegularExpression( '/^[0-9a-f]{16}$/', $here );
	}

	public function test_code_that_only_moves_keeps_its_fingerprint(): void {
		$place = static fn( int $line, string $function ): string => Fingerprint::of(
			self::finding(
				location: array(
					'file'     => '/srv/plugins/shop/a.php',
					'line'     => $line,
					'function' => $function,
				)
			),
			'GET /x',
			'/srv/plugins/shop'
		);
		self::assertSame( $place( 7, 'Shop::pay' ), $place( 90, 'Shop::pay' ) );
		self::assertNotSame( $place( 7, 'Shop::pay' ), $place( 7, 'Shop::refund' ) );
	}

	public function test_what_varies_from_run_to_run_counts_for_nothing(): void {
		$one = Fingerprint::of( self::finding( shape: 'Undefined array key 12 in /srv/a/b.php, nonce deadbeef01' ), 'GET /x' );
		$two = Fingerprint::of( self::finding( shape: 'Undefined array key 7 in /home/c/d/b.php, nonce 0123456789' ), 'GET /x' );
		self::assertSame( $one, $two );
	}

	/**
	 * @return iterable<string, array{string}>
	 */
	public static function differences(): iterable {
		$base = self::finding();
		yield 'oracle' => array( Fingerprint::of( self::finding( 'crash.fatal' ), 'GET /x' ) );
		yield 'route' => array( Fingerprint::of( $base, 'GET /y' ) );
		yield 'shape' => array( Fingerprint::of( self::finding( shape: 'TypeError' ), 'GET /x' ) );
		yield 'place' => array(
Fingerprint::of( self::finding( location: array(
'file' => '/a.php',
'line' => 1,
) ), 'GET /x' ),
);
	}

	#[DataProvider( 'differences' )]
	public function test_another_defect_has_another_fingerprint( string $other ): void {
		self::assertNotSame( Fingerprint::of( self::finding(), 'GET /x' ), $other );
	}

	public function test_role_and_nonce_count_for_access_alone(): void {
		$access = self::finding( 'access.missing' );
		self::assertNotSame( Fingerprint::of( $access, 'GET /x', null, 'subscriber' ), Fingerprint::of( $access, 'GET /x', null, 'anonymous' ) );
		self::assertNotSame( Fingerprint::of( $access, 'GET /x', null, 'subscriber', true ), Fingerprint::of( $access, 'GET /x', null, 'subscriber' ) );
		self::assertSame( Fingerprint::of( self::finding(), 'GET /x', null, 'subscriber', true ), Fingerprint::of( self::finding(), 'GET /x' ) );
	}

	private function oracle( string $severity, array $frames = array() ): Oracle {
		return new class( $severity, $frames ) implements Oracle {
			public function __construct( private readonly string $severity, private readonly array $frames ) {}

			public function id(): string {
				return 'contract.test';
			}

			public function severity(): string {
				return $this->severity;
			}

			public function explanation(): string {
				return 'Finds something in every case.';
			}

			public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
				yield new Finding( $this->id(), $this->severity, 'Found.', $context->endpoint['route'] ?? '', null, array(), false, $this->frames );
			}
		};
	}

	private function run_with( Oracle $oracle, int $cases, ?Code_Under_Test $code = null ): array {
		$suite = Plugin::services()->fuzz()->parser()->parse(
			array(
				'id'     => 'suite',
				'target' => array(
'kind' => 'rest',
'id'   => '/codebox-test/v1/plain',
),
				'cases'  => array_map( static fn( int $number ): array => array( 'id' => "case $number" ), range( 1, $cases ) ),
			)
		);
		return Plugin::services()->fuzz()->runner( oracles: new Oracle_Choice( array( $oracle ) ), code: $code )->run( $suite, new Array_Sink() );
	}

	public function test_findings_are_told_once_with_their_cases_and_the_place_of_the_callback(): void {
		$this->add_route( '/plain', static fn(): array => array() );
		$line   = __LINE__ - 1;
		$result = $this->run_with( $this->oracle( Finding::LOW ), 3 );
		self::assertSame( 'passed', $result['status'] );
		self::assertCount( 1, $result['findings'] );
		$finding = $result['findings'][0];
		self::assertSame( array( 'case 1', 'case 2', 'case 3' ), $finding['caseIds'] );
		self::assertSame( 3, $finding['count'] );
		self::assertSame( array(
'file' => __FILE__,
'line' => $line,
), $finding['location'] );
		self::assertSame( 'GET /codebox-test/v1/plain', $finding['target']['id'] );
		self::assertSame( array( $finding['fingerprint'] ), $result['cases'][2]['findings'] );
	}

	public function test_the_first_frame_inside_the_code_under_test_owns_the_finding(): void {
		$this->add_route( '/plain', static fn(): array => array() );
		$frames = array(
			array(
'file'     => WP_CODEBOX_PHP_DIR . '/deep.php',
'line'     => 1,
'function' => '',
'class'    => '',
),
			array(
'file'     => WP_PLUGIN_DIR . '/shop/mine.php',
'line'     => 22,
'function' => '',
'class'    => '',
),
			array(
'file'     => WP_PLUGIN_DIR . '/shop/outer.php',
'line'     => 3,
'function' => '',
'class'    => '',
),
		);
		$result = $this->run_with( $this->oracle( Finding::LOW, $frames ), 1, Code_Under_Test::everything() );
		self::assertSame( array(
'file' => WP_PLUGIN_DIR . '/shop/mine.php',
'line' => 22,
), array_intersect_key( $result['findings'][0]['location'], array(
'file' => 1,
'line' => 1,
) ) );
	}

	public function test_a_grave_finding_fails_its_case(): void {
		$this->add_route( '/plain', static fn(): array => array() );
		$result = $this->run_with( $this->oracle( Finding::HIGH ), 1 );
		self::assertSame( 'failed', $result['status'] );
		self::assertSame( 'wp_codebox_fuzz_finding', $result['cases'][0]['diagnostics'][0]['code'] );
	}

	public function test_the_code_under_test_is_the_site_without_us_and_the_database_drop_in(): void {
		$site = Code_Under_Test::everything();
		self::assertTrue( $site->is_under_test( WP_PLUGIN_DIR . '/shop/shop.php' ) );
		self::assertTrue( $site->is_under_test( ABSPATH . 'wp-includes/post.php' ) );
		self::assertFalse( $site->is_under_test( WP_CODEBOX_PHP_DIR . '/Plugin.php' ) );
		self::assertFalse( $site->is_under_test( WP_PLUGIN_DIR . '/sqlite-database-integration/a.php' ) );
	}
}
