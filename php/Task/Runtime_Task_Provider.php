<?php

declare( strict_types=1 );

namespace WP_Codebox\Task;

/**
 * Runs tasks for one or more targets. Immutable.
 */
final class Runtime_Task_Provider {

	/**
	 * @param string              $id         Names the provider in results.
	 * @param \Closure(array,array):mixed $callback Given the input and the entry of the filter; answers with an array or a WP_Error.
	 * @param list<string>|null   $target_ids Targets it runs; null: every target that `matches` accepts.
	 * @param \Closure(array):mixed|null $matches Given the request; true when the provider takes it.
	 * @param array               $entry      The entry as the filter gave it.
	 */
	public function __construct(
		public readonly string $id,
		private readonly \Closure $callback,
		private readonly ?array $target_ids = null,
		private readonly ?\Closure $matches = null,
		private readonly array $entry = array()
	) {}

	/**
	 * Reads an entry of the filter `wp_codebox_runtime_task_providers`.
	 *
	 * @param mixed      $entry `id`, `target_ids` or `matches`, `callback`.
	 * @param int|string $key   Its key, which names it when it has no id.
	 * @return self|null Null when it cannot be called.
	 */
	public static function from_entry( mixed $entry, int|string $key ): ?self {
		if ( ! is_array( $entry ) || ! is_callable( $entry['callback'] ?? null ) ) {
			return null;
		}
		$targets = $entry['target_ids'] ?? null;
		$matches = $entry['matches'] ?? null;
		if ( ( null !== $targets && ! is_array( $targets ) ) || ( null !== $matches && ! is_callable( $matches ) ) ) {
			return null;
		}
		return new self(
			is_string( $entry['id'] ?? null ) && '' !== $entry['id'] ? $entry['id'] : (string) $key,
			\Closure::fromCallable( $entry['callback'] ),
			null === $targets ? null : array_values( array_filter( $targets, 'is_string' ) ),
			null === $matches ? null : \Closure::fromCallable( $matches ),
			$entry
		);
	}

	/**
	 * @param string $target_id Target of the request.
	 * @param array  $request   The request.
	 */
	public function takes( string $target_id, array $request ): bool {
		if ( null !== $this->target_ids && ! in_array( $target_id, $this->target_ids, true ) ) {
			return false;
		}
		return null === $this->matches || true === ( $this->matches )( $request );
	}

	/**
	 * @param array $input What the target is given.
	 * @return mixed Whatever the provider answers; the caller judges it.
	 */
	public function run( array $input ): mixed {
		return ( $this->callback )( $input, $this->entry );
	}
}
