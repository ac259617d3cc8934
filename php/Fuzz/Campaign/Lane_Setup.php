<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Campaign;

/**
 * What every lane of a campaign judges by. Immutable; travels to the worker as JSON.
 */
final class Lane_Setup {

	/**
	 * @param array<string, string>      $selection  plugin, theme, namespace, ability.
	 * @param list<string>               $files      Where the chosen callbacks are defined.
	 * @param list<string>|null          $oracles    Ids and groups; null means all.
	 * @param array<string, string>      $severities Id or group => severity.
	 * @param bool                       $mutations  Whether cases may change state, decided for the caller.
	 * @param int                        $seconds    Wall time of a case.
	 * @param int                        $bytes      Memory of a case.
	 * @param array<string, array>       $decoys     Marker => {kind, minimum_role, id}.
	 */
	public function __construct(
		public readonly array $selection,
		public readonly array $files,
		public readonly ?array $oracles,
		public readonly array $severities,
		public readonly bool $mutations,
		public readonly int $seconds,
		public readonly int $bytes,
		public readonly array $decoys
	) {}

	/** @return array<string, mixed> */
	public function to_array(): array {
		return get_object_vars( $this );
	}

	/**
	 * @param array<string, mixed> $data As to_array() gives it.
	 */
	public static function from_array( array $data ): self {
		return new self( ...$data );
	}
}
