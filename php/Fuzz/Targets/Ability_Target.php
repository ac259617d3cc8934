<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Targets;

use WP_Ability;
use WP_Codebox\Fuzz\Run\Frames;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;
use WP_Error;

/**
 * Executes an ability through the Abilities API.
 */
final class Ability_Target implements Target {

	public function kind(): string {
		return 'ability';
	}

	/**
	 * @param Fuzz_Case   $fuzz_case   The entry names the ability; what it gets is below `input`.
	 * @param Observation $observation Takes what it returned, or its error.
	 */
	public function call( Fuzz_Case $fuzz_case, Observation $observation ): void {
		$ability = wp_has_ability( $fuzz_case->entry ) ? wp_get_ability( $fuzz_case->entry ) : null;
		if ( ! $ability instanceof WP_Ability ) {
			$observation->ended         = Observation::INVALID;
			$observation->error_code    = 'wp_codebox_fuzz_ability_not_found';
			$observation->error_message = sprintf( 'There is no ability named "%s".', $fuzz_case->entry );
			return;
		}
		$forget = $this->watch_callbacks( $ability, $observation );
		try {
			$answer = $ability->execute( $fuzz_case->input['input'] ?? null );
		} finally {
			$forget();
		}
		if ( ! $answer instanceof WP_Error ) {
			$observation->data = $answer;
			$this->repeat( $ability, $fuzz_case, $observation );
			return;
		}
		$data                       = $answer->get_error_data();
		$observation->error_code    = (string) $answer->get_error_code();
		$observation->error_message = $answer->get_error_message();
		$observation->status        = is_array( $data ) && is_int( $data['status'] ?? null ) ? $data['status'] : null;
		if ( 'ability_callback_exception' === $observation->error_code ) {
			$observation->ended = Observation::THREW;
		}
	}

	/**
	 * Calls what claims to be idempotent, or to read, once more: only inside one envelope can the second call meet what the first one left.
	 *
	 * @param WP_Ability  $ability     Succeeded once.
	 * @param Fuzz_Case   $fuzz_case   Its input.
	 * @param Observation $observation Keeps the first answer; takes the queries of both.
	 */
	private function repeat( WP_Ability $ability, Fuzz_Case $fuzz_case, Observation $observation ): void {
		if ( $fuzz_case->is_mutating() && true === ( $ability->get_meta_item( 'annotations' )['idempotent'] ?? null ) ) {
			$observation->repeated_at = count( $observation->queries );
			$ability->execute( $fuzz_case->input['input'] ?? null );
		}
		if ( ! $fuzz_case->is_mutating() ) {
			Repeated_Read::check( $observation, static fn() => $ability->execute( $fuzz_case->input['input'] ?? null ) );
		}
	}

	/**
	 * Core turns what a callback throws into an error that says neither class nor place, so the
	 * callbacks are wrapped for the time of the call.
	 *
	 * @param WP_Ability  $ability     The ability.
	 * @param Observation $observation Takes what was thrown.
	 * @return \Closure():void Puts the callbacks back.
	 */
	private function watch_callbacks( WP_Ability $ability, Observation $observation ): \Closure {
		$note  = static function ( \Throwable $thrown ) use ( $observation ): void {
			$observation->throwable = array(
				'class'   => get_class( $thrown ),
				'message' => $thrown->getMessage(),
				'frames'  => Frames::of_throwable( $thrown ),
			);
		};
		$names = array( 'execute_callback', 'permission_callback' );
		$swap  = \Closure::bind(
			static function ( WP_Ability $ability, array $callbacks ): array {
				$before = array();
				foreach ( $callbacks as $name => $callback ) {
					$before[ $name ]  = $ability->{$name};
					$ability->{$name} = $callback;
				}
				return $before;
			},
			null,
			WP_Ability::class
		);
		$read  = \Closure::bind( static fn( WP_Ability $ability, string $name ): mixed => $ability->{$name}, null, WP_Ability::class );
		$wrapped = array();
		foreach ( $names as $name ) {
			$original = $read( $ability, $name );
			if ( is_callable( $original ) ) {
				$wrapped[ $name ] = static function ( ...$input ) use ( $original, $note ) {
					try {
						return $original( ...$input );
					} catch ( \Throwable $thrown ) {
						$note( $thrown );
						throw $thrown;
					}
				};
			}
		}
		$before = $swap( $ability, $wrapped );
		return static function () use ( $swap, $ability, $before ): void {
			$swap( $ability, $before );
		};
	}
}
