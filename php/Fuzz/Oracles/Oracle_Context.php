<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles;

/**
 * What an oracle may know beside the case: the declared target, the code under test, the site and the run so far.
 */
final class Oracle_Context {

	/** Core's ways to hooks, the database, options, metas, mail and other servers: what happens there was asked for elsewhere. */
	private const PLUMBING = '~/wp-includes/(class-wp-hook|plugin|class-wpdb|option|meta|functions|class-wp-http|http|pluggable)\.php$~';

	/**
	 * @param array<string, mixed>|null $endpoint      Declared REST endpoint: route, methods, args, schema, callback {file, line}, permission {mode, file, line}; null for other targets. Modes: missing, public (`__return_true`), callback.
	 * @param array<string, mixed>|null $ability       Declared ability: name, input_schema, output_schema, annotations, file, line.
	 * @param \Closure(string):bool     $is_under_test Whether a file belongs to the code under test.
	 * @param array<string, mixed>      $decoys        Secret markers by kind: marker => {kind, minimum_role, id, owner?, readers?, bare?}; owner is a user id, readers are roles that may see it beside those above the minimum, bare ones have no metas.
	 * @param array<string, mixed>      $baseline      What the run showed so far, see Run_Baseline::for_target(): median_nanoseconds, samples, sizes.
	 * @param Site_Facts|null           $site          Facts of the site; null where an oracle has to do without.
	 */
	public function __construct(
		public readonly ?array $endpoint = null,
		public readonly ?array $ability = null,
		public readonly ?\Closure $is_under_test = null,
		public readonly array $decoys = array(),
		public readonly array $baseline = array(),
		public readonly ?Site_Facts $site = null
	) {}

	/**
	 * @param list<array> $frames Innermost first.
	 * @return array{file: string, line: int, function: string}|null The first frame inside the code under test.
	 */
	public function owner( array $frames ): ?array {
		return $this->first( $frames, false ) ?? $this->first( $frames, true );
	}

	/**
	 * @param list<array> $frames        Innermost first.
	 * @param bool        $with_plumbing Whether a frame that only hands on may own.
	 * @return array{file: string, line: int, function: string}|null
	 */
	private function first( array $frames, bool $with_plumbing ): ?array {
		foreach ( $frames as $index => $frame ) {
			if ( $this->covers( $frame['file'] ) && ( $with_plumbing || 1 !== preg_match( self::PLUMBING, $frame['file'] ) ) ) {
				// A frame names the function that was called there; the one it stands in is the next frame's.
				$around = $frames[ $index + 1 ] ?? array();
				return array(
					'file'     => $frame['file'],
					'line'     => $frame['line'],
					'function' => ltrim( ( $around['class'] ?? '' ) . '::' . ( $around['function'] ?? '' ), ':' ),
				);
			}
		}
		return null;
	}

	/**
	 * @param string $file Absolute path.
	 * @return bool Whether it belongs to the code under test.
	 */
	public function covers( string $file ): bool {
		return null !== $this->is_under_test && ( $this->is_under_test )( $file );
	}

	/** How the endpoint's permission is declared: missing, public, callback; empty for what is no endpoint. */
	public function permission_mode(): string {
		$mode = (string) ( $this->endpoint['permission']['mode'] ?? '' );
		return 'none' === $mode ? 'missing' : $mode;
	}
}
