<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Campaign;

use PHPUnit\Framework\Attributes\TestWith;

/**
 * A finding is seen again from the result file alone, and is gone once the code is mended.
 */
final class Replay_Test extends Campaign_Test_Case {

	private const OPTION = 'mendable_is_mended';

	private string $file;

	public static function setUpBeforeClass(): void {
		self::use_plugin( dirname( __DIR__, 3 ) . '/fixtures/plugins/mendable' );
	}

	protected function setUp(): void {
		$this->file = get_temp_dir() . 'wp-codebox-replay-' . wp_generate_uuid4() . '.json';
	}

	protected function tearDown(): void {
		self::wp( 'option', 'delete', self::OPTION );
		if ( is_file( $this->file ) ) {
			unlink( $this->file ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- Ours.
		}
	}

	public function test_failed_until_the_code_is_mended_and_then_fixed(): void {
		$found = self::wp( 'codebox', 'fuzz', '--namespace=mendable', '--roles=anonymous,administrator', '--cases=60', '--format=json', self::TIME, '--output=' . $this->file );
		$this->assertSame( 1, $found['status'], $found['error'] );
		$this->assertSame( '', $found['out'] );
		$result   = wp_json_file_decode( $this->file, array( 'associative' => true ) );
		$findings = array_values( array_filter( $result['findings'], static fn( array $finding ): bool => 'crash.throwable' === $finding['oracle'] ) );
		$this->assertCount( 1, $findings, implode( "\n", self::named( $result['findings'] ) ) );
		$this->assertSame( 'confirmed', $findings[0]['confirmation'] );
		$this->assertStringEndsWith( 'mendable.php', $findings[0]['location']['file'] );
		$fingerprint = $findings[0]['fingerprint'];

		list( $status, $answer ) = $this->replay( '--finding=' . $fingerprint );
		$this->assertSame( 1, $status );
		$this->assertFalse( $answer['success'] );
		$this->assertCount( 1, $answer['findings'] );
		$this->assertSame( 'FAILED', $answer['findings'][0]['verdict'] );
		$this->assertSame( $answer['findings'][0]['of'], $answer['findings'][0]['shown'] );
		$this->assertStringStartsWith( 'curl -sS -X GET ', $answer['findings'][0]['curl'] );
		$this->assertStringContainsString( 'mendable/v1/pages', rawurldecode( $answer['findings'][0]['curl'] ) );

		list( $status, $answer ) = $this->replay( '--case=' . $findings[0]['replay']['id'] );
		$this->assertSame( 1, $status );
		$this->assertContains( $fingerprint, array_column( $answer['findings'], 'fingerprint' ) );

		self::wp( 'option', 'update', self::OPTION, '1' );
		list( $status, $answer ) = $this->replay();
		$this->assertSame( 0, $status, wp_json_encode( $answer ) );
		$this->assertTrue( $answer['success'] );
		$this->assertSame( array( 'FIXED' ), array_values( array_unique( array_column( $answer['findings'], 'verdict' ) ) ) );
	}

	#[TestWith( array( null, 'wp_codebox_input_unreadable', 'replay' ) )]
	#[TestWith( array( '{"schema":', 'wp_codebox_invalid_json', 'result' ) )]
	#[TestWith( array( '[]', 'wp_codebox_invalid_input', 'schema' ) )]
	#[TestWith( array( '{"schema":"wp-codebox/fuzz-suite/v1"}', 'wp_codebox_invalid_input', 'schema' ) )]
	#[TestWith( array( '{"schema":"wp-codebox/fuzz-suite-result/v1","findings":7}', 'wp_codebox_invalid_input', 'findings' ) )]
	#[TestWith( array( '{"schema":"wp-codebox/fuzz-suite-result/v1","findings":["text"]}', 'wp_codebox_invalid_input', 'findings[0]' ) )]
	#[TestWith( array( '{"schema":"wp-codebox/fuzz-suite-result/v1","findings":[{"fingerprint":"0","oracle":"crash.exit","replay":{"id":"a","index":"0"}}]}', 'wp_codebox_invalid_input', 'findings[0].replay' ) )]
	#[TestWith( array( '{"schema":"wp-codebox/fuzz-suite-result/v1","findings":[]}', 'wp_codebox_fuzz_replay_not_found', 'no findings' ) )]
	#[TestWith( array( '{"schema":"wp-codebox/fuzz-suite-result/v1","findings":[{"fingerprint":"0","oracle":"crash.exit","replay":{"id":"a","index":0,"kind":"rest","entry":"/"}}]}', 'wp_codebox_fuzz_replay_not_found', 'deadbeefdeadbeef' ) )]
	public function test_a_file_or_fingerprint_that_cannot_be_used_is_named( ?string $text, string $code, string $word ): void {
		if ( null !== $text ) {
			file_put_contents( $this->file, $text ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- Ours.
		}
		list( $status, $answer ) = $this->replay( ...( 'deadbeefdeadbeef' === $word ? array( '--finding=deadbeefdeadbeef' ) : array() ) );
		$this->assertSame( 2, $status, wp_json_encode( $answer ) );
		$this->assertSame( $code, $answer['error']['code'] );
		$this->assertStringContainsString( $word, $answer['error']['message'] );
	}

	/**
	 * @param string ...$flags Of the command.
	 * @return array{0: int, 1: array} Exit status and answer.
	 */
	private function replay( string ...$flags ): array {
		$ran    = self::wp( 'codebox', 'replay', $this->file, ...$flags );
		$answer = json_decode( $ran['out'], true );
		self::assertIsArray( $answer, $ran['out'] . $ran['error'] );
		return array( $ran['status'], $answer );
	}
}
