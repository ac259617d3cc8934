<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Access;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Differential_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Answer;
use WP_Codebox\Fuzz\Oracles\Reading\Role_Capability;
use WP_Codebox\Fuzz\Oracles\Reading\Sensitive_Fields;
use WP_Codebox\Fuzz\Run\Observation;

/**
 * A low role reads the same private data as the administrator.
 */
final class Same_As_Administrator_Oracle extends Declared_Oracle implements Differential_Oracle {

	protected const ID          = 'access.same-as-administrator';
	protected const SEVERITY    = Finding::MEDIUM;
	protected const EXPLANATION = 'The same request was made as several roles. A low role got the very private fields that the administrator got (addresses of users, hashes, keys, tokens, personal data by name and value), from a target without a permission callback or whose callback lets everybody in. An equal status or an equal public answer proves nothing and is not reported.';

	public function judge_group( array $members, Oracle_Context $context ): iterable {
		$reference = $this->administrator( $members );
		if ( null === $reference || ( '' !== $context->permission_mode() && 'callback' === $context->permission_mode() && ! $this->lets_anonymous_in( $members ) ) ) {
			return;
		}
		$private = Sensitive_Fields::in( $reference->data, $context->site );
		foreach ( array() === $private ? array() : $members as $member ) {
			if ( ! Role_Capability::is_low( $member['role'] ) || ! Answer::succeeded( $member['observation'] ) ) {
				continue;
			}
			$own    = $this->own_address( $member['observation'], $context );
			$shared = array_filter( array_intersect_assoc( Sensitive_Fields::in( $member['observation']->data, $context->site ), $private ), static fn( string $value ): bool => $value !== $own );
			if ( array() !== $shared ) {
				$names = array_values( array_unique( array_map( static fn( string $path ): string => (string) preg_replace( '/\d+/', '#', $path ), array_keys( $shared ) ) ) );
				yield $member['case']->id => $this->finding( sprintf( '%s reads what the administrator reads: %s.', ucfirst( $member['role'] ), implode( ', ', array_slice( $names, 0, 5 ) ) ), implode( ',', array_slice( $names, 0, 5 ) ), array( 'fields' => array_slice( $names, 0, 20 ) ), array(), true );
				return;
			}
		}
	}

	private function administrator( array $members ): ?Observation {
		foreach ( $members as $member ) {
			if ( 'administrator' === $member['role'] && Answer::succeeded( $member['observation'] ) ) {
				return $member['observation'];
			}
		}
		return null;
	}

	private function lets_anonymous_in( array $members ): bool {
		foreach ( $members as $member ) {
			if ( Role_Capability::ANONYMOUS === $member['role'] && Answer::succeeded( $member['observation'] ) ) {
				return true;
			}
		}
		return false;
	}

	private function own_address( Observation $observation, Oracle_Context $context ): ?string {
		$email = array_search( $observation->user_before, $context->site->user_emails ?? array(), true );
		return false === $email ? null : (string) $email;
	}
}
