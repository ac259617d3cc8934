<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Disclosure;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Answer;
use WP_Codebox\Fuzz\Oracles\Reading\Input_Values;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A password hash in the answer.
 */
final class Password_Hash_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'disclosure.password-hash';
	protected const SEVERITY    = Finding::HIGH;
	protected const EXPLANATION = 'The answer holds what WordPress or PHP stores for a password (phpass, bcrypt, WordPress\'s own prefix, Argon2). Nobody needs it; not even an administrator\'s screen. Silent when the caller had sent that very text.';

	private const HASH = '~\$P\$[./A-Za-z0-9]{31}|(?:\$wp)?\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}|\$argon2(?:i|d|id)\$v=\d+\$[^"\s]{20,}~';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( 1 === preg_match( self::HASH, Answer::text( $observation ), $found ) && ! $this->was_sent( $fuzz_case, $found[0] ) ) {
			yield $this->finding( 'A password hash is in the answer.', 'hash', array( 'kind' => substr( $found[0], 0, 4 ) ), array(), true );
		}
	}

	private function was_sent( Fuzz_Case $fuzz_case, string $hash ): bool {
		return str_contains( implode( "\n", Input_Values::of( $fuzz_case )->strings ), $hash );
	}
}
