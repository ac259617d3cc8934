<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Campaign;

use WP_Codebox\Fuzz\Findings\Case_Findings;
use WP_Codebox\Fuzz\Inventory\Roles;
use WP_Codebox\Fuzz\Oracles\Access\Same_Role_Oracle;
use WP_Codebox\Fuzz\Oracles\Site_Facts;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Lets a visitor and a second user of the same role ask for what its owner got. Only where a case showed a private object
 * of its own caller: all others would cost a process and show nothing.
 */
final class Second_User {

	/** How often a target is asked again. */
	private const TIMES = 3;

	/** @var array<string, int> Target => how often it was asked. */
	private array $asked = array();

	/**
	 * @param Case_Lanes    $lanes    Run the cases.
	 * @param Case_Findings $findings Compare them.
	 * @param Site_Facts    $site     Tells what is private.
	 */
	public function __construct( private readonly Case_Lanes $lanes, private readonly Case_Findings $findings, private readonly Site_Facts $site ) {}

	/**
	 * @param Case_Outcome $owner What became of a case.
	 * @return array{outcomes: list<Case_Outcome>, findings: list<array>} What became of the further cases, and what the comparison says.
	 */
	public function ask( Case_Outcome $owner ): array {
		$fuzz_case = $owner->fuzz_case;
		$target    = $fuzz_case->method() . ' ' . ( $owner->observation->route ?? $fuzz_case->entry );
		if ( $fuzz_case->is_mutating() || self::TIMES <= ( $this->asked[ $target ] ?? 0 ) || ! Same_Role_Oracle::is_own( (string) $fuzz_case->role, $owner->observation, $this->site ) ) {
			return array(
				'outcomes' => array(),
				'findings' => array(),
			);
		}
		$this->asked[ $target ] = ( $this->asked[ $target ] ?? 0 ) + 1;
		$others                 = array( self::as_role( $fuzz_case, Roles::ANONYMOUS ), self::as_role( $fuzz_case, $fuzz_case->role . ':2' ) );
		$outcomes               = array();
		foreach ( $this->lanes->run( $others ) as $outcome ) {
			$outcomes[] = $outcome;
		}
		$findings = $this->findings->compare( array_map( Confirmation::member( ... ), array( $owner, ...$outcomes ) ) );
		foreach ( $findings as $index => $record ) {
			$findings[ $index ]['replay']['group'] = array_map( static fn( Fuzz_Case $member ): array => $member->to_array(), array( $fuzz_case, ...$others ) );
		}
		return array(
			'outcomes' => $outcomes,
			'findings' => $findings,
		);
	}

	private static function as_role( Fuzz_Case $fuzz_case, string $role ): Fuzz_Case {
		return Fuzz_Case::from_array(
			array(
				'id'   => "{$fuzz_case->id}-as-$role",
				'role' => $role,
			) + $fuzz_case->to_array()
		);
	}
}
