<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Errors\Errors;
use WP_Codebox\Fuzz\Fuzz_Services;
use WP_Codebox\Fuzz\Run\Array_Sink;
use WP_Codebox\Fuzz\Run\Surviving_Run;
use WP_Codebox\Fuzz\Runs\Suite_Run;
use WP_Codebox\Fuzz\Suite\Fuzz_Suite;
use WP_Codebox\Fuzz\Targets\Mutation_Policy;
use WP_Codebox\Runs\Run_Registry;
use WP_Codebox\Services;
use WP_Codebox\Surfaces\Interruption_Guard;
use WP_Error;

/**
 * `wp-codebox/run-fuzz-suite`: runs a suite in this process, or with `async` as a run of the registry.
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
		if ( true === ( $input['async'] ?? false ) ) {
			return $this->runs->start(
				Suite_Run::ID,
				array(
					'suite'           => array_diff_key( $input, array( 'async' => 1 ) ),
					'operator'        => $invocation->is_operator(),
					'allowProduction' => ! empty( $invocation->flags['allow-production'] ),
				)
			);
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
			$runner = $this->fuzz->runner( policy: self::policy( $suite, $invocation ), oracles: $oracles );
			if ( Invocation::CLI === $invocation->surface || ! Surviving_Run::is_needed() ) {
				return $runner->run( $suite, new Array_Sink() );
			}
			Interruption_Guard::stand_back( true );
			$result = ( new Surviving_Run( $runner ) )->run( $suite, new Array_Sink() );
			Interruption_Guard::stand_back( false );
			return $result;
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
