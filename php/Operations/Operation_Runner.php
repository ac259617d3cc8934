<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Errors\Errors;
use WP_Codebox\Validation\Schema_Validator;
use WP_Error;

/**
 * The one way an operation runs, whatever surface it was called through:
 * prepare, validate, (authorize,) execute, validate the output.
 */
final class Operation_Runner {

	/**
	 * @param Operation_Registry $registry     The operations.
	 * @param Schema_Validator   $validator    Judges input and output.
	 * @param Capabilities       $capabilities Decides who may.
	 */
	public function __construct(
		private readonly Operation_Registry $registry,
		private readonly Schema_Validator $validator,
		private readonly Capabilities $capabilities
	) {}

	/**
	 * @param string     $id         Operation id.
	 * @param mixed      $input      What the caller sent.
	 * @param Invocation $invocation Who calls.
	 * @return array|WP_Error
	 */
	public function run( string $id, mixed $input, Invocation $invocation ): array|WP_Error {
		$definition = $this->registry->definition( $id );
		if ( is_wp_error( $definition ) ) {
			return $definition;
		}
		$input = $this->prepare( $definition, $input, $invocation );
		$valid = $this->validate_input( $definition, $input );
		if ( is_wp_error( $valid ) ) {
			return $valid;
		}
		if ( $this->asks_for_permission( $invocation ) ) {
			$allowed = $this->authorize( $definition, $input );
			if ( is_wp_error( $allowed ) ) {
				return $allowed;
			}
		}
		return $this->execute( $definition, $input, $invocation );
	}

	/**
	 * Fills in what the facade and WP-CLI may leave out: an absent `schema`.
	 *
	 * @param Operation_Definition $definition Which operation.
	 * @param mixed                $input      What the caller sent; null counts as nothing.
	 * @param Invocation           $invocation Who calls.
	 * @return mixed
	 */
	public function prepare( Operation_Definition $definition, mixed $input, Invocation $invocation ): mixed {
		$input ??= array();
		if ( $input instanceof \stdClass ) {
			$input = (array) $input;
		}
		$may_omit_schema = in_array( $invocation->surface, array( Invocation::FACADE, Invocation::CLI ), true );
		if ( $may_omit_schema && is_array( $input ) && null !== $definition->input_schema_id && ! array_key_exists( 'schema', $input ) ) {
			$input['schema'] = $definition->input_schema_id;
		}
		return $input;
	}

	/**
	 * @param Operation_Definition $definition Which operation.
	 * @param mixed                $input      Prepared input.
	 * @return true|WP_Error `wp_codebox_invalid_input`, its data naming the `field`.
	 */
	public function validate_input( Operation_Definition $definition, mixed $input ): true|WP_Error {
		$violation = $this->validator->first_violation( $input, $definition->input );
		if ( null === $violation ) {
			return true;
		}
		return Errors::make( $violation->code, $violation->sentence(), array( 'field' => $violation->path ) );
	}

	/**
	 * @param Operation_Definition $definition Which operation.
	 * @param mixed                $output     What the handler answered.
	 * @return true|WP_Error
	 */
	public function validate_output( Operation_Definition $definition, mixed $output ): true|WP_Error {
		$violation = $this->validator->first_violation( $output, $definition->output );
		if ( null === $violation ) {
			return true;
		}
		return Errors::make( 'wp_codebox_invalid_output', $violation->sentence(), array( 'field' => $violation->path ) );
	}

	/**
	 * @param Operation_Definition $definition Which operation.
	 * @param mixed                $input      Prepared input; may carry a signed `authorization`.
	 * @return true|WP_Error `wp_codebox_forbidden`.
	 */
	public function authorize( Operation_Definition $definition, mixed $input ): true|WP_Error {
		return $this->capabilities->allows( $definition, is_array( $input ) ? $input : array() );
	}

	/**
	 * The facade is for trusted PHP, and WP-CLI without `--user` for whoever has a shell; everyone else is asked.
	 *
	 * @param Invocation $invocation Who calls.
	 */
	private function asks_for_permission( Invocation $invocation ): bool {
		return match ( $invocation->surface ) {
			Invocation::FACADE => false,
			Invocation::CLI    => is_user_logged_in(),
			default            => true,
		};
	}

	/**
	 * Runs the handler on input that was validated and authorized.
	 *
	 * @param Operation_Definition $definition Which operation.
	 * @param array                $input      Valid input.
	 * @param Invocation           $invocation Who calls.
	 * @return array|WP_Error
	 */
	public function execute( Operation_Definition $definition, array $input, Invocation $invocation ): array|WP_Error {
		$this->capabilities->settle( $input );
		$output = $this->registry->handler( $definition )->execute( $input, $invocation );
		if ( is_wp_error( $output ) ) {
			return $output;
		}
		$valid = $this->validate_output( $definition, $output );
		return is_wp_error( $valid ) ? $valid : $output;
	}
}
