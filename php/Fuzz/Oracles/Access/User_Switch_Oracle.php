<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Access;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * The request became somebody else.
 */
final class User_Switch_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'access.user-switch';
	protected const SIGNALS     = Signals::USER | Signals::EVENTS;
	protected const SEVERITY    = Finding::HIGH;
	protected const EXPLANATION = 'After the callback the current user is another one, or a session was made for another user: a login without its proof. Silent where the caller was somebody and is nobody now (a logout), and for a user whom the same request registered.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		$new = $this->registered( $observation );
		if ( $observation->user_after !== $observation->user_before && 0 !== $observation->user_after && ! in_array( $observation->user_after, $new, true ) ) {
			yield $this->finding( sprintf( 'The current user was %d and became %d.', $observation->user_before, $observation->user_after ), 'user', array( 'user_after' => $observation->user_after ), $observation->events_of( 'user_changed', 'user_switched' )[0]['frames'] ?? array(), true );
		}
		foreach ( $observation->events_of( 'session_token' ) as $event ) {
			$user = (int) ( $event['data']['user_id'] ?? $event['data']['user'] ?? 0 );
			if ( 0 !== $user && $user !== $observation->user_before && ! in_array( $user, $new, true ) ) {
				yield $this->finding( sprintf( 'A session was made for user %d.', $user ), 'session', array( 'user' => $user ), $event['frames'], true );
			}
		}
	}

	/**
	 * @return list<int> Users that the same request made: a registration may log its own user in.
	 */
	private function registered( Observation $observation ): array {
		$inserts = array_filter( $observation->writes(), static fn( array $query ): bool => 'INSERT' === $query['verb'] && str_ends_with( $query['table'], 'users' ) );
		return array_values( array_filter( array_column( $inserts, 'insert_id' ) ) );
	}
}
