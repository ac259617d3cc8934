<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Campaign;

use WP_Codebox\Errors\Errors;
use WP_Codebox\Fuzz\Fuzz_Services;
use WP_Codebox\Fuzz\Run\Worker_Command;
use WP_Codebox\Fuzz\Run\Worker_Processes;
use WP_Codebox\Fuzz\Targets\Mutation_Policy;
use WP_Error;

/**
 * Decides what the caller may do and starts the campaign: in a process of its own where that is possible.
 */
final class Campaign_Launcher {

	private const CASES        = 100000;
	private const SECONDS      = 60.0;
	private const CASE_SECONDS = 3;

	/** Seconds without a sign of life after which the campaign's process is given up. */
	private const SILENCE = 120.0;

	/**
	 * @param Fuzz_Services $services The parts.
	 */
	public function __construct( private readonly Fuzz_Services $services ) {}

	/**
	 * @param array                      $input              Input of the operation `wp-codebox/fuzz`.
	 * @param bool                       $is_operator        Called at a command line.
	 * @param bool                       $production_allowed The operator's flag.
	 * @param \Closure(string):void|null $progress           Takes a line now and then.
	 * @param \Closure(array):void|null  $case_stream        Takes every case result; they are not kept.
	 * @param \Closure(array):void|null  $event_stream       Takes what cases did as log lines, see Event_Log.
	 * @return array|WP_Error `wp-codebox/fuzz-suite-result/v1`.
	 */
	public function launch( array $input, bool $is_operator, bool $production_allowed, ?\Closure $progress, ?\Closure $case_stream, ?\Closure $event_stream = null ): array|WP_Error {
		$asked  = true === ( $input['allowMutations'] ?? false );
		$policy = Mutation_Policy::of_caller( $asked, $is_operator, $production_allowed );
		if ( $asked && ! $policy->allows_mutations() ) {
			return Errors::make( 'wp_codebox_fuzz_mutations_refused', 'production' === wp_get_environment_type() ? 'this is a production site; an operator may say --allow-production' : 'the capability wp_codebox_mutate is missing', array( 'field' => 'allowMutations' ) );
		}
		$settings = $this->settings( $input, $policy->allows_mutations(), null !== $case_stream, null !== $event_stream );
		$write    = static function ( array $message ) use ( $progress, $case_stream, $event_stream ): void {
			if ( isset( $message['progress'] ) && null !== $progress ) {
				$progress( $message['progress'] );
			}
			if ( isset( $message['case'] ) && null !== $case_stream ) {
				$case_stream( $message['case'] );
			}
			if ( isset( $message['event'] ) && null !== $event_stream ) {
				$event_stream( $message['event'] );
			}
		};
		return Worker_Processes::are_possible() ? $this->in_process_of_its_own( $settings, $write ) : $this->services->campaign_process()->run( $settings, $write );
	}

	private function in_process_of_its_own( array $settings, \Closure $write ): array|WP_Error {
		$process = Worker_Processes::open( Worker_Command::of( Worker_Command::CAMPAIGN, array() ) );
		$process->send( $settings );
		$message = $process->receive( self::SILENCE );
		while ( null !== $message && ! isset( $message['result'] ) && ! isset( $message['error'] ) ) {
			$write( $message );
			$message = $process->receive( self::SILENCE );
		}
		$tail = $process->tail();
		$process->kill();
		if ( isset( $message['error'] ) ) {
			return new WP_Error( $message['error']['code'], $message['error']['message'], $message['error']['data'] );
		}
		return $message['result'] ?? Errors::make( 'wp_codebox_fuzz_worker_failed', trim( 'the campaign ended without a result. ' . $tail ) );
	}

	private function settings( array $input, bool $mutations, bool $wants_cases, bool $wants_events ): array {
		$selection = array_intersect_key( $input, array_flip( array( 'plugin', 'theme', 'namespace', 'ability' ) ) );
		$seed      = (string) ( $input['seed'] ?? '1' );
		$seconds   = (float) ( $input['time'] ?? self::SECONDS );
		$cases     = $input['cases'] ?? self::CASES;
		return array(
			'plan'        => array(
				'id'              => 'fuzz-' . ( implode( '-', array_map( 'sanitize_title', $selection ) ) ?: 'site' ),
				'seed'            => $seed,
				'cases'           => $cases,
				'seconds'         => $seconds,
				'allow_mutations' => $mutations,
				'configuration'   => $selection + array(
					'roles'          => $input['roles'] ?? null,
					'seed'           => $seed,
					'cases'          => $cases,
					'time'           => $seconds,
					'caseTime'       => $input['caseTime'] ?? self::CASE_SECONDS,
					'allowMutations' => $mutations,
					'oracles'        => $input['oracles'] ?? null,
				),
			),
			'selection'   => $selection,
			'roles'       => $input['roles'] ?? null,
			'oracles'     => $input['oracles'] ?? null,
			'severities'  => $input['severities'] ?? array(),
			'mutations'   => $mutations,
			'caseSeconds' => $input['caseTime'] ?? self::CASE_SECONDS,
			'cases'       => $wants_cases,
			'events'      => $wants_events,
		);
	}
}
