<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Campaign;

use WP_Codebox\Fuzz\Findings\Case_Findings;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Runs what showed a finding again, in processes that ran nothing before: confirmed, or dependent on what came before it.
 */
final class Confirmation {

	public const CONFIRMED       = 'confirmed';
	public const ORDER_DEPENDENT = 'order-dependent';
	public const FLAKY           = 'not-reproduced';
	public const UNCHECKED       = 'unchecked';

	/** Other cases that run before a costly one. */
	private const COMPARED = 32;

	/** How far back a cause is looked for. */
	private const LONGEST_PREFIX = 64;

	/**
	 * @param Case_Lanes    $lanes    Runs cases afresh.
	 * @param Case_Findings $findings Judges groups of roles.
	 */
	public function __construct( private readonly Case_Lanes $lanes, private readonly Case_Findings $findings ) {}

	/**
	 * For what its own cases do not show.
	 *
	 * @param array             $record  A finding, with its case under `replay`.
	 * @param list<Fuzz_Case>   $group   The cases of the same input in every role.
	 * @param list<Fuzz_Case>   $earlier The cases that ran before it in its process, oldest first.
	 * @param \Closure():bool   $is_late Whether the time is up.
	 * @return array The record with `confirmation`, and `replay.prefix` where it takes one.
	 */
	public function after_others( array $record, array $group, array $earlier, \Closure $is_late ): array {
		$fuzz_case = Fuzz_Case::from_array( $record['replay'] );
		if ( str_starts_with( $record['oracle'], 'cost.' ) ) {
			// Cost is measured against other cases and earlier sights: they are part of what shows it, not a cause.
			$prefix = array( ...array_slice( $earlier, -self::COMPARED ), $fuzz_case, $fuzz_case );
			if ( $this->shows( $record['fingerprint'], $fuzz_case, $group, $prefix ) ) {
				$record['replay']['prefix'] = array_map( static fn( Fuzz_Case $earlier_case ): array => $earlier_case->to_array(), $prefix );
				return array( 'confirmation' => self::CONFIRMED ) + $record;
			}
		}
		for ( $length = 1; $length <= self::LONGEST_PREFIX; $length *= 4 ) {
			if ( $is_late() ) {
				return array( 'confirmation' => self::UNCHECKED ) + $record;
			}
			$prefix = array_slice( $earlier, -$length );
			if ( $prefix && $this->shows( $record['fingerprint'], $fuzz_case, $group, $prefix ) ) {
				$shortest                   = $this->shortened( $record['fingerprint'], $fuzz_case, $group, $prefix );
				$record['replay']['prefix'] = array_map( static fn( Fuzz_Case $earlier_case ): array => $earlier_case->to_array(), $shortest );
				return array( 'confirmation' => self::ORDER_DEPENDENT ) + $record;
			}
			if ( count( $prefix ) < $length ) {
				break;
			}
		}
		return array( 'confirmation' => self::FLAKY ) + $record;
	}

	/**
	 * @param string          $fingerprint Of the finding.
	 * @param Fuzz_Case       $fuzz_case   The case that showed it.
	 * @param list<Fuzz_Case> $group       The same input in every role.
	 * @param list<Fuzz_Case> $prefix      Cases to run before it in the same process.
	 * @return bool Whether it shows again.
	 */
	public function shows( string $fingerprint, Fuzz_Case $fuzz_case, array $group, array $prefix ): bool {
		$outcomes = $this->lanes->run_fresh( array( ...$prefix, $fuzz_case ) );
		$last     = end( $outcomes );
		if ( false === $last ) {
			return false;
		}
		if ( in_array( $fingerprint, array_column( $last->findings, 'fingerprint' ), true ) ) {
			return true;
		}
		if ( count( $group ) < 2 ) {
			return false;
		}
		$members = array( self::member( $last ) );
		foreach ( $group as $other ) {
			if ( $other->id !== $fuzz_case->id ) {
				foreach ( $this->lanes->run_fresh( array( $other ) ) as $outcome ) {
					$members[] = self::member( $outcome );
				}
			}
		}
		return in_array( $fingerprint, array_column( $this->findings->compare( $members ), 'fingerprint' ), true );
	}

	/**
	 * @param Case_Outcome $outcome What became of a case.
	 * @return array{role: string, case: Fuzz_Case, observation: \WP_Codebox\Fuzz\Run\Observation}
	 */
	public static function member( Case_Outcome $outcome ): array {
		return array(
			// A second user of a role is of that role.
			'role'        => explode( ':', (string) $outcome->fuzz_case->role )[0],
			'case'        => $outcome->fuzz_case,
			'observation' => $outcome->observation,
		);
	}

	/**
	 * Leaves out of a prefix what it does not take, one case at a time.
	 *
	 * @param string          $fingerprint Of the finding.
	 * @param Fuzz_Case       $fuzz_case   The case that showed it.
	 * @param list<Fuzz_Case> $group       The same input in every role.
	 * @param list<Fuzz_Case> $prefix      Shows it.
	 * @return list<Fuzz_Case>
	 */
	private function shortened( string $fingerprint, Fuzz_Case $fuzz_case, array $group, array $prefix ): array {
		for ( $index = count( $prefix ) - 1; $index >= 0; $index-- ) {
			$without = $prefix;
			array_splice( $without, $index, 1 );
			if ( $this->shows( $fingerprint, $fuzz_case, $group, $without ) ) {
				$prefix = $without;
			}
		}
		return $prefix;
	}
}
