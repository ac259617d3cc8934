<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Inventory;

/**
 * One endpoint of the REST server: a route and one group of methods that share a callback.
 */
final class Rest_Endpoint {

	public const PERMISSION_MISSING  = 'missing';
	public const PERMISSION_PUBLIC   = 'public';
	public const PERMISSION_CALLBACK = 'callback';

	/**
	 * @param string                  $route         Route as registered: a regular expression.
	 * @param int                     $position      Its place among the handlers of the route.
	 * @param string                  $namespace     REST namespace.
	 * @param list<string>            $methods       HTTP methods, in the order of registration.
	 * @param array<string, array>    $args          Declared arguments: name → schema.
	 * @param string                  $permission    One of the constants.
	 * @param array<string, mixed>    $callbacks     The raw callbacks by use: `callback`, `permission`, `validate:<arg>`, `sanitize:<arg>`, `get:<field>`, `update:<field>`.
	 * @param array<string, array>    $fields        Fields that register_rest_field() added to its object type: name → {schema, get, update}, references as arrays.
	 * @param array<string, mixed>    $item_schema   Public schema of the route; empty when it has none.
	 * @param list<string>            $focus         Fields that made the endpoint part of the run; empty when all of it is.
	 */
	public function __construct(
		public readonly string $route,
		public readonly int $position,
		public readonly string $namespace,
		public readonly array $methods,
		public readonly array $args,
		public readonly string $permission,
		public readonly array $callbacks,
		public readonly array $fields,
		public readonly array $item_schema,
		public readonly array $focus = array()
	) {}

	/** Unique name of the endpoint in its server. */
	public function key(): string {
		return implode( ',', $this->methods ) . ' ' . $this->route . ' #' . $this->position;
	}

	/** Where the callback of the endpoint is defined. */
	public function callback(): ?Callback_Reference {
		return Callback_Reference::of( $this->callbacks['callback'] ?? null );
	}

	/** Where its permission callback is defined. */
	public function permission_callback(): ?Callback_Reference {
		return Callback_Reference::of( $this->callbacks['permission'] ?? null );
	}

	/**
	 * @param list<string> $focus Names of fields.
	 */
	public function with_focus( array $focus ): self {
		return new self( $this->route, $this->position, $this->namespace, $this->methods, $this->args, $this->permission, $this->callbacks, $this->fields, $this->item_schema, $focus );
	}

	/**
	 * @return array<string, mixed> Everything about it as JSON; part of the inventory digest, so without absolute paths and line numbers.
	 */
	public function to_array(): array {
		return array(
			'route'      => $this->route,
			'position'   => $this->position,
			'namespace'  => $this->namespace,
			'methods'    => $this->methods,
			'args'       => Json_Copy::of( $this->args ),
			'permission' => $this->permission,
			'callback'   => $this->callback()?->name,
			'fields'     => array_map( static fn( array $field ): mixed => Json_Copy::of( $field['schema'] ), $this->fields ),
			'focus'      => $this->focus,
		);
	}
}
