<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Inventory;

use WP_REST_Server;

/**
 * Every endpoint of a live REST server that belongs to the code under test, in a stable order.
 */
final class Route_Inventory {

	/** Methods that WordPress answers itself. */
	private const ANSWERED_BY_CORE = array( 'OPTIONS', 'HEAD' );

	/**
	 * @param WP_REST_Server  $server Server whose routes are registered.
	 * @param Code_Under_Test $code   What the run is about.
	 */
	public function __construct(
		private readonly WP_REST_Server $server,
		private readonly Code_Under_Test $code
	) {}

	/**
	 * @return list<Rest_Endpoint>
	 */
	public function endpoints(): array {
		$endpoints = array();
		foreach ( $this->server->get_routes() as $route => $handlers ) {
			$reached = self::ANSWERED_BY_CORE;
			foreach ( array_values( $handlers ) as $position => $handler ) {
				$endpoint = is_array( $handler ) ? $this->endpoint( (string) $route, $position, $handler, $reached ) : null;
				// WordPress takes the first handler of a method; one that is registered again is never reached.
				$reached  = array( ...$reached, ...$endpoint->methods ?? array() );
				$endpoint = null === $endpoint ? null : $this->chosen( $endpoint );
				if ( null !== $endpoint ) {
					$endpoints[] = $endpoint;
				}
			}
		}
		usort( $endpoints, static fn( Rest_Endpoint $a, Rest_Endpoint $b ): int => strcmp( $a->key(), $b->key() ) );
		return $endpoints;
	}

	/**
	 * @param string       $route    Route as registered.
	 * @param int          $position Place of the handler.
	 * @param array        $handler  As the server holds it.
	 * @param list<string> $reached  Methods that are answered already.
	 */
	private function endpoint( string $route, int $position, array $handler, array $reached ): ?Rest_Endpoint {
		$methods = array_values( array_diff( array_keys( array_filter( (array) ( $handler['methods'] ?? array() ) ) ), $reached ) );
		if ( ! $methods ) {
			return null;
		}
		$options     = (array) $this->server->get_route_options( $route );
		$item_schema = $this->item_schema( $options );
		$args        = array_map( static fn( mixed $arg ): array => is_array( $arg ) ? $arg : array(), (array) ( $handler['args'] ?? array() ) );
		$fields      = $this->fields( (string) ( $item_schema['title'] ?? '' ) );
		return new Rest_Endpoint(
			$route,
			$position,
			(string) ( $options['namespace'] ?? explode( '/', trim( $route, '/' ) )[0] ),
			$methods,
			$args,
			$this->permission( $handler ),
			$this->callbacks( $handler, $args, $fields ),
			$fields,
			$item_schema
		);
	}

	private function permission( array $handler ): string {
		$callback = $handler['permission_callback'] ?? null;
		return match ( true ) {
			empty( $callback )                                              => Rest_Endpoint::PERMISSION_MISSING,
			is_string( $callback ) && '__return_true' === ltrim( $callback, '\\' ) => Rest_Endpoint::PERMISSION_PUBLIC,
			default                                                         => Rest_Endpoint::PERMISSION_CALLBACK,
		};
	}

	/**
	 * @return array<string, mixed>
	 */
	private function callbacks( array $handler, array $args, array $fields ): array {
		$callbacks = array(
			'callback'   => $handler['callback'] ?? null,
			'permission' => $handler['permission_callback'] ?? null,
		);
		foreach ( $args as $name => $arg ) {
			$callbacks[ "validate:$name" ] = $arg['validate_callback'] ?? null;
			$callbacks[ "sanitize:$name" ] = $arg['sanitize_callback'] ?? null;
		}
		foreach ( $fields as $name => $field ) {
			$callbacks[ "get:$name" ]    = $field['get_callback'];
			$callbacks[ "update:$name" ] = $field['update_callback'];
		}
		return array_filter( $callbacks );
	}

	/**
	 * @return array<string, mixed>
	 */
	private function item_schema( array $options ): array {
		if ( ! is_callable( $options['schema'] ?? null ) ) {
			return array();
		}
		try {
			$schema = call_user_func( $options['schema'] );
		} catch ( \Throwable ) {
			// A schema callback that throws is found by the cases on the route's OPTIONS; the inventory goes on without it.
			return array();
		}
		return is_array( $schema ) ? $schema : array();
	}

	/**
	 * @param string $object_type Title of the item schema; register_rest_field() uses the same name.
	 * @return array<string, array{schema: array, get_callback: mixed, update_callback: mixed}>
	 */
	private function fields( string $object_type ): array {
		global $wp_rest_additional_fields;
		// The schema of a tag is titled `tag` while its fields are registered for `post_tag`: core's own exception.
		$names = 'tag' === $object_type ? array( 'tag', 'post_tag' ) : array( $object_type );
		$added = array();
		foreach ( $names as $name ) {
			foreach ( (array) ( $wp_rest_additional_fields[ $name ] ?? array() ) as $field => $options ) {
				$added[ (string) $field ] = array(
					'schema'          => (array) ( $options['schema'] ?? array() ),
					'get_callback'    => $options['get_callback'] ?? null,
					'update_callback' => $options['update_callback'] ?? null,
				);
			}
		}
		ksort( $added, SORT_STRING );
		return $added;
	}

	private static function is_index( Rest_Endpoint $endpoint ): bool {
		$callback = $endpoint->callbacks['callback'] ?? null;
		return is_array( $callback ) && ( $callback[0] ?? null ) instanceof WP_REST_Server && 'get_namespace_index' === ( $callback[1] ?? '' );
	}

	/**
	 * The endpoint as far as it belongs to the run: all of it, the fields that the code under test added, or nothing.
	 *
	 * @param Rest_Endpoint $endpoint Any endpoint.
	 */
	private function chosen( Rest_Endpoint $endpoint ): ?Rest_Endpoint {
		if ( $this->code->is_everything() ) {
			return $endpoint;
		}
		if ( $this->code->has_namespace( $endpoint->namespace ) ) {
			// Core answers the index of every namespace; it is no code of the namespace's owner.
			return self::is_index( $endpoint ) ? null : $endpoint;
		}
		if ( ! $this->code->has_paths() ) {
			return null;
		}
		foreach ( array( $endpoint->callback(), $endpoint->permission_callback() ) as $reference ) {
			if ( null !== $reference && $this->code->is_under_test( $reference->file ) ) {
				return $endpoint;
			}
		}
		$focus = array();
		foreach ( array_keys( $endpoint->fields ) as $field ) {
			foreach ( array( 'get', 'update' ) as $use ) {
				$reference = Callback_Reference::of( $endpoint->callbacks[ "$use:$field" ] ?? null );
				if ( null !== $reference && $this->code->is_under_test( $reference->file ) ) {
					$focus[ $field ] = true;
				}
			}
		}
		return $focus ? $endpoint->with_focus( array_map( 'strval', array_keys( $focus ) ) ) : null;
	}
}
