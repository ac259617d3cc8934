<?php

declare( strict_types=1 );

namespace WP_Codebox\Trust;

/**
 * One key of a trusted caller.
 */
final class Trusted_Key {

	/**
	 * @param string   $id         Public name, which the `caller` field of an authorization holds.
	 * @param int      $user_id    Whose rights it has.
	 * @param string[] $scopes     What it may do.
	 * @param string   $label      For people.
	 * @param string   $created_at ISO 8601.
	 * @param bool     $active     False once it was revoked.
	 * @param string   $sealed     Encrypted secret; empty once it was revoked.
	 */
	public function __construct(
		public readonly string $id,
		public readonly int $user_id,
		public readonly array $scopes,
		public readonly string $label,
		public readonly string $created_at,
		public readonly bool $active,
		public readonly string $sealed
	) {}

	/**
	 * @param string $id     Key.
	 * @param mixed  $fields As they were stored.
	 */
	public static function read( string $id, mixed $fields ): self {
		$fields = is_array( $fields ) ? $fields : array();
		return new self( $id, (int) ( $fields['user_id'] ?? 0 ), (array) ( $fields['scopes'] ?? array() ), (string) ( $fields['label'] ?? '' ), (string) ( $fields['created_at'] ?? '' ), true === ( $fields['active'] ?? false ), (string) ( $fields['sealed'] ?? '' ) );
	}

	/** The same key, ended, its secret forgotten. */
	public function revoked(): self {
		return new self( $this->id, $this->user_id, $this->scopes, $this->label, $this->created_at, false, '' );
	}

	/** For the option; the only form with the encrypted secret. */
	public function stored(): array {
		return array_diff_key( get_object_vars( $this ), array( 'id' => 1 ) );
	}

	/** For people and results. */
	public function shown(): array {
		return array_diff_key( get_object_vars( $this ), array( 'sealed' => 1 ) );
	}
}
