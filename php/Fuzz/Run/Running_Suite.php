<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

use WP_Codebox\Fuzz\Suite\Fuzz_Case;
use WP_Codebox\Fuzz\Suite\Fuzz_Suite;

/**
 * How far a suite has come. It can be left in the middle of a case and gone on with, when the process is ending.
 */
final class Running_Suite {

	/** Skip code of the cases that the process had no time left for; `metadata.resume_after` names where to go on. */
	public const INTERRUPTED = 'wp_codebox_fuzz_interrupted';

	private readonly \Generator $cases;
	private readonly Suite_Tally $tally;
	private readonly float $started;
	private float $case_started = 0.0;
	private bool $has_begun     = false;

	/** @var array<string, mixed> */
	private array $interruption = array();

	/**
	 * @param Suite_Runner                    $runner       Runs and judges one case.
	 * @param Fuzz_Suite                      $suite        What to run; `metadata.resume_after` is the id of the last case that is done.
	 * @param Result_Sink                     $sink         Takes the results.
	 * @param \Closure(Case_Result):void|null $progress     Told about each case.
	 * @param array|null                      $refusal      Diagnostic, when no case may run.
	 * @param array                           $capabilities For the document.
	 * @param \Closure(Fuzz_Case):void|null   $before       Told before each case runs.
	 */
	public function __construct(
		private readonly Suite_Runner $runner,
		private readonly Fuzz_Suite $suite,
		private readonly Result_Sink $sink,
		private readonly ?\Closure $progress,
		private readonly ?array $refusal,
		private readonly array $capabilities,
		private readonly ?\Closure $before = null
	) {
		$this->cases   = self::left( $suite );
		$this->tally   = new Suite_Tally();
		$this->started = microtime( true );
	}

	/** Runs every case that has no result yet. */
	public function finish(): void {
		for ( $fuzz_case = $this->current(); null !== $fuzz_case; $fuzz_case = $this->current() ) {
			$this->case_started = microtime( true );
			if ( null !== $this->before ) {
				( $this->before )( $fuzz_case );
			}
			$this->take( null === $this->refusal ? $this->runner->run_case( $fuzz_case ) : self::skipped( $fuzz_case, $this->refusal['code'] ) );
		}
	}

	/**
	 * The case that runs now did not come back.
	 *
	 * @param Observation $observation What was seen of it.
	 */
	public function bury( Observation $observation ): void {
		$fuzz_case = $this->current();
		if ( null !== $fuzz_case ) {
			$this->take( $this->runner->conclude( $fuzz_case, $observation, $this->case_started ) );
		}
	}

	/**
	 * Gives the cases that are left a result without running them, and says where to go on.
	 *
	 * @param string      $after  Id of the last case that is done.
	 * @param string|null $run_id Id of the run that goes on by itself.
	 */
	public function interrupt( string $after, ?string $run_id = null ): void {
		$left = 0;
		for ( $fuzz_case = $this->current(); null !== $fuzz_case; $fuzz_case = $this->current() ) {
			$this->take( self::skipped( $fuzz_case, self::INTERRUPTED ) );
			++$left;
		}
		if ( 0 < $left ) {
			$this->interruption = array(
				'interrupted' => array(
					'resume_after' => $after,
					'remaining'    => $left,
				) + ( null === $run_id ? array() : array( 'run_id' => $run_id ) ),
			);
		}
	}

	/** The case that runs now, or the next one; null when all have their result. */
	public function current(): ?Fuzz_Case {
		if ( ! $this->has_begun ) {
			$this->has_begun = true;
			$this->cases->rewind();
		}
		return $this->cases->valid() ? $this->cases->current() : null;
	}

	/** @return array `wp-codebox/fuzz-suite-result/v1`. */
	public function document(): array {
		$document              = Suite_Result::document( $this->suite, $this->tally, $this->sink->cases(), $this->refusal, $this->capabilities, $this->started );
		$document['metadata'] += $this->interruption;
		return $document;
	}

	private function take( Case_Result $result ): void {
		$this->cases->next();
		$this->tally->count( $result );
		$this->sink->take( $result->to_array( $this->suite->id ) );
		if ( null !== $this->progress ) {
			( $this->progress )( $result );
		}
	}

	/** @return \Generator<Fuzz_Case> */
	private static function left( Fuzz_Suite $suite ): \Generator {
		$after = $suite->metadata['resume_after'] ?? null;
		foreach ( $suite->cases() as $fuzz_case ) {
			if ( null === $after ) {
				yield $fuzz_case;
			} elseif ( $fuzz_case->id === $after ) {
				$after = null;
			}
		}
	}

	private static function skipped( Fuzz_Case $fuzz_case, string $code ): Case_Result {
		return new Case_Result( $fuzz_case, new Verdict( Status_Rule::SKIPPED, Verdict::SKIPPED, array( Case_Judge::skipped( $fuzz_case, $code ) ) ), null, array(), 0.0 );
	}
}
