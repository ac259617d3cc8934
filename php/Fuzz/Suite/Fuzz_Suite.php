<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Suite;

/**
 * A suite after every alias was resolved: its head, and its cases one at a time. Immutable.
 */
final class Fuzz_Suite {

	/**
	 * @param string                    $id               Suite id.
	 * @param string|null               $version          As declared.
	 * @param string                    $runner_mode      As asked for: `auto`, `php-in-process`, `runtime-backed`; others fail closed.
	 * @param bool                      $require_coverage Whether a case that did not run makes the suite an error.
	 * @param list<string>              $required         Runner capabilities, declared and inferred.
	 * @param \Closure():iterable<Fuzz_Case> $cases       Makes the cases; a generator, so that nobody holds them all.
	 * @param array                     $metadata         As declared.
	 * @param array|null                $coverage_plan    As declared; carried through.
	 * @param list<string>|null         $oracles          Oracle ids and groups, see Oracle_Registry::choose(); null: all.
	 * @param list<array>               $opt_ins          `rest-mutation-fixture-opt-in/v1` records: what may change state.
	 */
	public function __construct(
		public readonly string $id,
		public readonly ?string $version,
		public readonly string $runner_mode,
		public readonly bool $require_coverage,
		public readonly array $required,
		private readonly \Closure $cases,
		public readonly array $metadata = array(),
		public readonly ?array $coverage_plan = null,
		public readonly ?array $oracles = null,
		public readonly array $opt_ins = array()
	) {}

	/**
	 * @return iterable<Fuzz_Case>
	 */
	public function cases(): iterable {
		return ( $this->cases )();
	}

	/**
	 * The same suite with other cases.
	 *
	 * @param \Closure():iterable<Fuzz_Case> $cases Makes them.
	 */
	public function with_cases( \Closure $cases ): self {
		return new self( $this->id, $this->version, $this->runner_mode, $this->require_coverage, $this->required, $cases, $this->metadata, $this->coverage_plan, $this->oracles, $this->opt_ins );
	}

	/** True when the suite says that having no cases is what it means. */
	public function may_be_empty(): bool {
		foreach ( array( 'allow_empty', 'allowed_empty', 'allowEmpty', 'declared_only', 'declaredOnly' ) as $name ) {
			if ( true === ( $this->metadata[ $name ] ?? null ) ) {
				return true;
			}
		}
		return false;
	}
}
