<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Inventory;

/**
 * One registered ability as a target.
 */
final class Ability_Entry {

	/**
	 * @param string               $name          Name, `namespace/ability`.
	 * @param array<string, mixed> $input_schema  Empty when it takes no input.
	 * @param array<string, mixed> $output_schema Empty when it declares none.
	 * @param array<string, mixed> $annotations   readonly, destructive, idempotent; null where not declared.
	 * @param array<string, mixed> $callbacks     The raw callbacks: `callback`, `permission`.
	 */
	public function __construct(
		public readonly string $name,
		public readonly array $input_schema,
		public readonly array $output_schema,
		public readonly array $annotations,
		public readonly array $callbacks
	) {}

	/** Where the execute callback is defined. */
	public function callback(): ?Callback_Reference {
		return Callback_Reference::of( $this->callbacks['callback'] ?? null );
	}

	/** Where the permission callback is defined. */
	public function permission_callback(): ?Callback_Reference {
		return Callback_Reference::of( $this->callbacks['permission'] ?? null );
	}

	/**
	 * @return array<string, mixed> As JSON, part of the inventory digest.
	 */
	public function to_array(): array {
		return array(
			'name'        => $this->name,
			'input'       => Json_Copy::of( $this->input_schema ),
			'output'      => Json_Copy::of( $this->output_schema ),
			'annotations' => Json_Copy::of( $this->annotations ),
		);
	}
}
