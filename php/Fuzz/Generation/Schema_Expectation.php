<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation;

use WP_Codebox\Fuzz\Inventory\Rest_Endpoint;

/**
 * What the declared schema of an endpoint says of a request, judged on the values as they arrive:
 * text from a query, JSON from a body, after WordPress's own coercion.
 */
final class Schema_Expectation {

	/**
	 * @param Rest_Endpoint $endpoint The endpoint.
	 * @param Schema_Values $values   Asks WordPress.
	 */
	public function __construct(
		private readonly Rest_Endpoint $endpoint,
		private readonly Schema_Values $values
	) {}

	/**
	 * @param array<string, mixed> $arrived Parameters as they arrive, those of the path among them.
	 * @return string|null `valid`, `invalid`, or null where only the plugin's own code can say.
	 */
	public function of( array $arrived ): ?string {
		$certain = array() !== $this->endpoint->args;
		foreach ( $this->endpoint->args as $name => $schema ) {
			if ( ! isset( $arrived[ $name ] ) ) {
				// WordPress takes null for absent.
				if ( true === ( $schema['required'] ?? false ) ) {
					return Generated_Value::INVALID;
				}
				continue;
			}
			$verdict = $this->is_judged_by_core( $schema ) ? $this->values->verdict( $schema, $arrived[ $name ] ) : null;
			if ( false === $verdict ) {
				return Generated_Value::INVALID;
			}
			$certain = $certain && null !== $verdict;
		}
		return $certain ? Generated_Value::VALID : null;
	}

	/** A callback of the plugin's own takes the place of WordPress's check; what it means to allow, nobody knows. */
	private function is_judged_by_core( array $schema ): bool {
		$core = array( null, 'rest_validate_request_arg', 'rest_sanitize_request_arg', 'rest_parse_request_arg' );
		return in_array( $schema['validate_callback'] ?? null, $core, true ) && in_array( $schema['sanitize_callback'] ?? null, $core, true );
	}
}
