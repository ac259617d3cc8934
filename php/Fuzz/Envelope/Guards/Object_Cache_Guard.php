<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Guards;

use WP_Codebox\Fuzz\Envelope\Case_Guard;
use WP_Codebox\Fuzz\Envelope\Mutation_Refusal;
use WP_Codebox\Fuzz\Envelope\Object_State;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Puts the object cache back as it was: rows that were rolled back must not stay cached, and nothing need be read again.
 *
 * A persistent cache would hand a case's rows to visitors while it runs, so it is swapped for one in memory. When the
 * drop-in cannot be swapped, because its functions do not use the global object, cases must not write.
 */
final class Object_Cache_Guard implements Case_Guard, Mutation_Refusal {

	private ?Object_State $state = null;
	private ?object $persistent  = null;
	private ?string $refusal     = null;
	private bool $was_tried      = false;

	public function refusal(): ?string {
		if ( wp_using_ext_object_cache() && ! $this->was_tried ) {
			$this->was_tried = true;
			$kept            = $GLOBALS['wp_object_cache'];
			$this->refusal   = $this->can_swap() ? null : 'The persistent object cache of this site cannot be swapped for one in memory, so visitors would see what a case writes.';

			$GLOBALS['wp_object_cache'] = $kept; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- Put back.
		}
		return $this->refusal;
	}

	public function open( Fuzz_Case $fuzz_case, Observation $observation ): void {
		$this->persistent = null;
		$this->state      = null;
		if ( ! wp_using_ext_object_cache() ) {
			$this->state = new Object_State( $GLOBALS['wp_object_cache'] );
		} elseif ( null === $this->refusal() ) {
			$this->persistent           = $GLOBALS['wp_object_cache'];
			$GLOBALS['wp_object_cache'] = new Memory_Object_Cache( $this->persistent ); // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- Until close().
		}
	}

	public function close(): void {
		$this->state?->restore();
		if ( null !== $this->persistent ) {
			$GLOBALS['wp_object_cache'] = $this->persistent; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- Put back.
		}
		$this->state      = null;
		$this->persistent = null;
	}

	private function can_swap(): bool {
		$memory = new Memory_Object_Cache( $GLOBALS['wp_object_cache'] );

		$GLOBALS['wp_object_cache'] = $memory; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- The caller puts it back.
		$probe                      = 'probe-' . bin2hex( random_bytes( 6 ) );
		wp_cache_set( $probe, $probe, 'wp_codebox' );
		return $memory->get( $probe, 'wp_codebox' ) === $probe && wp_cache_get( $probe, 'wp_codebox' ) === $probe;
	}
}
