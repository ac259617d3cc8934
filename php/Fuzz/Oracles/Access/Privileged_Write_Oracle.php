<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Access;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Answer;
use WP_Codebox\Fuzz\Oracles\Reading\Input_Values;
use WP_Codebox\Fuzz\Oracles\Reading\Role_Capability;
use WP_Codebox\Fuzz\Oracles\Reading\Sql_Text;
use WP_Codebox\Fuzz\Oracles\Reading\State_Changes;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A low role writes what only higher ones may.
 */
final class Privileged_Write_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'access.privileged-write';
	protected const SIGNALS     = Signals::WRITES;
	protected const SEVERITY    = Finding::HIGH;
	protected const EXPLANATION = 'By role: capabilities or user level written without promote_users; the row or metas of another user without edit_users (for an editor not what a plugin keeps of users under its own keys); an option, chosen or filled by the caller, without manage_options; a post that was there before without edit_posts. Proved by the statement that changed the row. Holders of roles that are not WordPress\'s own are judged by their capabilities.';

	/** Metas by which WordPress itself knows a user. */
	private const CORE_METAS = '/(^|_)(capabilities|user_level|session_tokens|application_passwords|user-settings)$|^_?(nickname|first_name|last_name|description|rich_editing|locale|wp_user_settings|default_password_nag|new_email)$/';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( Role_Capability::ANONYMOUS === $fuzz_case->role && Answer::refused( $observation ) ) {
			return;
		}
		$said = array();
		foreach ( ( new State_Changes( $fuzz_case, $observation ) )->rows() as $query ) {
			$what = $this->privilege( $query, $fuzz_case, $observation );
			if ( null !== $what && ! isset( $said[ $what[0] ] ) ) {
				$said[ $what[0] ] = true;
				yield $this->finding( sprintf( '%s can write %s.', ucfirst( (string) $fuzz_case->role ), $what[0] ), $what[0], State_Changes::evidence( $query ), $query['frames'], true, $what[1] );
			}
		}
	}

	/**
	 * @return array{0: string, 1: string}|null What was written that the role may not write, and how bad that is.
	 */
	private function privilege( array $query, Fuzz_Case $fuzz_case, Observation $observation ): ?array {
		$role = $fuzz_case->role;
		$sql = new Sql_Text( $query['sql'] );
		if ( str_ends_with( $query['table'], 'usermeta' ) ) {
			$keys = $sql->values_of( 'meta_key' );
			if ( array() !== preg_grep( '/(^|_)(capabilities|user_level)$/', $keys ) && ! Role_Capability::has( $role, 'promote_users' ) ) {
				return $this->creates_a_visitor( $query, $observation ) ? null : array( 'the capabilities of a user', Finding::HIGH );
			}
			return $this->is_foreign( $sql->values_of( 'user_id' ), $observation ) && ! Role_Capability::has( $role, 'edit_users' ) && ! $this->creates_a_visitor( $query, $observation ) && ! $this->keeps_books( $keys, $query, $fuzz_case ) ? array( 'metas of another user', Finding::HIGH ) : null;
		}
		if ( str_ends_with( $query['table'], 'users' ) && 'INSERT' !== $query['verb'] ) {
			return $this->is_foreign( $sql->values_of( 'ID' ), $observation ) && ! Role_Capability::has( $role, 'edit_users' ) && ! $this->creates_a_visitor( $query, $observation ) ? array( 'the row of another user', Finding::HIGH ) : null;
		}
		if ( str_ends_with( $query['table'], 'posts' ) && in_array( $query['verb'], array( 'UPDATE', 'DELETE' ), true ) && ! Role_Capability::has( $role, 'edit_posts' ) && Role_Capability::is_low( $role ) && ! $this->made_it( $sql->values_of( 'ID' ), $observation ) ) {
			return array( 'a post', Finding::MEDIUM );
		}
		if ( str_ends_with( $query['table'], 'options' ) && Role_Capability::ANONYMOUS !== $role && ! Role_Capability::has( $role, 'manage_options' ) && $this->is_chosen( $query, $fuzz_case ) ) {
			return array( 'an option', Role_Capability::is_low( $role ) ? Finding::HIGH : Finding::LOW );
		}
		return null;
	}

	/**
	 * @param list<string> $ids User ids in the statement.
	 */
	private function is_foreign( array $ids, Observation $observation ): bool {
		return array() !== $ids && ! in_array( (string) $observation->user_before, $ids, true );
	}

	/**
	 * What a plugin keeps of a user under a key of its own, when somebody who edits what belongs to others works with it:
	 * enrolments, orders, progress. The caller chose neither the key nor the value.
	 *
	 * @param list<string> $keys Meta keys in the statement.
	 */
	private function keeps_books( array $keys, array $query, Fuzz_Case $fuzz_case ): bool {
		return array() !== $keys && array() === preg_grep( self::CORE_METAS, $keys ) && ! Role_Capability::is_low( $fuzz_case->role )
			&& Role_Capability::has( $fuzz_case->role, 'edit_others_posts' ) && ! Input_Values::of( $fuzz_case )->marks( $query['sql'] );
	}

	/** Counters and caches that the code keeps by itself are not the caller's doing. */
	private function is_chosen( array $query, Fuzz_Case $fuzz_case ): bool {
		$values = Input_Values::of( $fuzz_case );
		$sql    = new Sql_Text( $query['sql'] );
		return $values->marks( $query['sql'] ) || array() !== array_intersect( $values->strings, array_filter( array( ...$sql->values_of( 'option_name' ), ...$sql->values_of( 'option_value' ) ), static fn( string $value ): bool => strlen( $value ) > 2 ) );
	}

	/**
	 * @param list<string> $ids Post ids in the statement.
	 */
	private function made_it( array $ids, Observation $observation ): bool {
		$made = array_map( static fn( array $write ): string => str_ends_with( $write['table'], 'posts' ) && 'INSERT' === $write['verb'] ? (string) $write['insert_id'] : '', $observation->writes() );
		return array() === $ids || array() !== array_intersect( $made, $ids );
	}

	/** A registration writes the metas of the user whom it just made; that user has no more than the default role. */
	private function creates_a_visitor( array $query, Observation $observation ): bool {
		if ( 1 === preg_match( '/administrator|editor|author|contributor/', $query['sql'] ) ) {
			return false;
		}
		$made = array_map( static fn( array $write ): int => str_ends_with( $write['table'], 'users' ) && 'INSERT' === $write['verb'] ? $write['insert_id'] : 0, $observation->writes() );
		$sql  = new Sql_Text( $query['sql'] );
		$ids  = array_map( 'intval', array( ...$sql->values_of( 'user_id' ), ...$sql->values_of( 'ID' ) ) );
		return array() !== array_intersect( array_filter( $made ), $ids );
	}
}
