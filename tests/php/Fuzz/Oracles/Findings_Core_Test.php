<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Oracles;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Fuzz\Oracles\Oracle_Registry;

final class Findings_Core_Test extends TestCase {

	public function test_every_finding_in_core_has_a_verdict_a_reason_and_a_place_that_exists(): void {
		$findings = wp_json_file_decode( dirname( __DIR__, 4 ) . '/docs/findings-core.json', array( 'associative' => true ) );
		$oracles  = ( new Oracle_Registry() )->all();
		$this->assertNotEmpty( $findings );
		foreach ( $findings as $finding ) {
			$this->assertMatchesRegularExpression( '/^[0-9a-f]{16}$/', $finding['fingerprint'] );
			$this->assertArrayHasKey( $finding['oracle'], $oracles );
			$this->assertSame( 'core-defect', $finding['verdict'] );
			$this->assertGreaterThan( 30, strlen( $finding['why'] ) );
			$this->assertFileExists( ABSPATH . $finding['file'] );
			$this->assertLessThanOrEqual( count( (array) file( ABSPATH . $finding['file'] ) ), $finding['line'] );
		}
		$this->assertSame( count( $findings ), count( array_unique( array_column( $findings, 'fingerprint' ) ) ) );
	}
}
