<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Campaign;

use WP_Codebox\Fuzz\Findings\Case_Findings;
use WP_Codebox\Fuzz\Findings\Finding_Collector;
use WP_Codebox\Fuzz\Findings\Ranking;
use WP_Codebox\Fuzz\Generation\Case_Generator;
use WP_Codebox\Fuzz\Inventory\Inventory;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Run\Result_Sink;
use WP_Codebox\Fuzz\Run\Status_Rule;
use WP_Codebox\Fuzz\Run\Suite_Result;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * One `wp codebox fuzz`: generate, run in every role, compare, confirm, rank.
 */
final class Campaign {

	/** Groups that are handed to the lanes together. */
	private const ROUND = 4;

	/** A target that ran out of time this often is left alone: each costs the whole limit of a case. */
	private const TIMEOUTS = 4;

	/** Part of the time that is kept for confirming. */
	private const CONFIRMING = 0.25;

	/** Cases of each role that are remembered, to look for the cause of what depends on order. */
	private const REMEMBERED = 64;

	/** @var array<string, list<Fuzz_Case>> Role => the last cases. */
	private array $history = array();

	/** @var array<string, list<Fuzz_Case>> Fingerprint => the cases that ran before its first sight, oldest first. */
	private array $before = array();

	/** @var array<string, int> Target => how often it ran out of time. */
	private array $timeouts = array();

	private readonly Role_Choice $roles;

	/**
	 * @param Inventory      $inventory Targets, roles, rows.
	 * @param Case_Generator $generator Makes the cases.
	 * @param Case_Lanes     $lanes     Runs them.
	 * @param Case_Findings  $findings  Compares roles.
	 * @param Confirmation   $confirmation Runs findings again.
	 * @param Second_User    $second_user Asks for what an owner got.
	 * @param Result_Sink    $sink      Takes every case result.
	 * @param \Closure(Campaign_Tally, float):void $progress Told after each round how far the campaign is, and seconds left.
	 * @param \Closure(Case_Outcome):void|null     $note     Told about each case.
	 */
	public function __construct(
		private readonly Inventory $inventory,
		private readonly Case_Generator $generator,
		private readonly Case_Lanes $lanes,
		private readonly Case_Findings $findings,
		private readonly Confirmation $confirmation,
		private readonly Second_User $second_user,
		private readonly Result_Sink $sink,
		private readonly \Closure $progress,
		private readonly ?\Closure $note = null
	) {
		$this->roles = new Role_Choice( count( $inventory->endpoints ) + count( $inventory->abilities ) );
	}

	/**
	 * @param Campaign_Plan $plan What is asked for.
	 * @return array `wp-codebox/fuzz-suite-result/v1`.
	 */
	public function run( Campaign_Plan $plan ): array {
		$tally   = new Campaign_Tally( new Finding_Collector(), $this->inventory );
		$started = microtime( true );
		try {
			$this->search( $plan, $tally );
			$records = $this->confirm( $tally->ranked(), $plan, $tally );
		} finally {
			$this->lanes->close();
		}
		return $this->document( $plan, $tally, $records, $started );
	}

	private function search( Campaign_Plan $plan, Campaign_Tally $tally ): void {
		$until = $plan->seconds * ( 1 - self::CONFIRMING );
		$left  = $plan->cases;
		$round = array();
		foreach ( Case_Groups::of( $this->generator->cases() ) as $group ) {
			if ( self::TIMEOUTS <= ( $this->timeouts[ self::target( $group[0] ) ] ?? 0 ) ) {
				continue;
			}
			$chosen  = array_slice( $this->roles->of( $group ), 0, $left );
			$left   -= count( $chosen );
			$round[] = $chosen;
			if ( count( $round ) === self::ROUND || 0 === $left ) {
				$this->work( $round, $tally, $until );
				$round = array();
				( $this->progress )( $tally, $plan->seconds - $tally->elapsed() );
				if ( 0 === $left || $tally->elapsed() >= $until ) {
					return;
				}
			}
		}
		if ( $round ) {
			$this->work( $round, $tally, $until );
		}
	}

	/**
	 * @param list<list<Fuzz_Case>> $groups A round.
	 * @param Campaign_Tally        $tally  Counts.
	 * @param float                 $until  Seconds after which what is not done is left.
	 */
	private function work( array $groups, Campaign_Tally $tally, float $until ): void {
		$outcomes = array();
		foreach ( $this->lanes->run( array_merge( ...$groups ) ) as $outcome ) {
			$outcomes[ $outcome->fuzz_case->id ] = $outcome;
			if ( $tally->elapsed() >= $until ) {
				// Cases that end their process, each followed by a load of WordPress, can make one round long.
				$this->lanes->close();
				break;
			}
		}
		foreach ( $groups as $group ) {
			$members = array();
			$further = array();
			foreach ( $group as $fuzz_case ) {
				if ( isset( $outcomes[ $fuzz_case->id ] ) ) {
					$outcome   = $outcomes[ $fuzz_case->id ];
					$members[] = Confirmation::member( $outcome );
					$this->take( $outcome, $tally );
					$this->roles->note( $outcome );
					$asked = $this->second_user->ask( $outcome );
					array_map( fn( Case_Outcome $other ) => $this->take( $other, $tally ), $asked['outcomes'] );
					array_push( $further, ...$asked['findings'] );
					if ( Observation::TIMEOUT === $outcome->observation->ended ) {
						$target                    = self::target( $fuzz_case );
						$this->timeouts[ $target ] = ( $this->timeouts[ $target ] ?? 0 ) + 1;
					}
				}
			}
			$compared = $this->findings->compare( $members );
			foreach ( $compared as $index => $record ) {
				// What comes of a comparison takes the whole group to be seen again.
				$compared[ $index ]['replay']['group'] = array_map( static fn( Fuzz_Case $fuzz_case ): array => $fuzz_case->to_array(), $group );
			}
			foreach ( array( ...$compared, ...$further ) as $record ) {
				$this->remember( array( $record ), Fuzz_Case::from_array( $record['replay'] ) );
				$tally->add( array( $record ) );
			}
			foreach ( $group as $fuzz_case ) {
				$role                     = (string) $fuzz_case->role;
				$this->history[ $role ][] = $fuzz_case;
				if ( count( $this->history[ $role ] ) > 2 * self::REMEMBERED ) {
					$this->history[ $role ] = array_slice( $this->history[ $role ], -self::REMEMBERED );
				}
			}
		}
	}

