<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Guards;

use WP_Codebox\Fuzz\Envelope\Case_Guard;
use WP_Codebox\Fuzz\Run\Frames;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Records where a canary of the input came to life: an object that was unserialized, a command that a shell ran, a
 * path that was opened. What a case does not send is not watched for.
 */
final class Canary_Guard implements Case_Guard {

	/** The variable that shell payloads write to; where it is not set they write nowhere. */
	public const VARIABLE = 'WPCBX_CANARY';

	private ?Observation $observation = null;
	private ?string $shell_file       = null;

	public function open( Fuzz_Case $fuzz_case, Observation $observation ): void {
		$input = (string) json_encode( array( $fuzz_case->input, $fuzz_case->entry ), JSON_UNESCAPED_SLASHES | JSON_PARTIAL_OUTPUT_ON_ERROR ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- Only looked through.

		$this->observation = $observation;
		Canary_Object::watch( fn() => $this->note( 'unserialize', array() ) );
		if ( str_contains( $input, '$' . self::VARIABLE ) ) {
			$this->shell_file = wp_normalize_path( untrailingslashit( get_temp_dir() ) ) . '/wp-codebox-shell-' . bin2hex( random_bytes( 6 ) );
			putenv( self::VARIABLE . '=' . $this->shell_file ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- Unset when the case is over.
		}
		$paths = array_filter( $fuzz_case->markers, static fn( string $marker ): bool => '' !== $marker && ( str_contains( $input, "/$marker" ) || str_contains( $input, "\\$marker" ) ) );
		if ( $paths ) {
			Watched_Files::watch( $paths, $this->note( ... ) );
		}
		Refused_Streams::watch( $this->note( ... ) );
	}

	public function close(): void {
		Refused_Streams::release();
		Watched_Files::release();
		if ( null !== $this->shell_file ) {
			putenv( self::VARIABLE ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions
			if ( is_file( $this->shell_file ) ) {
				unlink( $this->shell_file ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- Our own.
				$this->observation?->record( 'exec', array( 'canary' => 'shell' ) );
			}
			$this->shell_file = null;
		}
		Canary_Object::watch( null );
		$this->observation = null;
	}

	/**
	 * @param string               $type Event type.
	 * @param array<string, mixed> $data JSON values.
	 */
	private function note( string $type, array $data ): void {
		$this->observation?->record( $type, $data, Frames::here() );
	}
}
