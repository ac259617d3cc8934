<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Disclosure;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Answer;
use WP_Codebox\Fuzz\Oracles\Reading\Input_Values;
use WP_Codebox\Fuzz\Oracles\Reading\Role_Capability;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * The e-mail address of a user in the hands of somebody who may not see it.
 */
final class Email_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'disclosure.email';
	protected const SEVERITY    = Finding::MEDIUM;
	protected const EXPLANATION = 'The answer to an anonymous caller, a subscriber, contributor or author holds the address of a user other than himself. Addresses that the caller had sent do not count, and roles that may list users or are not WordPress\'s own are not judged.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( ! Role_Capability::is_low( $fuzz_case->role ) || Role_Capability::has( $fuzz_case->role, 'list_users' ) ) {
			return;
		}
		$text = strtolower( Answer::text( $observation ) );
		if ( ! str_contains( $text, '@' ) ) {
			return;
		}
		$sent = strtolower( implode( "\n", Input_Values::of( $fuzz_case )->strings ) );
		foreach ( $context->site->user_emails ?? array() as $email => $user ) {
			if ( $user !== $observation->user_before && str_contains( $text, (string) $email ) && ! str_contains( $sent, (string) $email ) ) {
				yield $this->finding( sprintf( 'The address of user %d is in the answer to %s.', $user, $fuzz_case->role ), 'email', array( 'user' => $user ), array(), true, Role_Capability::ANONYMOUS === $fuzz_case->role ? Finding::HIGH : null );
				return;
			}
		}
	}
}
