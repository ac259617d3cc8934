<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Contracts\Contracts;

/**
 * One operation as data, read from the emitted contract. See src-shared/operations/operation.ts.
 */
final class Operation_Definition {

	/**
	 * @param string                 $id              Ability id.
	 * @param string                 $label           Short name.
	 * @param string                 $description     One or two sentences.
	 * @param array                  $input           Lowered JSON Schema.
	 * @param array                  $output          Lowered JSON Schema.
	 * @param string                 $capability      One of the four capabilities.
	 * @param array<string, bool>    $annotations     readonly, destructive, idempotent.
	 * @param string                 $verb            HTTP verb that the annotations lead to.
	 * @param string                 $facade          Method of WP_Codebox_API.
	 * @param array|null             $cli             `command`, `positional`.
	 * @param array|null             $rest            `method`, `route`.
	 * @param string|null            $input_schema_id The `schema` const of the input.
	 * @param string|null            $trusted_scope   Scope that lets a signed caller in.
	 * @param bool                   $is_ability      Whether it is registered as an ability.
	 * @param array<string, string>  $metadata        Ability meta key → contract name.
	 */
	private function __construct(
		public readonly string $id,
		public readonly string $label,
		public readonly string $description,
		public readonly array $input,
		public readonly array $output,
		public readonly string $capability,
		public readonly array $annotations,
		public readonly string $verb,
		public readonly string $facade,
		public readonly ?array $cli,
		public readonly ?array $rest,
		public readonly ?string $input_schema_id,
		public readonly ?string $trusted_scope,
		public readonly bool $is_ability,
		public readonly array $metadata
	) {}

	/**
	 * @param string $id Ability id.
	 * @return self
	 */
	public static function read( string $id ): self {
		$data = Contracts::get( 'operations/' . substr( $id, strlen( 'wp-codebox/' ) ) );
		return new self(
			$data['id'],
			$data['label'],
			$data['description'],
			$data['input'],
			$data['output'],
			$data['capability'],
			$data['annotations'],
			$data['verb'],
			$data['facade'],
			$data['cli'] ?? null,
			$data['rest'] ?? null,
			$data['inputSchemaId'] ?? null,
			$data['trustedScope'] ?? null,
			$data['ability'] ?? true,
			$data['metadata'] ?? array()
		);
	}

	/** Class name of the handler. */
	public function handler_class(): string {
		$words = explode( '-', substr( $this->id, strlen( 'wp-codebox/' ) ) );
		return __NAMESPACE__ . '\\' . implode( '_', array_map( 'ucfirst', $words ) );
	}
}
