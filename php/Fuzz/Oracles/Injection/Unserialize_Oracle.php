<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Injection;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Input_Values;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Input that became an object.
 */
final class Unserialize_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'injection.unserialize';
	protected const SIGNALS     = Signals::EVENTS | Signals::MARKERS;
	protected const SEVERITY    = Finding::HIGH;
	protected const EXPLANATION = 'The input held a serialized canary object, and the object came to life: unserialize() or maybe_unserialize() reads what the caller sent. Other classes of the site could come to life the same way. PHP\'s complaint about a broken serialization that holds a marker proves the same.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		foreach ( $observation->events_of( 'unserialize' ) as $event ) {
			yield $this->finding( 'A serialized object of the caller came to life.', 'object', array(), $event['frames'], true );
			return;
		}
		if ( array() === $fuzz_case->markers ) {
			return;
		}
		$values = Input_Values::of( $fuzz_case );
		foreach ( $observation->php_errors as $error ) {
			if ( 1 === preg_match( '/^unserialize\(\): Error at offset (\d+) of (\d+) bytes/', $error['message'], $found ) && $this->length_was_sent( $values, (int) $found[2] ) ) {
				yield $this->finding( 'unserialize() reads what the caller sent.', 'object', array( 'bytes' => (int) $found[2] ), $error['frames'], true );
				return;
			}
		}
	}

	/** PHP names the length of what it could not read, and nothing else of it. */
	private function length_was_sent( Input_Values $values, int $bytes ): bool {
		foreach ( $values->strings as $value ) {
			if ( $bytes > 3 && strlen( $value ) === $bytes && $values->marks( $value ) ) {
				return true;
			}
		}
		return false;
	}
}
