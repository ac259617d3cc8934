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
	 * @param list<array{route?: string, methods?: list<string>}>|null $opt_ins What was asked for in particular, see rest-mutation-fixture-opt-in/v1; null: everything.
	 */
	public function __construct(
		private readonly bool $is_opted_in = false,
		private readonly bool $may_mutate = false,
		private readonly bool $is_production = true,
		private readonly ?array $opt_ins = null
	) {}

	/**
	 * @param bool $is_opted_in        The suite or the command asked for mutations.
	 * @param bool $is_operator        Called at a command line.
	 * @param bool $production_allowed The operator's explicit flag for production sites.
	 * @param list<array>|null $opt_ins What was asked for in particular; null: everything.
	 */
	public static function of_caller( bool $is_opted_in, bool $is_operator, bool $production_allowed, ?array $opt_ins = null ): self {
		return new self(
			$is_opted_in,
			( $is_operator && ! is_user_logged_in() ) || current_user_can( Capabilities::MUTATE ), // phpcs:ignore WordPress.WP.Capabilities.Undetermined -- Ours.
			'production' === wp_get_environment_type() && ! ( $is_operator && $production_allowed ),
			$opt_ins
		);
	}

	/**
	 * @param Fuzz_Case $fuzz_case A case that a target would run, never a command or runtime action.
	 * @return string|null Skip code, or null when the case may run.
	 */
	public function skip_reason( Fuzz_Case $fuzz_case ): ?string {
		if ( ! $fuzz_case->is_mutating() ) {
			return null;
		}
		// Another process answers over HTTP, where nothing is rolled back, and what we start runs beside the case.
		$is_inside = 'http' !== $fuzz_case->kind && ! self::is_ours( $fuzz_case );
		return $is_inside && $this->allows_mutations() && $this->is_asked_for( $fuzz_case ) ? null : 'wp_codebox_fuzz_mutation_not_allowed';
	}

	/** Whether a mutating case may run at all. */
	public function allows_mutations(): bool {
		return $this->is_opted_in && $this->may_mutate && ! $this->is_production;
	}

	private static function is_ours( Fuzz_Case $fuzz_case ): bool {
		$path = strtolower( (string) ( $fuzz_case->input['path'] ?? $fuzz_case->entry ) );
		return 1 === preg_match( '~^/?wp-codebox/|^/wp-abilities/v\d+/abilities/wp-codebox/~', $path );
	}

	private function is_asked_for( Fuzz_Case $fuzz_case ): bool {
		foreach ( $this->opt_ins ?? array( array() ) as $opt_in ) {
			if ( self::covers( $opt_in, $fuzz_case ) ) {
				return true;
			}
		}
		return false;
	}

	private static function covers( array $opt_in, Fuzz_Case $fuzz_case ): bool {
		$route = (string) ( $opt_in['route'] ?? '' );
		if ( 'ability' === $fuzz_case->kind ) {
			return '' === $route;
		}
		if ( isset( $opt_in['methods'] ) && ! in_array( $fuzz_case->method(), array_map( 'strtoupper', $opt_in['methods'] ), true ) ) {
			return false;
		}
		$path = (string) ( $fuzz_case->input['path'] ?? $fuzz_case->entry );
		// A route that is no regular expression matches nothing.
		return '' === $route || $route === $path || 1 === @preg_match( '~^' . str_replace( '~', '\~', $route ) . '$~', $path ); // phpcs:ignore WordPress.PHP.NoSilencedErrors
	}
}
