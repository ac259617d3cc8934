<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

/**
 * A bundle of the store, and what storing it did.
 */
final class Stored_Bundle {

	public const CREATED  = 'created';
	public const EXISTING = 'existing';
	public const UPDATED  = 'updated';

	/**
	 * @param string        $status One of the constants.
	 * @param string        $id     Derived id, `artifact-bundle-sha256-…`.
	 * @param string        $digest Content digest, 64 hex digits.
	 * @param Bundle_Reader $reader Reads it.
	 * @param Verification  $verification What reading it back found: nothing wrong.
	 */
	public function __construct(
		public readonly string $status,
		public readonly string $id,
		public readonly string $digest,
		public readonly Bundle_Reader $reader,
		public readonly Verification $verification
	) {}
}
