<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Campaign;

use WP_Codebox\Fuzz\Inventory\Roles;
use WP_Codebox\Fuzz\Oracles\Reading\Answer;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Which roles of a case are worth their time: all of them now and then, and where a target is new (of many targets, the
 * outermost and one of the others in turn); else those whose answers can differ in kind. Six and more roles of which
 * most get the same answer would leave a large plugin at its control cases.
 */
final class Role_Choice {

	/** Every so many cases of a target all roles run. */
	private const ALL_EVERY = 6;

	/** Cases of a target in which a visitor takes part although he was refused before. */
	private const TRIES_OF_VISITOR = 3;

	/** First cases, roles counted, above which a run is large. */
	private const MANY = 500;

	/** Whose first answers tell most. */
	private const OUTERMOST = array( Roles::ANONYMOUS, 'subscriber', self::HIGHEST );

	private const HIGHEST = 'administrator';

	/** @var array<string, int> Target => cases so far. */
	private array $turns = array();

	/** @var array<string, array<string, true>> Target => roles that it did not refuse. */
	private array $admitted = array();

	/**
	 * @param int $targets How many targets the run has.
	 */
	public function __construct( private readonly int $targets ) {}

	/**
	 * @param list<Fuzz_Case> $group The same case in every role, lowest first.
	 * @return list<Fuzz_Case> Those that are run, at least one.
	 */
	public function of( array $group ): array {
		$target                 = self::target( $group[0] );
		$turn                   = ( $this->turns[ $target ] ?? 0 ) + 1;
		$this->turns[ $target ] = $turn;
		if ( 1 === $turn && $this->targets * count( $group ) > self::MANY ) {
			return $this->outermost( $group );
		}
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
		return self::only( array_keys( $wanted ), $group );
	}

	/**
	 * @param list<Fuzz_Case> $group The first case of a target in every role.
	 * @return list<Fuzz_Case>
	 */
	private function outermost( array $group ): array {
		$others = array_values( array_diff( array_map( static fn( Fuzz_Case $fuzz_case ): string => (string) $fuzz_case->role, $group ), self::OUTERMOST ) );
		$turn   = $others ? array( $others[ count( $this->turns ) % count( $others ) ] ) : array();
		return self::only( array( ...self::OUTERMOST, ...$turn ), $group );
	}

	/**
	 * @param list<string>    $roles Wanted.
	 * @param list<Fuzz_Case> $group The same case in every role.
	 * @return list<Fuzz_Case> All where none is wanted.
	 */
	private static function only( array $roles, array $group ): array {
		$chosen = array_values( array_filter( $group, static fn( Fuzz_Case $fuzz_case ): bool => in_array( (string) $fuzz_case->role, $roles, true ) ) );
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
