<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Errors\Errors;
use WP_Codebox\Fuzz\Envelope\Envelope_Factory;
use WP_Codebox\Fuzz\Fuzz_Services;
use WP_Codebox\Fuzz\Run\Array_Sink;
use WP_Codebox\Fuzz\Run\Surviving_Run;
use WP_Codebox\Fuzz\Run\Worker_Processes;
use WP_Codebox\Fuzz\Runs\Kept_Run;
use WP_Codebox\Fuzz\Runs\Suite_Run;
use WP_Codebox\Fuzz\Suite\Fuzz_Suite;
use WP_Codebox\Fuzz\Targets\Mutation_Policy;
use WP_Codebox\Runs\Run_Registry;
use WP_Codebox\Services;
use WP_Error;

/**
 * `wp-codebox/run-fuzz-suite`: runs a suite now, at a command line in worker processes, or with `async` as a run of the registry.
 */
final class Run_Fuzz_Suite implements Operation {

	/** A suite can reach this operation through an ability or the REST API; it must not run inside itself. */
	private static bool $is_running = false;

	/**
	 * @param Fuzz_Services $fuzz The engine.
	 * @param Run_Registry  $runs Takes what is not to be waited for.
	 */
	private function __construct( private readonly Fuzz_Services $fuzz, private readonly Run_Registry $runs ) {}

	public static function create( Services $services ): self {
		return new self( $services->fuzz(), $services->runs()->registry() );
	}

	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		if ( self::$is_running ) {
			return Errors::make( 'wp_codebox_fuzz_suite_nested' );
		}
		$run = array(
			'suite'           => array_diff_key( $input, array( 'async' => 1 ) ),
			'operator'        => $invocation->is_operator(),
			'allowProduction' => ! empty( $invocation->flags['allow-production'] ),
		);
		if ( true === ( $input['async'] ?? false ) ) {
			return $this->runs->start( Suite_Run::ID, $run );
		}
		$suite = $this->fuzz->parser()->parse( $input );
		if ( $suite instanceof WP_Error ) {
			return $suite;
		}
		$oracles = $this->fuzz->oracles()->choose( $suite->oracles );
		if ( $oracles instanceof WP_Error ) {
			return $oracles;
		}
		if ( Invocation::CLI === $invocation->surface && ! defined( 'REST_REQUEST' ) ) {
			// Plugins ask this before they register or answer; at a command line nothing else is served.
			define( 'REST_REQUEST', true );
		}
		self::$is_running = true;
		try {
			$policy = self::policy( $suite, $invocation );
			$is_cli = Invocation::CLI === $invocation->surface;
			$runner = $this->fuzz->runner( $is_cli && Worker_Processes::are_possible() ? Envelope_Factory::supervised( $policy->allows_mutations(), opt_ins: $suite->opt_ins ) : null, $policy, $oracles );
			if ( ! Surviving_Run::is_needed() ) {
				return $runner->run( $suite, new Array_Sink() );
			}
			// A suite that the database cannot take runs all the same; it only cannot be gone on with.
			$held = $this->runs->hold( Suite_Run::ID, $run );
			$invocation->answer_itself();
			return ( new Surviving_Run( $runner, is_wp_error( $held ) ? null : new Kept_Run( $held, $suite->id ) ) )->run( $suite, new Array_Sink() );
		} finally {
			self::$is_running = false;
		}
	}

	/**
	 * @param Fuzz_Suite $suite      What was asked for.
	 * @param Invocation $invocation Who calls.
	 */
	private static function policy( Fuzz_Suite $suite, Invocation $invocation ): Mutation_Policy {
		return Mutation_Policy::of_caller( (bool) $suite->opt_ins, $invocation->is_operator(), ! empty( $invocation->flags['allow-production'] ), $suite->opt_ins );
	}
}
