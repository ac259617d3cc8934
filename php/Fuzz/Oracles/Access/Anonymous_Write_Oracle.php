<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Access;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Answer;
use WP_Codebox\Fuzz\Oracles\Reading\Role_Capability;
use WP_Codebox\Fuzz\Oracles\Reading\State_Changes;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Someone who is not logged in changes the site.
 */
final class Anonymous_Write_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'access.anonymous-write';
	protected const SIGNALS     = Signals::WRITES | Signals::EVENTS;
	protected const SEVERITY    = Finding::MEDIUM;
	protected const EXPLANATION = 'A caller without a login changed rows or files. High where the rows are core\'s (options, users, posts, terms), medium where they belong to the code under test, which may mean to take them (a contact form). A write by GET is also purity.read-writes; a write behind a refusal is access.refused-but-wrote.';

	/** Without prefix. Comments are meant for visitors. */
	private const CORE_TABLES = array( 'options', 'sitemeta', 'users', 'usermeta', 'posts', 'postmeta', 'terms', 'termmeta', 'term_taxonomy', 'term_relationships' );

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( Role_Capability::ANONYMOUS !== $fuzz_case->role || Answer::refused( $observation ) ) {
			return;
		}
		$changes = new State_Changes( $fuzz_case, $observation );
		$gravest = null;
		foreach ( $changes->rows() as $query ) {
			$table    = null === $context->site ? $query['table'] : preg_replace( '/^' . preg_quote( $context->site->prefix, '/' ) . '/', '', $query['table'] );
			$severity = in_array( $table, self::CORE_TABLES, true ) ? Finding::HIGH : Finding::MEDIUM;
			if ( null === $gravest || ( Finding::HIGH === $severity && Finding::HIGH !== $gravest->severity ) ) {
				$gravest = $this->finding( sprintf( 'Anyone can run %s on %s.', $query['verb'], $query['table'] ), 'rows', State_Changes::evidence( $query ), $query['frames'], true, $severity );
			}
		}
		if ( null !== $gravest ) {
			yield $gravest;
		}
		foreach ( $changes->files() as $event ) {
			yield $this->finding( sprintf( 'Anyone can cause %s.', str_replace( '_', ' ', $event['type'] ) ), $event['type'], array( 'path' => basename( (string) ( $event['data']['path'] ?? '' ) ) ), $event['frames'], true, Finding::HIGH );
		}
	}
}
