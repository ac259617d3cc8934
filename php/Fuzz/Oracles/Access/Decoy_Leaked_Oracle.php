<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Access;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Answer;
use WP_Codebox\Fuzz\Oracles\Reading\Role_Capability;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A secret reached somebody who must not see it.
 */
final class Decoy_Leaked_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'access.decoy-leaked';
	protected const SIGNALS     = Signals::DECOYS;
	protected const SEVERITY    = Finding::HIGH;
	protected const EXPLANATION = 'The run plants things that only some may see (a draft, a private post, a hidden address), each with a secret marker. The marker was in the answer to a caller below the role that may see it, and who does not own it.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		$text = array() === $context->decoys ? '' : Answer::text( $observation );
		foreach ( $context->decoys as $marker => $decoy ) {
			if ( '' === $text || ! str_contains( $text, (string) $marker ) || Role_Capability::sees( $fuzz_case->role, $decoy ) ) {
				continue;
			}
			if ( 0 !== $observation->user_before && ( $decoy['owner'] ?? null ) === $observation->user_before ) {
				continue;
			}
			$kind = (string) ( $decoy['kind'] ?? 'decoy' );
			yield $this->finding( sprintf( 'The secret of a %s is in the answer to %s.', $kind, $fuzz_case->role ), $kind, array(
'kind' => $kind,
'id'   => $decoy['id'] ?? null,
), array(), true );
		}
	}
}
