<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Access;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Role_Capability;
use WP_Codebox\Fuzz\Oracles\Reading\Sql_Text;
use WP_Codebox\Fuzz\Oracles\Reading\State_Changes;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * One user changes what belongs to another of the same role.
 */
final class Foreign_Object_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'access.foreign-object';
	protected const SIGNALS     = Signals::WRITES;
	protected const SEVERITY    = Finding::HIGH;
	protected const EXPLANATION = 'Objects of one user (decoys with an owner) were changed by another user who has no power over them: the id is taken from the request and the owner is not compared (BOLA, IDOR).';

	/** Table (without prefix) and key of the decoys that live in core's tables, by kind. */
	private const TABLES = array(
		'draft'              => array( 'posts', 'ID' ),
		'private'            => array( 'posts', 'ID' ),
		'private_post'       => array( 'posts', 'ID' ),
		'draft_post'         => array( 'posts', 'ID' ),
		'password_post'      => array( 'posts', 'ID' ),
		'password_protected' => array( 'posts', 'ID' ),
		'comment'            => array( 'comments', 'comment_ID' ),
		'user_meta'          => array( 'usermeta', 'user_id' ),
		'hidden_email'       => array( 'users', 'ID' ),
	);

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		foreach ( $context->decoys as $decoy ) {
			$owner = (int) ( $decoy['owner'] ?? 0 );
			$table = (string) ( $decoy['table'] ?? self::TABLES[ $decoy['kind'] ?? '' ][0] ?? '' );
			if ( 0 === $owner || $owner === $observation->user_before || '' === $table || Role_Capability::sees( $fuzz_case->role, $decoy ) ) {
				continue;
			}
			foreach ( ( new State_Changes( $fuzz_case, $observation ) )->rows() as $query ) {
				$column = (string) ( $decoy['column'] ?? self::TABLES[ $decoy['kind'] ][1] ?? 'id' );
				if ( 'INSERT' !== $query['verb'] && str_ends_with( $query['table'], $table ) && in_array( (string) $decoy['id'], ( new Sql_Text( $query['sql'] ) )->values_of( $column ), true ) ) {
					yield $this->finding( sprintf( '%s can %s a %s of another user.', ucfirst( (string) $fuzz_case->role ), strtolower( $query['verb'] ), $decoy['kind'] ?? 'row' ), $query['verb'] . ' ' . $table, State_Changes::evidence( $query ), $query['frames'], true );
				}
			}
		}
	}
}
