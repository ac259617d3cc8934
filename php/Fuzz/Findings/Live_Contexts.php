<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Findings;

use WP_Codebox\Fuzz\Inventory\Code_Under_Test;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Site_Facts;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Reads what a target declares from the running WordPress, once per route and method, or ability.
 */
final class Live_Contexts implements Target_Contexts {

	/** @var array<string, array|null> */
	private array $declared = array();

	/**
	 * @param Site_Facts           $site   Facts of this site.
	 * @param array<string, mixed> $decoys Secret markers by kind, see Oracle_Context.
	 */
	public function __construct( private readonly Site_Facts $site, private readonly array $decoys = array() ) {}

	public function of( Fuzz_Case $fuzz_case, Observation $observation, Code_Under_Test $code, array $baseline ): Oracle_Context {
		$is_under_test = \Closure::fromCallable( array( $code, 'is_under_test' ) );
		if ( 'ability' === $fuzz_case->kind ) {
			$key = 'ability ' . $fuzz_case->entry;
			return new Oracle_Context( null, $this->declared[ $key ] ??= $this->ability( $fuzz_case->entry ), $is_under_test, $this->decoys, $baseline, $this->site );
		}
		// A callback that never came back leaves no answer to tell the route by: it is the one that was called.
		$route = $observation->route ?? ( 'rest' === $fuzz_case->kind && Observation::RETURNED !== $observation->ended ? $fuzz_case->entry : null );
		if ( null === $route ) {
			return new Oracle_Context( null, null, $is_under_test, $this->decoys, $baseline, $this->site );
		}
		$key = $fuzz_case->method() . ' ' . $route;
		return new Oracle_Context( $this->declared[ $key ] ??= $this->endpoint( $route, $fuzz_case->method() ), null, $is_under_test, $this->decoys, $baseline, $this->site );
	}

	private function endpoint( string $route, string $method ): ?array {
		$server = rest_get_server();
		foreach ( $server->get_routes()[ $route ] ?? array() as $handler ) {
			if ( ! empty( $handler['methods'][ 'HEAD' === $method ? 'GET' : $method ] ) ) {
				$schema     = $server->get_route_options( $route )['schema'] ?? null;
				$permission = $handler['permission_callback'] ?? null;
				$schema     = is_callable( $schema ) ? $schema() : null;
				return array(
					'route'      => $route,
					'methods'    => array_keys( $handler['methods'] ),
					'args'       => $handler['args'] ?? array(),
					'schema'     => $schema,
					'fields'     => self::field_places( (string) ( $schema['title'] ?? '' ) ),
					'callback'   => self::place( $handler['callback'] ?? null ) ?? array(),
					'permission' => array(
'mode' => match ( true ) {
						null === $permission           => 'none',
						'__return_true' === $permission => 'public',
						default                        => 'callback',
					},
) + ( self::place( $permission ) ?? array() ),
				);
			}
		}
		return null;
	}

	/**
	 * @param string $object_type Title of the item schema.
	 * @return list<array{file: string, line: int}> Where the callbacks are that fill the fields which were added to it.
	 */
	private static function field_places( string $object_type ): array {
		$fields = $GLOBALS['wp_rest_additional_fields'][ $object_type ] ?? array();
		return array_values( array_filter( array_map( static fn( array $field ): ?array => self::place( $field['get_callback'] ?? null ), $fields ) ) );
	}

	private function ability( string $name ): ?array {
		if ( ! wp_has_ability( $name ) ) {
			return null;
		}
		$ability  = wp_get_ability( $name );
		$callback = \Closure::bind( static fn( \WP_Ability $of ): mixed => $of->execute_callback, null, \WP_Ability::class )( $ability );
		return array(
			'name'          => $name,
			'input_schema'  => $ability->get_input_schema(),
			'output_schema' => $ability->get_output_schema(),
			'annotations'   => $ability->get_meta_item( 'annotations' ),
		) + ( self::place( $callback ) ?? array() );
	}

	/**
	 * @param mixed $callback Any callable.
	 * @return array{file: string, line: int}|null Where it is defined; null for what PHP itself brings.
	 */
	private static function place( mixed $callback ): ?array {
		if ( ! is_callable( $callback ) ) {
			return null;
		}
		$closure    = \Closure::fromCallable( $callback );
		$reflection = new \ReflectionFunction( $closure );
		return false === $reflection->getFileName() ? null : array(
			'file' => $reflection->getFileName(),
			'line' => (int) $reflection->getStartLine(),
		);
	}
}
