<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Errors\Errors;
use WP_Codebox\Fuzz\Run\Array_Sink;
use WP_Codebox\Fuzz\Run\Suite_Runner;
use WP_Codebox\Fuzz\Run\Surviving_Run;
use WP_Codebox\Fuzz\Suite\Suite_Parser;
use WP_Codebox\Services;
use WP_Error;

/**
 * `wp-codebox/run-fuzz-suite`: runs a suite in this process.
 */
final class Run_Fuzz_Suite implements Operation {

	/** A suite can reach this operation through an ability or the REST API; it must not run inside itself. */
	private static bool $is_running = false;

	/**
	 * @param Suite_Parser          $parser Reads the suite.
	 * @param \Closure():Suite_Runner $runner Makes a runner; it belongs to one run.
	 */
	private function __construct(
		private readonly Suite_Parser $parser,
		private readonly \Closure $runner
	) {}

	public static function create( Services $services ): self {
		return new self( $services->fuzz()->parser(), static fn(): Suite_Runner => $services->fuzz()->runner() );
	}

	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		if ( self::$is_running ) {
			return Errors::make( 'wp_codebox_fuzz_suite_nested' );
		}
		$suite = $this->parser->parse( $input );
		if ( $suite instanceof WP_Error ) {
			return $suite;
		}
		if ( Invocation::CLI === $invocation->surface && ! defined( 'REST_REQUEST' ) ) {
			// Plugins ask this before they register or answer; at a command line nothing else is served.
			define( 'REST_REQUEST', true );
		}
		self::$is_running = true;
		try {
			$runner = ( $this->runner )();
			return Invocation::CLI !== $invocation->surface && Surviving_Run::is_needed() ? ( new Surviving_Run( $runner ) )->run( $suite, new Array_Sink() ) : $runner->run( $suite, new Array_Sink() );
		} finally {
			self::$is_running = false;
		}
	}
}
