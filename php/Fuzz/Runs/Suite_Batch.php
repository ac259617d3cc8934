<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Runs;

use WP_Codebox\Errors\Errors;
use WP_Codebox\Fuzz\Envelope\Case_Envelope;
use WP_Codebox\Fuzz\Envelope\Envelope_Factory;
use WP_Codebox\Fuzz\Envelope\Isolating_Envelope;
use WP_Codebox\Fuzz\Fuzz_Services;
use WP_Codebox\Fuzz\Run\Array_Sink;
use WP_Codebox\Fuzz\Run\Case_Result;
use WP_Codebox\Fuzz\Run\Death;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Run\Shutdown_Watch;
use WP_Codebox\Fuzz\Run\Suite_Runner;
use WP_Codebox\Fuzz\Run\Worker_Processes;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;
use WP_Codebox\Fuzz\Suite\Fuzz_Suite;
use WP_Codebox\Fuzz\Targets\Mutation_Policy;
use WP_Error;

/**
 * Runs some cases of a suite and answers with everything that the whole run needs of them, as JSON values.
 *
 * What is done is in the batch's journal, so that a batch whose worker died goes on behind its last case.
 */
final class Suite_Batch {

	/** Processes that a case may take with it without a word before it is blamed; the first may have been killed for another reason. */
	private const DEATHS = 2;

	/** A suite can reach the worker through a hook that a case fires; it must not run inside itself. */
	private static bool $is_running = false;

	/**
	 * @param Fuzz_Services $fuzz The engine.
	 */
	public function __construct( private readonly Fuzz_Services $fuzz ) {}

	/**
	 * @param Fuzz_Suite      $suite The suite that the cases are of.
	 * @param list<Fuzz_Case> $cases What to run.
	 * @param array           $input Of the run: `operator`, `allowProduction`.
	 * @param \Closure(bool=):bool $alive Called after each case, see Run_Kind; false: the batch is another worker's now.
	 * @param string          $key   Of the journal.
	 * @return array{cases: list<array>, findings: array<string, list<array>>, events: list<array>, started: float, milliseconds: float}|WP_Error
	 */
	public function run( Fuzz_Suite $suite, array $cases, array $input, \Closure $alive, string $key ): array|WP_Error {
		if ( self::$is_running ) {
			return Errors::make( 'wp_codebox_fuzz_suite_nested' );
		}
		$oracles = $this->fuzz->oracles()->choose( $suite->oracles );
		if ( is_wp_error( $oracles ) ) {
			return $oracles;
		}
		$policy   = Mutation_Policy::of_caller( (bool) $suite->opt_ins, ! empty( $input['operator'] ), ! empty( $input['allowProduction'] ), $suite->opt_ins );
		$envelope = self::envelope( $policy, $suite );
		$runner   = $this->fuzz->runner( $envelope, $policy, $oracles );
		$journal  = Case_Journal::open( $key );
		$started  = microtime( true );
		$entries  = self::known( $suite, $cases, $runner, $journal );
		$left     = array_values( array_filter( $cases, static fn( Fuzz_Case $fuzz_case ): bool => ! isset( $entries[ $fuzz_case->index ] ) ) );
		$is_first = true;
		$note     = static function ( Case_Result $result ) use ( &$entries, &$is_first, $suite, $journal, $alive ): void {
			$entries[ $result->fuzz_case->index ] = Case_Entry::of( $result, $suite->id );
			$journal?->ends( $result->fuzz_case->index, $entries[ $result->fuzz_case->index ] );
			$has_advanced = $is_first && null !== $journal;
			$is_first     = false;
			if ( ! $alive( $has_advanced ) ) {
				throw new Lease_Lost();
			}
		};

		self::$is_running = true;
		try {
			self::go( $runner, $envelope, $suite, $left, $note, $journal );
		} catch ( Lease_Lost ) {
			$journal?->close();
			return Errors::make( 'wp_codebox_run_lease_lost', $suite->id );
		} finally {
			self::$is_running = false;
		}
		$journal?->remove();
		ksort( $entries );
		return array(
			'cases'        => array_column( $entries, 'case' ),
			'findings'     => array_filter( array_column( array_map( static fn( array $entry ): array => array( $entry['case']['id'], $entry['findings'] ), $entries ), 1, 0 ) ),
			'events'       => array_merge( ...array_column( $entries, 'events' ) ),
			'started'      => $started,
			'milliseconds' => round( ( microtime( true ) - $started ) * 1000, 3 ),
		);
	}

	/**
	 * @param Suite_Runner                $runner   Runs and judges.
	 * @param Case_Envelope               $envelope The runner's.
	 * @param Fuzz_Suite                  $suite    The suite.
	 * @param list<Fuzz_Case>             $left     What to run of it.
	 * @param \Closure(Case_Result): void $note     Told about each case.
	 * @param Case_Journal|null           $journal  Told before each case.
	 * @throws Lease_Lost When the batch is another worker's.
	 */
	private static function go( Suite_Runner $runner, Case_Envelope $envelope, Fuzz_Suite $suite, array $left, \Closure $note, ?Case_Journal $journal ): void {
		$running = $runner->start( $suite->with_cases( static fn(): array => $left ), new Array_Sink(), $note, static fn( Fuzz_Case $fuzz_case ) => $journal?->begins( $fuzz_case->index ) );
		$watch   = new Shutdown_Watch();
		$watch->arm(
			static function ( Death $death ) use ( $running, $envelope ): void {
				try {
					$running->bury( ( $envelope instanceof Isolating_Envelope ? $envelope->abandon( $death->ended, $death->throwable ) : null ) ?? $death->observation() );
				} catch ( Lease_Lost ) {
					return; // The process ends in any case.
				}
			}
		);
		try {
			$running->finish();
		} finally {
			$watch->disarm();
			$envelope->leave();
		}
	}

	/**
	 * @param Fuzz_Suite        $suite   The suite.
	 * @param list<Fuzz_Case>   $cases   The batch.
	 * @param Suite_Runner      $runner  Judges.
	 * @param Case_Journal|null $journal What is known of the batch.
	 * @return array<int, array> Position => entry of the cases that need not run (again).
	 */
	private static function known( Fuzz_Suite $suite, array $cases, Suite_Runner $runner, ?Case_Journal $journal ): array {
		$entries = array();
		foreach ( null === $journal ? array() : $cases as $fuzz_case ) {
			$entry = $journal->entry( $fuzz_case->index );
			if ( null === $entry && self::DEATHS <= $journal->deaths( $fuzz_case->index ) ) {
				$entry = Case_Entry::of( $runner->conclude( $fuzz_case, self::silent_death(), microtime( true ) ), $suite->id );
				$journal->ends( $fuzz_case->index, $entry );
			}
			if ( null !== $entry ) {
				$entries[ $fuzz_case->index ] = $entry;
			}
		}
		return $entries;
	}

	private static function silent_death(): Observation {
		$observation            = new Observation();
		$observation->ended     = Observation::FATAL;
		$observation->throwable = array(
			'class'   => 'process',
			'message' => 'The process died without a word, each time.',
			'frames'  => array(),
		);
		return $observation;
	}

	/**
	 * Where processes can be started, a case ends nothing but its own.
	 *
	 * @param Mutation_Policy $policy Which cases may change state.
	 * @param Fuzz_Suite      $suite  What asked for it.
	 */
	private static function envelope( Mutation_Policy $policy, Fuzz_Suite $suite ): Case_Envelope {
		return Worker_Processes::are_possible() ? Envelope_Factory::supervised( $policy->allows_mutations(), opt_ins: $suite->opt_ins ) : Envelope_Factory::make();
	}
}
