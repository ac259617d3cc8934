<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Campaign;

use WP_Codebox\Fuzz\Inventory\Roles;
use WP_Codebox\Fuzz\Oracles\Reading\Answer;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Which roles of a case are worth their time: all of them where a target is new, and now and then; else those whose
 * answers can differ in kind. Six and more roles of which most get the same answer would leave a large plugin at
 * its control cases.
 */
final class Role_Choice {

	/** Every so many cases of a target all roles run. */
	private const ALL_EVERY = 6;

	/** Cases of a target in which a visitor takes part although he was refused before. */
	private const TRIES_OF_VISITOR = 3;

	private const HIGHEST = 'administrator';

	/** @var array<string, int> Target => cases so far. */
	private array $turns = array();

	/** @var array<string, array<string, true>> Target => roles that it did not refuse. */
	private array $admitted = array();

	/**
	 * @param list<Fuzz_Case> $group The same case in every role, lowest first.
	 * @return list<Fuzz_Case> Those that are run, at least one.
	 */
	public function of( array $group ): array {
		$target                 = self::target( $group[0] );
		$turn                   = ( $this->turns[ $target ] ?? 0 ) + 1;
		$this->turns[ $target ] = $turn;
		if ( 1 === $turn || 0 === $turn % self::ALL_EVERY ) {
			return $group;
		}
		$wanted = array( self::HIGHEST => true );
		foreach ( $group as $fuzz_case ) {
			$role = (string) $fuzz_case->role;
			if ( Roles::ANONYMOUS === $role && ( $turn <= self::TRIES_OF_VISITOR || isset( $this->admitted[ $target ][ $role ] ) ) ) {
				$wanted[ $role ] = true;
			} elseif ( Roles::ANONYMOUS !== $role && isset( $this->admitted[ $target ][ $role ] ) ) {
				$wanted[ $role ] = true;
				break;
			}
		}
		$chosen = array_values( array_filter( $group, static fn( Fuzz_Case $fuzz_case ): bool => isset( $wanted[ (string) $fuzz_case->role ] ) ) );
		return $chosen ? $chosen : $group;
	}

	/**
	 * @param Case_Outcome $outcome What became of a case.
	 */
	public function note( Case_Outcome $outcome ): void {
		if ( ! Answer::refused( $outcome->observation ) ) {
			$this->admitted[ self::target( $outcome->fuzz_case ) ][ (string) $outcome->fuzz_case->role ] = true;
		}
	}

	private static function target( Fuzz_Case $fuzz_case ): string {
		return $fuzz_case->method() . ' ' . $fuzz_case->entry;
	}
}
