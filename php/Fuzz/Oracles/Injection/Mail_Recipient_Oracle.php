<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Injection;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Input_Values;
use WP_Codebox\Fuzz\Oracles\Reading\Role_Capability;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Mail to whom the caller wants, saying what the caller wants.
 */
final class Mail_Recipient_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'injection.mail-recipient';
	protected const SIGNALS     = Signals::EVENTS;
	protected const SEVERITY    = Finding::MEDIUM;
	protected const EXPLANATION = 'Anonymous or a subscriber chose the recipient and part of the text of a mail: the site sends other people\'s spam. A confirmation to an address that carries no text of the caller\'s is not reported.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( Role_Capability::has( $fuzz_case->role, 'edit_posts' ) ) {
			return;
		}
		$values = Input_Values::of( $fuzz_case );
		foreach ( $observation->events_of( 'mail' ) as $event ) {
			$to   = strtolower( implode( ',', (array) ( $event['data']['to'] ?? '' ) ) );
			$text = ( $event['data']['subject'] ?? '' ) . "\n" . ( $event['data']['message'] ?? '' );
			foreach ( $values->strings as $value ) {
				if ( str_contains( $value, '@' ) && str_contains( $to, strtolower( $value ) ) && $values->marks( str_ireplace( $value, '', $text ) ) && ! isset( $context->site?->user_emails[ strtolower( $value ) ] ) ) {
					yield $this->finding( 'The caller chooses recipient and text of a mail.', 'recipient', array( 'subject' => mb_strcut( (string) ( $event['data']['subject'] ?? '' ), 0, 100 ) ), $event['frames'], true );
					break;
				}
			}
		}
	}
}
