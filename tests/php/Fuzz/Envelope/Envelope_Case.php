<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Envelope;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Fuzz\Envelope\Envelope_Factory;
use WP_Codebox\Fuzz\Envelope\Isolating_Envelope;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Runs closures inside a real envelope on the site of the tests.
 */
abstract class Envelope_Case extends TestCase {

	protected Isolating_Envelope $envelope;

	protected function setUp(): void {
		$this->envelope = Envelope_Factory::make();
	}

	protected function tearDown(): void {
		$this->envelope->leave();
	}

	/**
	 * @param \Closure(Observation):void $body  What the case does.
	 * @param array<string, mixed>       $input Case input.
	 */
	protected function inside( \Closure $body, string $method = 'POST', ?string $role = null, array $input = array() ): Observation {
		return $this->envelope->run( new Fuzz_Case( 'case', 0, 'rest', '/test', $input + array( 'method' => $method ), $role ), $body );
	}

	/** @return list<string> */
	protected function types( Observation $observation ): array {
		return array_column( $observation->events, 'type' );
	}

	protected function option( string $name ): ?string {
		global $wpdb;
		return $wpdb->get_var( $wpdb->prepare( "SELECT option_value FROM $wpdb->options WHERE option_name = %s", $name ) );
	}
}
