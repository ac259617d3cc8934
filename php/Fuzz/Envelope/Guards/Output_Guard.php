<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Guards;

use WP_Codebox\Fuzz\Envelope\Case_Guard;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Captures what a case prints, also what it throws away again, and puts the number of output buffers back.
 *
 * The buffer is removable: a case that closes buffers in a loop has to come to an end.
 */
final class Output_Guard implements Case_Guard {

	private const KEPT  = 65536;
	private const CHUNK = 16384;

	private ?Observation $observation = null;
	private int $level                = 0;
	private bool $is_recording        = false;

	public function open( Fuzz_Case $fuzz_case, Observation $observation ): void {
		$this->observation  = $observation;
		$this->level        = ob_get_level();
		$this->is_recording = true;
		ob_start( $this->keep( ... ), self::CHUNK );
	}

	public function close(): void {
		$level = ob_get_level();
		if ( $level !== $this->level + 1 ) {
			$this->observation?->record( 'ob_changed', array( 'by' => $level - $this->level - 1 ) );
		}
		while ( ob_get_level() > $this->level && ob_end_flush() ) {
			continue;
		}
		while ( ob_get_level() < $this->level ) {
			ob_start();
		}
		$this->is_recording = false;
		$this->observation  = null;
	}

	private function keep( string $bytes ): string {
		if ( $this->is_recording && null !== $this->observation ) {
			$this->observation->output .= substr( $bytes, 0, max( 0, self::KEPT - strlen( $this->observation->output ) ) );
		}
		return '';
	}
}
