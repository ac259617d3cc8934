<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Targets;

use WP_Codebox\Fuzz\Suite\Fuzz_Case;
use WP_Codebox\Operations\Capabilities;

/**
 * Decides which cases may change state: none but GET, HEAD, OPTIONS and abilities annotated as read-only,
 * unless the suite opted in, the caller has `wp_codebox_mutate`, and the site is no production site
 * (or an operator at a command line said so). The envelope then still has to be able to undo them.
 */
final class Mutation_Policy {

	/**
	 * @param bool $is_opted_in   The suite or the command asked for mutations.
	 * @param bool $may_mutate    The caller has the capability, or a shell.
	 * @param bool $is_production The site's environment type is `production` and no operator allowed it.
	 */
	public function __construct(
		private readonly bool $is_opted_in = false,
		private readonly bool $may_mutate = false,
		private readonly bool $is_production = true
	) {}

	/**
	 * @param bool $is_opted_in        The suite or the command asked for mutations.
	 * @param bool $is_operator        Called at a command line.
	 * @param bool $production_allowed The operator's explicit flag for production sites.
	 */
	public static function of_caller( bool $is_opted_in, bool $is_operator, bool $production_allowed ): self {
		return new self(
			$is_opted_in,
			( $is_operator && ! is_user_logged_in() ) || current_user_can( Capabilities::MUTATE ), // phpcs:ignore WordPress.WP.Capabilities.Undetermined -- Ours.
			'production' === wp_get_environment_type() && ! ( $is_operator && $production_allowed )
		);
	}

	/**
	 * @param Fuzz_Case $fuzz_case A case that a target would run, never a command or runtime action.
	 * @return string|null Skip code, or null when the case may run.
	 */
	public function skip_reason( Fuzz_Case $fuzz_case ): ?string {
		return $this->allows_mutations() || ! $fuzz_case->is_mutating() ? null : 'wp_codebox_fuzz_mutation_not_allowed';
	}

	/** Whether a mutating case may run at all. */
	public function allows_mutations(): bool {
		return $this->is_opted_in && $this->may_mutate && ! $this->is_production;
	}
}
