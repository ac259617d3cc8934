<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Disclosure;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Answer;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A key of the site in the answer.
 */
final class Secret_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'disclosure.secret';
	protected const SEVERITY    = Finding::HIGH;
	protected const EXPLANATION = 'The answer holds a key, salt or database password of this very site, found by value. With them anyone signs in as anyone.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		$text = Answer::text( $observation );
		foreach ( $context->site->secrets ?? array() as $name => $secret ) {
			if ( str_contains( $text, $secret ) || str_contains( $text, (string) substr( (string) wp_json_encode( $secret, JSON_UNESCAPED_SLASHES ), 1, -1 ) ) ) {
				yield $this->finding( sprintf( 'The answer holds %s of this site.', $name ), $name, array( 'name' => $name ), array(), true );
			}
		}
	}
}
