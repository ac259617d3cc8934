<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Inventory;

/**
 * What a run can call and with what: endpoints, abilities, roles and rows, with one digest over all of it.
 *
 * Hooks `wp_ajax_*` and `admin_post_*`, shortcodes and blocks become further lists here, each with an inventory class beside Route_Inventory.
 */
final class Inventory {

	private ?string $digest = null;

	/**
	 * @param Code_Under_Test     $code       What the run is about.
	 * @param list<Rest_Endpoint> $endpoints  REST endpoints, in order.
	 * @param list<Ability_Entry> $abilities  Abilities, in order.
	 * @param list<string>        $roles      Roles to compare, lowest first.
	 * @param array<string, int>  $role_users Role → user id; 0 where there is none.
	 * @param Row_Pool            $rows       Rows of the site.
	 */
	public function __construct(
		public readonly Code_Under_Test $code,
		public readonly array $endpoints,
		public readonly array $abilities,
		public readonly array $roles,
		public readonly array $role_users,
		public readonly Row_Pool $rows
	) {}

	/**
	 * Reads the live site.
	 *
	 * @param Code_Under_Test   $code  What the run is about.
	 * @param list<string>|null $roles Roles by name; null means all.
	 */
	public static function read( Code_Under_Test $code, ?array $roles = null ): self {
		$known  = new Roles();
		$chosen = $known->choose( $roles );
		return new self(
			$code,
			( new Route_Inventory( rest_get_server(), $code ) )->endpoints(),
			( new Ability_Inventory( $code ) )->abilities(),
			$chosen,
			$known->users( $chosen ),
			( new Row_Reader( $code ) )->read()
		);
	}

	/** SHA-256 (hex) over the canonical JSON of everything that the generator reads. */
	public function digest(): string {
		return $this->digest ??= hash( 'sha256', (string) wp_json_encode( Json_Copy::of( $this->to_array() ), JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION | JSON_INVALID_UTF8_SUBSTITUTE ) );
	}

	/**
	 * @return array<string, mixed>
	 */
	public function to_array(): array {
		return array(
			'endpoints' => array_map( static fn( Rest_Endpoint $endpoint ): array => $endpoint->to_array(), $this->endpoints ),
			'abilities' => array_map( static fn( Ability_Entry $ability ): array => $ability->to_array(), $this->abilities ),
			'roles'     => $this->roles,
			'roleUsers' => $this->role_users,
			'rows'      => $this->rows->to_array(),
		);
	}
}
