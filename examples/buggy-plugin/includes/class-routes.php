<?php

declare( strict_types=1 );

namespace Buggy_Workshops;

/**
 * Routes of one area in one namespace.
 */
abstract class Routes {

	public function __construct( protected readonly string $name_space ) {}

	abstract public function register(): void;

	/**
	 * @param string        $path       Pattern below the namespace.
	 * @param string        $methods    HTTP methods.
	 * @param callable      $callback   Answers.
	 * @param callable|null $permission Null: none at all.
	 * @param array         $args       Declared arguments.
	 * @param array|null    $schema     Public schema of the answer.
	 */
	protected function route( string $path, string $methods, callable $callback, ?callable $permission, array $args = array(), ?array $schema = null ): void {
		$endpoint = array(
			'methods'  => $methods,
			'callback' => $callback,
			'args'     => $args,
		);
		if ( null !== $permission ) {
			$endpoint['permission_callback'] = $permission;
		}
		$route = array( $endpoint );
		if ( null !== $schema ) {
			$route['schema'] = static fn(): array => $schema;
		}
		register_rest_route( $this->name_space, $path, $route );
	}

	/**
	 * @param string $type More of the schema follows in $more.
	 * @param bool   $required Whether it has to be sent.
	 * @param array  $more     Further keywords.
	 */
	protected static function arg( string $type, bool $required = false, array $more = array() ): array {
		return array(
			'type'     => $type,
			'required' => $required,
		) + $more;
	}
}
