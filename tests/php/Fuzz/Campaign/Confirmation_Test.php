<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Campaign;

/**
 * Findings that do not show each time, or not alone, are said to be so; those in a decoy's row are found again in that row.
 */
final class Confirmation_Test extends Campaign_Test_Case {

	private static string $file;
	private static array $result;

	public static function setUpBeforeClass(): void {
		self::use_plugin( dirname( __DIR__, 3 ) . '/fixtures/plugins/moody' );
		self::$file = get_temp_dir() . 'wp-codebox-moody-' . wp_generate_uuid4() . '.json';
		self::fuzz_into_file();
	}

	public static function tearDownAfterClass(): void {
		parent::tearDownAfterClass();
		array_map( 'unlink', array( self::$file, WP_CONTENT_DIR . '/moody.log', get_temp_dir() . 'moody-' . md5( ABSPATH ) ) );
	}

	private static function fuzz_into_file(): void {
		self::wp( 'codebox', 'fuzz', '--namespace=moody', '--roles=anonymous,subscriber', '--allow-mutations', '--cases=80', '--format=json', self::TIME, '--output=' . self::$file );
		self::$result = (array) wp_json_file_decode( self::$file, array( 'associative' => true ) );
	}

	public function test_what_needs_another_case_first_is_order_dependent_with_the_shortest_prefix(): void {
		$record = self::finding( 'crash.throwable', '/fire' );
		$this->assertSame( 'order-dependent', $record['confirmation'] );
		$this->assertSame( array( '/moody/v1/arm' ), array_column( $record['replay']['prefix'], 'entry' ) );
		$this->assertSame( array( 'FAILED', 3, 3 ), $this->replay( $record ) );
	}

	public function test_what_shows_now_and_then_is_flaky_k_of_n(): void {
		$record = self::finding( 'crash.throwable', '/coin' );
		unset( $record['replay']['prefix'] );
		list( $verdict, $shown, $of ) = $this->replay( $record );
		$this->assertSame( 'FLAKY', $verdict );
		$this->assertContains( $shown, array( 1, 2 ) );
		$this->assertSame( 3, $of );
	}

	public function test_a_decoy_is_where_it_was_however_many_rows_came_between(): void {
		$record = self::finding( 'access.decoy-leaked', '/posts/' );
		$id     = (int) basename( $record['replay']['input']['path'] );
		$this->assertContains( $id, self::$result['metadata']['decoys'] );
		$this->assertNull( get_post( $id ) );
		wp_delete_post( (int) wp_insert_post( array( 'post_title' => 'Between' ) ), true );
		$this->assertSame( array( 'FAILED', 3, 3 ), $this->replay( $record ) );
		wp_cache_flush();
		$this->assertNull( get_post( $id ) );
	}

	public function test_a_second_user_of_a_role_asks_for_what_the_owner_got(): void {
		$record = self::finding( 'access.same-role', '/profiles/' );
		$this->assertSame( 'confirmed', $record['confirmation'] );
		$this->assertSame( 'subscriber:2', $record['replay']['role'] );
		$this->assertSame( array( 'FAILED', 3, 3 ), $this->replay( $record ) );
		$this->assertSame( array(), array_filter( self::$result['findings'], static fn( array $other ): bool => 'access.same-role' === $other['oracle'] && ! str_contains( $other['target']['id'], '/profiles/' ) ) );
	}

	public function test_a_file_that_a_case_wrote_past_wordpress_is_said_with_the_case(): void {
		$said = array_values( array_filter( self::$result['diagnostics'], static fn( array $diagnostic ): bool => 'wp_codebox_fuzz_files_changed' === $diagnostic['code'] ) );
		$this->assertNotSame( array(), $said );
		$this->assertSame( array( 'moody.log' ), array_values( array_unique( array_column( $said[0]['metadata']['changes'], 'path' ) ) ) );
		$this->assertSame( '/moody/v1/dump', $said[0]['metadata']['replay']['entry'] );
	}

	private static function finding( string $oracle, string $route ): array {
		foreach ( self::$result['findings'] as $record ) {
			if ( $oracle === $record['oracle'] && str_contains( $record['target']['id'], $route ) ) {
				return $record;
			}
		}
		self::fail( implode( "\n", self::named( self::$result['findings'] ) ) );
	}

	/** @return array{0: string, 1: int, 2: int} Verdict, how often it showed, of how many. */
	private function replay( array $record ): array {
		file_put_contents( self::$file, wp_json_encode( array( 'findings' => array( $record ) ) + self::$result ) ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- Ours.
		$ran    = self::wp( 'codebox', 'replay', self::$file );
		$answer = json_decode( $ran['out'], true );
		$this->assertSame( 1, $ran['status'], $ran['out'] . $ran['error'] );
		return array( $answer['findings'][0]['verdict'], $answer['findings'][0]['shown'], $answer['findings'][0]['of'] );
	}
}
