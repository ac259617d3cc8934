<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope;

use WP_Codebox\Fuzz\Envelope\Guards\Limits_Guard;
use WP_Codebox\Fuzz\Run\Frames;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A case between its guards: each opens before it and closes after it, in reverse, whatever happened between.
 */
final class Isolating_Envelope implements Case_Envelope {

	/** Skip code of a mutating case where writes cannot be undone. */
	public const ROLLBACK_UNAVAILABLE = 'wp_codebox_fuzz_rollback_unavailable';

	/** Skip code of a case for a role that the site does not have. */
	public const ROLE_UNAVAILABLE = 'wp_codebox_fuzz_role_unavailable';

	/** @var list<Case_Guard> Open now. */
	private array $open              = array();
	private ?Observation $running    = null;
	private ?Fuzz_Case $running_case = null;
	private int $started             = 0;

	/** @var list<array>|null See hooks(). */
	private ?array $hooks = null;

	/**
	 * @param list<Case_Guard> $guards In the order in which they open.
	 * @param Limits_Guard     $limits Opens last and closes first.
	 */
	public function __construct( private readonly array $guards, private readonly Limits_Guard $limits ) {}

	public function run( Fuzz_Case $fuzz_case, \Closure $body ): Observation {
		$observation = new Observation();
		if ( ! self::knows_role( $fuzz_case->role ) ) {
			$observation->ended       = Observation::SKIPPED;
			$observation->skip_reason = self::ROLE_UNAVAILABLE;
			return $observation;
		}
		if ( $fuzz_case->is_mutating() ) {
			$refusal = $this->mutation_refusal();
			if ( null !== $refusal ) {
				$observation->ended       = Observation::SKIPPED;
				$observation->skip_reason = self::ROLLBACK_UNAVAILABLE;
				$observation->record( 'mutation_refused', array( 'reason' => $refusal ) );
				return $observation;
			}
		}
		$this->running      = $observation;
		$this->running_case = $fuzz_case;
		$this->hang_in();
		try {
			$this->open( $fuzz_case, $observation );
			memory_reset_peak_usage();
			$memory        = memory_get_usage();
			$this->started = hrtime( true );
			try {
				$this->limits->open( $fuzz_case, $observation );
				$body( $observation );
			} finally {
				$this->limits->close();
				$observation->nanoseconds = hrtime( true ) - $this->started;
				$observation->memory      = max( 0, memory_get_peak_usage() - $memory );
			}
		} catch ( \Throwable $thrown ) {
			$this->limits->close();
			$this->describe( $thrown, $observation );
		}
		$this->close();
		return $observation;
	}

	/** Why mutating cases cannot run here; null when they can. */
	public function mutation_refusal(): ?string {
		foreach ( $this->guards as $guard ) {
			$refusal = $guard instanceof Mutation_Refusal ? $guard->refusal() : null;
			if ( null !== $refusal ) {
				return $refusal;
			}
		}
		return null;
	}

	/** The case that is inside now; a shutdown handler asks when the process ends under it. */
	public function running_case(): ?Fuzz_Case {
		return $this->running_case;
	}

	/**
	 * Closes the guards around a case that will not return, for the process is ending.
	 *
	 * @param string     $ended     One of the constants of Observation.
	 * @param array|null $throwable What ended it: {class, message, frames}.
	 * @return Observation|null Null when no case was running.
	 */
	public function abandon( string $ended, ?array $throwable = null ): ?Observation {
		$observation = $this->running;
		if ( null === $observation ) {
			return null;
		}
		$observation->ended       = Observation::EXITED === $ended && $this->limits->has_expired() ? Observation::TIMEOUT : $ended;
		$observation->throwable   = $throwable;
		$observation->nanoseconds = hrtime( true ) - $this->started;
		$this->limits->close();
		$this->close();
		return $observation;
	}

	/**
	 * @param string|null $role As Fuzz_Case has it, `<role>:<n>` included.
	 */
	private static function knows_role( ?string $role ): bool {
		$name = null === $role ? null : explode( ':', $role )[0];
		return null === $name || 'anonymous' === $name || wp_roles()->is_role( $name );
	}

	/** Takes the guards out of the hooks again, when a run is over. */
	public function leave(): void {
		foreach ( $this->hooks() as list( $hook, $callback ) ) {
			remove_filter( $hook, $callback, PHP_INT_MAX );
		}
	}

	/** Also what was taken out between two cases. */
	private function hang_in(): void {
		global $wp_filter;
		foreach ( $this->hooks() as $hung ) {
			if ( ! isset( $wp_filter[ $hung[0] ]->callbacks[ PHP_INT_MAX ][ $hung[3] ] ) ) {
				add_filter( $hung[0], $hung[1], PHP_INT_MAX, $hung[2] );
			}
		}
	}

	/** @return list<array{0: string, 1: array{0: Hooked_Guard, 1: string}, 2: int, 3: string}> Hook, callback, number of arguments, and WordPress's key of the callback. */
	private function hooks(): array {
		if ( null === $this->hooks ) {
			$this->hooks = array();
			foreach ( $this->guards as $guard ) {
				foreach ( $guard instanceof Hooked_Guard ? $guard->hooks() : array() as $hook => list( $method, $arguments ) ) {
					$this->hooks[] = array( $hook, array( $guard, $method ), $arguments, (string) _wp_filter_build_unique_id( $hook, array( $guard, $method ), PHP_INT_MAX ) );
				}
			}
		}
		return $this->hooks;
	}

	private function open( Fuzz_Case $fuzz_case, Observation $observation ): void {
		foreach ( $this->guards as $guard ) {
			$this->open[] = $guard;
			$guard->open( $fuzz_case, $observation );
		}
		// What the guards did to get ready is not the case's doing.
		$observation->queries     = array();
		$observation->query_count = 0;
		$observation->events      = array();
	}

	private function close(): void {
		// Taken off the list first, so that each closes once even when one of them fails.
		while ( array() !== $this->open ) {
			$guard = array_pop( $this->open );
			try {
				$guard->close();
			} catch ( \Throwable $thrown ) {
				$this->running?->record(
					'globals_changed',
					array(
						'guard'   => $guard::class,
						'message' => $thrown->getMessage(),
					),
					Frames::of_throwable( $thrown )
				);
			}
		}
		$this->running      = null;
		$this->running_case = null;
	}

	private function describe( \Throwable $thrown, Observation $observation ): void {
		$observation->ended     = Observation::THREW;
		$observation->throwable = array(
			'class'   => $thrown::class,
			'message' => $thrown->getMessage(),
			'frames'  => Frames::of_throwable( $thrown ),
		);
		if ( $thrown instanceof Case_Ended ) {
			$observation->ended   = $thrown->ended;
			$observation->status ??= $thrown->status;

			$observation->throwable += $thrown->data;
		}
	}
}