	private function take( Case_Outcome $outcome, Campaign_Tally $tally ): void {
		$this->sink->take( $outcome->result );
		if ( null !== $this->note ) {
			( $this->note )( $outcome );
		}
		$this->remember( $outcome->findings, $outcome->fuzz_case );
		$tally->count( $outcome );
	}

	private static function target( Fuzz_Case $fuzz_case ): string {
		return $fuzz_case->method() . ' ' . $fuzz_case->entry;
	}

	/**
	 * @param list<array> $findings  Of one case.
	 * @param Fuzz_Case   $fuzz_case The case.
	 */
	private function remember( array $findings, Fuzz_Case $fuzz_case ): void {
		foreach ( $findings as $record ) {
			$this->before[ $record['fingerprint'] ] ??= array_slice( $this->history[ (string) $fuzz_case->role ] ?? array(), -self::REMEMBERED );
		}
	}

	/**
	 * @param list<array>    $records Ranked findings.
	 * @param Campaign_Plan  $plan    Holds the time.
	 * @param Campaign_Tally $tally   Knows the time.
	 * @return list<array> With `confirmation`, ranked.
	 */
	private function confirm( array $records, Campaign_Plan $plan, Campaign_Tally $tally ): array {
		$is_late = static fn(): bool => $tally->elapsed() >= $plan->seconds;
		$others  = array();
		foreach ( $records as $index => $record ) {
			$group             = $this->group( $record );
			$is_shown          = ! $is_late() && $this->confirmation->shows( $record['fingerprint'], Fuzz_Case::from_array( $record['replay'] ), $group, array() );
			$records[ $index ] = array( 'confirmation' => $is_shown ? Confirmation::CONFIRMED : Confirmation::UNCHECKED ) + $record;
			if ( ! $is_shown ) {
				$others[ $index ] = $group;
			}
			( $this->progress )( $tally, $plan->seconds - $tally->elapsed() );
		}
		// What takes other cases before it takes long to find: the rest has its turn first.
		foreach ( $others as $index => $group ) {
			if ( $is_late() ) {
				break;
			}
			$records[ $index ] = $this->confirmation->after_others( $records[ $index ], $group, $this->before[ $records[ $index ]['fingerprint'] ] ?? array(), $is_late );
			( $this->progress )( $tally, $plan->seconds - $tally->elapsed() );
		}
		// What did not show again is no finding anyone can act on; it is reported, last.
		return Ranking::sorted( $records );
	}

	/** @return list<Fuzz_Case> The cases of the same input in every role. */
	private function group( array $record ): array {
		return isset( $record['replay']['group'] ) ? array_map( Fuzz_Case::from_array( ... ), $record['replay']['group'] ) : $this->generator->at( $record['replay']['metadata']['generator']['index'] );
	}

	private function document( Campaign_Plan $plan, Campaign_Tally $tally, array $records, float $started ): array {
		$diagnostics = array();
		if ( 0 === $tally->reached() ) {
			$diagnostics[] = array(
				'severity' => 'error',
				'code'     => 'wp_codebox_fuzz_reached_nothing',
				'message'  => 'No case reached the code under test.',
				'metadata' => $tally->coverage(),
			);
		}
		$status = $diagnostics ? Status_Rule::ERROR : Status_Rule::of( $tally->statuses() );
		if ( Status_Rule::PASSED === $status && array_filter( $records, static fn( array $record ): bool => in_array( $record['severity'], array( 'high', 'medium' ), true ) ) ) {
			$status = Status_Rule::FAILED;
		}
		return array(
			'schema'          => Suite_Result::SCHEMA,
			'success'         => Status_Rule::PASSED === $status,
			'status'          => $status,
			'suite'           => array( 'id' => $plan->id ),
			'summary'         => $tally->summary(),
			'cases'           => $tally->failed_cases(),
			'diagnostics'     => array( ...$diagnostics, ...$tally->environment() ),
			'artifactRefs'    => array(),
			'findings'        => $records,
			'coverageSummary' => $tally->coverage(),
			'timing'          => array(
				'startedAt'  => gmdate( 'c', (int) $started ),
				'durationMs' => round( ( microtime( true ) - $started ) * 1000, 3 ),
			),
			'metadata'        => array(
				'leftAlone'     => array_keys( array_filter( $this->timeouts, static fn( int $times ): bool => self::TIMEOUTS <= $times ) ),
				'generator'     => array(
					'name'            => Case_Generator::NAME,
					'version'         => Case_Generator::VERSION,
					'seed'            => $plan->seed,
					'inventoryDigest' => $this->inventory->digest(),
				),
				'configuration' => $plan->configuration,
			),
		);
	}
}
