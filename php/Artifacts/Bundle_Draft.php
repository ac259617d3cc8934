<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

/**
 * What a run wants to keep: files, metadata, and how it came about. `Artifact_Store::persist()` turns it into a bundle.
 */
final class Bundle_Draft {

	/** @var list<Bundle_File> */
	private array $files = array();

	/**
	 * @param array  $runtime    What produced it: `name` and `version`, for the manifest.
	 * @param array  $metadata   For metadata.json; the same content and metadata give the same bundle id, so no times here.
	 * @param array  $predicate  For the in-toto statement: what ran, versions, digests of the inputs. No times, no secrets.
	 * @param string $created_at ISO 8601; now when empty. Only in the manifest, outside the id.
	 */
	public function __construct(
		public readonly array $runtime,
		public readonly array $metadata = array(),
		public readonly array $predicate = array(),
		public readonly string $created_at = ''
	) {}

	/**
	 * @param Bundle_File ...$files Files to keep, in any order.
	 * @return self
	 */
	public function with( Bundle_File ...$files ): self {
		array_push( $this->files, ...$files );
		return $this;
	}

	/**
	 * @return list<Bundle_File>
	 */
	public function files(): array {
		return $this->files;
	}
}
