<?php

declare( strict_types=1 );

namespace WP_Codebox\Surfaces;

use WP_Ability;
use WP_Codebox\Operations\Invocation;
use WP_Codebox\Operations\Operation_Definition;
use WP_Codebox\Operations\Operation_Runner;
use WP_Codebox\Plugin;
use WP_Error;

/**
 * An operation as a WordPress ability, with our validator and our error codes.
 *
 * Core makes the instance, so the runner comes from the composition root.
 */
final class Operation_Ability extends WP_Ability {

	/**
	 * Scalars of a GET request arrive as strings; they are read by the schema before anything judges them.
	 *
	 * @param mixed $input What the caller sent.
	 * @return mixed
	 */
	public function normalize_input( $input = null ) {
		$definition = $this->definition();
		if ( 'GET' === $definition->verb && is_array( $input ) ) {
			foreach ( $input as $name => $value ) {
				$schema = $definition->input['properties'][ $name ] ?? null;
				if ( null !== $schema && is_string( $value ) && ! is_wp_error( rest_validate_value_from_schema( $value, $schema, $name ) ) ) {
					$input[ $name ] = rest_sanitize_value_from_schema( $value, $schema, $name );
				}
			}
		}
		$input = parent::normalize_input( $input );
		return is_wp_error( $input ) ? $input : $this->runner()->prepare( $definition, $input, $this->invocation() );
	}

	/**
	 * @param mixed $input Prepared input.
	 * @return true|WP_Error Codes of our catalogue; what core would have said is in the data.
	 */
	public function validate_input( $input = null ) {
		$valid = $this->runner()->validate_input( $this->definition(), $input );
		if ( is_wp_error( $valid ) ) {
			$valid = new WP_Error( $valid->get_error_code(), $valid->get_error_message(), (array) $valid->get_error_data() + array( 'core_code' => 'ability_invalid_input' ) );
		}
		return apply_filters( 'wp_ability_validate_input', $valid, $input, $this->get_name() ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- Core's filter, which the overridden method applies.
	}

	/**
	 * @param mixed $input Prepared input.
	 * @return bool|WP_Error
	 */
	public function check_permissions( $input = null ) {
		$allowed = $this->runner()->authorize( $this->definition(), $input );
		// Core says "ability_invalid_permissions" and reports an error object as a developer's mistake.
		return apply_filters( 'wp_ability_permission_result', ! is_wp_error( $allowed ), $this->get_name(), $input, $this ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- Core's filter, which the overridden method applies.
	}

	/**
	 * @param mixed $input Valid input.
	 * @return array|WP_Error
	 */
	protected function do_execute( $input = null ) {
		$invocation = $this->invocation();
		$done       = Interruption_Guard::watch( $this->get_name(), $invocation, Interruption_Guard::for_rest() );
		try {
			return $this->runner()->execute( $this->definition(), (array) $input, $invocation );
		} finally {
			$done();
		}
	}

	/**
	 * The runner has judged the output already, with our codes.
	 *
	 * @param mixed $output What the handler answered.
	 * @return true
	 */
	protected function validate_output( $output ) {
		return true;
	}

	private function definition(): Operation_Definition {
		return Plugin::services()->operations()->definition( $this->get_name() );
	}

	private function runner(): Operation_Runner {
		return Plugin::services()->runner();
	}

	private function invocation(): Invocation {
		return new Invocation( Invocation::ABILITY );
	}
}
