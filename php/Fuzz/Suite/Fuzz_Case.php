<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Suite;

/**
 * One case of a suite, after every alias was resolved. Immutable.
 */
final class Fuzz_Case {

	/**
	 * @param string               $id       Unique in its suite.
	 * @param int                  $index    Position in the suite.
	 * @param string               $kind     Target kind: rest, http, ability, command, runtime, runtime-action.
	 * @param string               $entry    What is called: the REST path or route, ability name, URL, command.
	 * @param array<string, mixed> $input    Case input: for rest `method`, `path`, `params` (query), `headers`, `body`, `bodyJson`.
	 * @param string|null          $role     Role (or `anonymous`) that the case runs as; null: the caller.
	 * @param array<string, mixed> $expect   Expectations: `status`, `body`, `schema`.
	 * @param array<string, mixed> $metadata As declared; the generator's record is under `generator`.
	 * @param list<string>         $markers  Case-unique strings that the generator put into the input.
	 * @param list<array{phase: string, command: string, args: array<string, string>, allow_failure: bool}> $steps Steps of a case in phases, in order; they take the place of the target.
	 */
	public function __construct(
		public readonly string $id,
		public readonly int $index,
		public readonly string $kind,
		public readonly string $entry,
		public readonly array $input = array(),
		public readonly ?string $role = null,
		public readonly array $expect = array(),
		public readonly array $metadata = array(),
		public readonly array $markers = array(),
		public readonly array $steps = array()
	) {}

	/** HTTP method in capitals; GET for what has none. */
	public function method(): string {
		return strtoupper( (string) ( $this->input['method'] ?? 'GET' ) );
	}

	/** True when the case may change state: any method but GET, HEAD and OPTIONS, or an ability that is not read-only. */
	public function is_mutating(): bool {
		return match ( $this->kind ) {
			'rest', 'http' => ! in_array( $this->method(), array( 'GET', 'HEAD', 'OPTIONS' ), true ),
			'ability'      => wp_has_ability( $this->entry ) && true !== ( wp_get_ability( $this->entry )?->get_meta_item( 'annotations' )['readonly'] ?? null ),
			default        => true,
		};
	}

	/**
	 * @return array<string, mixed> All that is needed to run the case again; see from_array().
	 */
	public function to_array(): array {
		return array_filter( get_object_vars( $this ), static fn( mixed $value ): bool => null !== $value && array() !== $value );
	}

	/**
	 * @param array<string, mixed> $data As to_array() gives it.
	 */
	public static function from_array( array $data ): self {
		return new self( $data['id'], $data['index'], $data['kind'], $data['entry'], $data['input'] ?? array(), $data['role'] ?? null, $data['expect'] ?? array(), $data['metadata'] ?? array(), $data['markers'] ?? array(), $data['steps'] ?? array() );
	}
}
