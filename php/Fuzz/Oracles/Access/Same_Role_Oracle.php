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
use WP_Codebox\Fuzz\Oracles\Site_Facts;
use WP_Codebox\Fuzz\Run\Observation;

/**
 * Two users of one role get the same private object, and only one of them owns it.
 */
final class Same_Role_Oracle extends Declared_Oracle implements Differential_Oracle {

	protected const ID          = 'access.same-role';
	protected const SEVERITY    = Finding::HIGH;
	protected const EXPLANATION = 'Where a user of a low role got a private object that names him as its owner, a visitor and a second user of the role make the same request. The visitor was refused, so the object is private to somebody; the other user got it all the same (BOLA, IDOR). It takes two users of the role: a run with mutations lends two subscribers. Objects of core types that anybody logged in may see, and answers without private fields, are not reported.';

	/** Fields that say whose an object is. */
	private const OWNER = array( 'user_id', 'owner', 'owner_id', 'customer_id', 'student_id', 'patient_id', 'member_id', 'post_author', 'author', 'author_id', 'userid' );

	public function judge_group( array $members, Oracle_Context $context ): iterable {
		foreach ( $members as $member ) {
			if ( Role_Capability::ANONYMOUS === $member['role'] && ! Answer::refused( $member['observation'] ) ) {
				return;
			}
		}
		foreach ( $members as $owner ) {
			foreach ( $members as $stranger ) {
				if ( $owner['role'] === $stranger['role'] && Role_Capability::is_low( $owner['role'] ) && $owner['observation']->user_before !== $stranger['observation']->user_before && $this->is_taken( $owner, $stranger, $context ) ) {
					yield $stranger['case']->id => $this->finding( sprintf( 'A %s gets the object of another %1$s.', $owner['role'] ), 'read', array( 'owner' => $owner['observation']->user_before, 'user' => $stranger['observation']->user_before ), array(), true ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
					return;
				}
			}
		}
	}

	/**
	 * @param string      $role        Role of the caller.
	 * @param Observation $observation What he got.
	 * @param Site_Facts  $site        Tells what is private.
	 * @return bool Whether it is a private object of his own, which it is worth to ask for as another user.
	 */
	public static function is_own( string $role, Observation $observation, Site_Facts $site ): bool {
		return Role_Capability::ANONYMOUS !== $role && Role_Capability::is_low( $role ) && is_array( $observation->data ) && Answer::succeeded( $observation )
			&& self::belongs_to( $observation->data, $observation->user_before ) && array() !== Sensitive_Fields::in( $observation->data, $site );
	}

	private function is_taken( array $owner, array $stranger, Oracle_Context $context ): bool {
		$mine  = $owner['observation'];
		$taken = $stranger['observation'];
		if ( ! Answer::succeeded( $mine ) || ! Answer::succeeded( $taken ) || ! is_array( $taken->data ) ) {
			return false;
		}
		$private = Sensitive_Fields::in( $mine->data, $context->site );
		return self::belongs_to( $taken->data, $mine->user_before ) && array() !== $private && $private === Sensitive_Fields::in( $taken->data, $context->site );
	}

	private static function belongs_to( array $object, int $user ): bool {
		foreach ( self::OWNER as $name ) {
			if ( isset( $object[ $name ] ) && is_scalar( $object[ $name ] ) && (int) $object[ $name ] === $user && 0 !== $user ) {
				return true;
			}
		}
		return false;
	}
}
