<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Runs;

use WP_Codebox\Errors\Errors;
use WP_Codebox\Fuzz\Envelope\Case_Envelope;
use WP_Codebox\Fuzz\Envelope\Envelope_Factory;
use WP_Codebox\Fuzz\Envelope\Supervised_Envelope;
use WP_Codebox\Fuzz\Fuzz_Services;
use WP_Codebox\Fuzz\Run\Array_Sink;
use WP_Codebox\Fuzz\Run\Case_Result;
use WP_Codebox\Fuzz\Run\Json_Values;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;
use WP_Codebox\Fuzz\Suite\Fuzz_Suite;
use WP_Codebox\Fuzz\Targets\Mutation_Policy;
use WP_Error;

/**
 * Runs some cases of a suite and answers with everything that the whole run needs of them, as JSON values.
 */
final class Suite_Batch {

	/** Events that are kept as logs: file of the bundle → types of Observation::$events. */
	public const LOGS = array(
		'egress'      => array( 'http', 'loopback', 'redirect' ),
		'mail'        => array( 'mail' ),
		'file-writes' => array( 'file_write', 'file_delete', 'upload' ),
		'processes'   => array( 'exec' ),
	);

	/** Log lines of one case. */
	private const EVENTS = 50;

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
	 * @param \Closure():bool $alive Called after each case; false: the batch is another worker's now.
	 * @return array{cases: list<array>, findings: array<string, list<array>>, events: list<array>, started: float, milliseconds: float}|WP_Error
	 */
	public function run( Fuzz_Suite $suite, array $cases, array $input, \Closure $alive ): array|WP_Error {
		if ( self::$is_running ) {
			return Errors::make( 'wp_codebox_fuzz_suite_nested' );
		}
		$oracles = $this->fuzz->oracles()->choose( $suite->oracles );
		if ( is_wp_error( $oracles ) ) {
			return $oracles;
		}
		$policy   = Mutation_Policy::of_caller( (bool) $suite->opt_ins, ! empty( $input['operator'] ), ! empty( $input['allowProduction'] ), $suite->opt_ins );
		$started  = microtime( true );
		$findings = array();
		$events   = array();
		$note     = static function ( Case_Result $result ) use ( &$findings, &$events, $alive ): void {
			if ( $result->findings ) {
				$findings[ $result->fuzz_case->id ] = $result->findings;
			}
			array_push( $events, ...self::events( $result ) );
			if ( ! $alive() ) {
				throw new Lease_Lost();
			}
		};

		self::$is_running = true;
		try {
			$document = $this->fuzz->runner( self::envelope( $cases, $policy ), $policy, $oracles )->run( $suite->with_cases( static fn(): array => $cases ), new Array_Sink(), $note );
		} catch ( Lease_Lost ) {
			return Errors::make( 'wp_codebox_run_lease_lost', $suite->id );
		} finally {
			self::$is_running = false;
		}
		return array(
			'cases'        => $document['cases'],
			'findings'     => $findings,
			'events'       => $events,
			'started'      => $started,
			'milliseconds' => round( ( microtime( true ) - $started ) * 1000, 3 ),
		);
	}

	/**
	 * A case that names its role can run in a process of its own, where it ends nothing but itself; the others are
	 * the caller's, who is known in this process only.
	 *
	 * @param list<Fuzz_Case> $cases  What will run.
	 * @param Mutation_Policy $policy Which may change state.
	 */
	private static function envelope( array $cases, Mutation_Policy $policy ): Case_Envelope {
		$is_named = ! in_array( null, array_map( static fn( Fuzz_Case $fuzz_case ): ?string => $fuzz_case->role, $cases ), true );
		return $is_named && Supervised_Envelope::is_possible() ? Envelope_Factory::supervised( $policy->allows_mutations() ) : Envelope_Factory::make();
	}

	/** @return list<array{log: string, case: string, type: string, data: mixed}> */
	private static function events( Case_Result $result ): array {
		$lines = array();
		foreach ( self::LOGS as $log => $types ) {
			foreach ( $result->observation?->events_of( ...$types ) ?? array() as $event ) {
				$lines[] = array(
					'log'  => $log,
					'case' => $result->fuzz_case->id,
					'type' => $event['type'],
					'data' => Json_Values::of( $event['data'] ),
				);
			}
		}
		return array_slice( $lines, 0, self::EVENTS );
	}
}
