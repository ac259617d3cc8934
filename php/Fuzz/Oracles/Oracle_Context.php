<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles;

/**
 * What an oracle may know beside the case: the declared target and the code under test.
 */
final class Oracle_Context {

	/**
	 * @param array<string, mixed>|null $endpoint      Declared REST endpoint: route, methods, args, schema, callback {file, line}, permission {mode, file, line}; null for other targets.
	 * @param array<string, mixed>|null $ability       Declared ability: name, input_schema, output_schema, annotations, file, line.
	 * @param \Closure(string):bool     $is_under_test Whether a file belongs to the code under test.
	 * @param array<string, mixed>      $decoys        Secret markers by kind: marker => {kind, minimum_role, id}.
	 * @param array<string, mixed>      $baseline      What the control case of the target showed.
	 */
	public function __construct(
		public readonly ?array $endpoint = null,
		public readonly ?array $ability = null,
		public readonly ?\Closure $is_under_test = null,
		public readonly array $decoys = array(),
		public readonly array $baseline = array()
	) {}

	/**
	 * @param list<array> $frames Innermost first.
	 * @return array{file: string, line: int}|null The first frame inside the code under test.
	 */
	public function owner( array $frames ): ?array {
		foreach ( $frames as $frame ) {
			if ( null !== $this->is_under_test && ( $this->is_under_test )( $frame['file'] ) ) {
				return array(
					'file' => $frame['file'],
					'line' => $frame['line'],
				);
			}
		}
		return null;
	}
}
