<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

use WP_Codebox\Fuzz\Envelope\Isolating_Envelope;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;
use WP_Codebox\Fuzz\Suite\Fuzz_Suite;

/**
 * Runs a suite inside a process that its cases may end: a web request, a command in WebAssembly.
 *
 * When a case ends the process, the rest runs in a shutdown function, and the answer is sent from there. PHP gives a
 * process that chance once. When a second case ends it, the answer is made as the last output buffer closes: what is
 * done, the case that ended it, and where the next call goes on (`metadata.resume_after` of the suite). The run itself
 * stays in the registry and is gone on with by its workers; so it is when the process is killed without a word.
 */
final class Surviving_Run {

	private readonly Shutdown_Watch $watch;
	private ?Running_Suite $running = null;
	private bool $is_ending         = false;
	private bool $is_answered       = false;
	private bool $has_last_buffer   = false;

	/**
	 * @param Suite_Runner    $runner Its envelope is the isolating one.
	 * @param Run_Keeper|null $keeper Keeps what is done, for the case that the process is killed.
	 */
	public function __construct( private readonly Suite_Runner $runner, private readonly ?Run_Keeper $keeper = null ) {
		$this->watch = new Shutdown_Watch();
	}

	/** Whether cases run in the process that answers: in a web request, and where no other can be started (WASM). */
	public static function is_needed(): bool {
		return ! Worker_Processes::are_possible();
	}

	/**
	 * @param Fuzz_Suite  $suite What to run.
	 * @param Result_Sink $sink  Takes the results.
	 * @return array `wp-codebox/fuzz-suite-result/v1`; not reached when a case ends the process, then it is the response.
	 */
	public function run( Fuzz_Suite $suite, Result_Sink $sink ): array {
		// WordPress would answer a fatal error with a page, and tell the administrator.
		defined( 'WP_SANDBOX_SCRAPING' ) || define( 'WP_SANDBOX_SCRAPING', true );
		$this->running = $this->runner->start(
			$suite,
			$sink,
			function ( Case_Result $result ): void {
				$this->keeper?->ends( $result );
				$this->keep_last_buffer();
			},
			fn( Fuzz_Case $fuzz_case ) => $this->keeper?->begins( $fuzz_case )
		);
		$this->watch->arm( $this->go_on( ... ) );
		try {
			$this->running->finish();
		} finally {
			$this->watch->disarm();
			$this->runner->envelope()->leave();
		}
		$this->keeper?->done();
		return $this->running->document();
	}

	private function go_on( Death $death ): void {
		$this->is_ending = true;
		$this->close_buffers();
		$this->send_headers();
		$envelope    = $this->runner->envelope();
		$observation = $envelope instanceof Isolating_Envelope ? $envelope->abandon( $death->ended, $death->throwable ) : null;
		// Not before the guards are closed: they put the number of buffers back and would flush this one.
		$this->keep_last_buffer();
		$this->running->bury( $observation ?? $death->observation() );
		error_clear_last();
		$this->running->finish();
		$envelope->leave();
		$this->keeper?->done();
		$this->is_answered = true;
		$this->close_buffers();
		$document = $this->running->document();
		$this->send( $document );
		if ( 'cli' === PHP_SAPI ) {
			// The case may have ended the process as if nothing was wrong.
			exit( $document['success'] ? 0 : 1 );
		}
	}

	/** The callback of this buffer runs even when the shutdown function is ended too. A case may have closed it. */
	private function keep_last_buffer(): void {
		if ( ! $this->is_ending || $this->has_last_buffer ) {
			return;
		}
		$this->has_last_buffer = true;
		ob_start(
			function ( string $bytes, int $phase ): string {
				if ( 0 !== ( $phase & PHP_OUTPUT_HANDLER_CLEAN ) ) {
					$this->has_last_buffer = false;
					return '';
				}
				return $this->is_answered ? $bytes : $this->last_words();
			}
		);
	}

	/** Nothing here may open or close an output buffer. */
	private function last_words(): string {
		$this->is_answered = true;
		// A fatal error made the status 500; the answer is whole all the same.
		$this->send_headers();
		$fuzz_case = $this->running->current();
		$this->running->bury( Death::of_last_error()->observation() );
		$this->running->interrupt( (string) $fuzz_case?->id, $this->keeper?->id() );
		return (string) wp_json_encode( $this->running->document() );
	}

	/** @param array $document The response. */
	private function send( array $document ): void {
		echo wp_json_encode( $document );
	}

	private function send_headers(): void {
		if ( ! headers_sent() ) {
			status_header( 200 );
			nocache_headers();
			header( 'Content-Type: application/json; charset=UTF-8' );
			header( 'X-Content-Type-Options: nosniff' );
		}
	}

	private function close_buffers(): void {
		while ( ob_get_level() > 0 && ob_end_clean() ) {
			continue;
		}
	}
}
