<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Errors\Errors;
use WP_Codebox\Services;
use WP_Error;

/**
 * Knows every operation; reads a definition and makes a handler only when it is asked for.
 */
final class Operation_Registry {

	/** @var array<string, Operation_Definition> */
	private array $definitions = array();

	/** @var array<string, Operation> */
	private array $handlers = array();

	/**
	 * @param Services $services Passed on to the handlers.
	 */
	public function __construct( private readonly Services $services ) {}

	/**
	 * @return list<string> Every operation id.
	 */
	public function ids(): array {
		return Contracts::get( 'operations' );
	}

	/**
	 * @return iterable<Operation_Definition>
	 */
	public function all(): iterable {
		foreach ( $this->ids() as $id ) {
			yield $this->definition( $id );
		}
	}

	/**
	 * @param string $id Operation id.
	 * @return Operation_Definition|WP_Error `wp_codebox_api_ability_not_supported` for an unknown id.
	 */
	public function definition( string $id ): Operation_Definition|WP_Error {
		if ( ! in_array( $id, $this->ids(), true ) ) {
			return Errors::make( 'wp_codebox_api_ability_not_supported', $id );
		}
		return $this->definitions[ $id ] ??= Operation_Definition::read( $id );
	}

	/**
	 * @param Operation_Definition $definition Which operation.
	 * @return Operation
	 */
	public function handler( Operation_Definition $definition ): Operation {
		return $this->handlers[ $definition->id ] ??= $definition->handler_class()::create( $this->services );
	}
}
