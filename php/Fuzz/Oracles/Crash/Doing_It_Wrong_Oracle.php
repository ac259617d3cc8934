<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Crash;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Message_Shape;
use WP_Codebox\Fuzz\Oracles\Reading\Own_Frames;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * WordPress says that it is used wrongly.
 */
final class Doing_It_Wrong_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'crash.doing-it-wrong';
	protected const SIGNALS     = Signals::COMPLAINTS;
	protected const SEVERITY    = Finding::LOW;
	protected const EXPLANATION = 'Core called _doing_it_wrong() for something that the code under test did: a hook too early, a wrong argument. Silent when an outbound request was refused by the envelope, whose answer core then misses. What it says of the registration of a route or an ability is no business of the case: access.missing-permission and contract.ability-schema judge that.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( array() !== $observation->events_of( 'http' ) ) {
			return;
		}
		foreach ( $observation->php_errors as $error ) {
			if ( 'doing_it_wrong' === $error['severity'] && ! $this->is_registration( $error['frames'] ) && Own_Frames::owns( $error['frames'], $context, PHP_INT_MAX ) ) {
				yield $this->finding( 'Doing it wrong: ' . mb_strcut( wp_strip_all_tags( $error['message'] ), 0, 300 ), Message_Shape::of( $error['message'] ), array(), $error['frames'] );
			}
		}
	}

	/** Routes and abilities are registered while a case runs, those of other targets too. */
	private function is_registration( array $frames ): bool {
		return array() !== array_intersect( array( 'register_rest_route', 'wp_register_ability', 'wp_register_ability_category' ), array_column( $frames, 'function' ) );
	}
}
