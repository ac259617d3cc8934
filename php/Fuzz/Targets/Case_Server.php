<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Targets;

use WP_REST_Server;

/**
 * A copy of the site's REST server that remembers its routes.
 *
 * Core reads, filters and normalizes every route of a namespace anew for each dispatch, for the Allow header and for each
 * link of an answer, which is a quarter of a dispatch. Routes do not change while nobody registers one, so its clones share
 * one memory. Whatever could make them differ asks core again: another set of endpoints, or a callback on `rest_endpoints`.
 */
final class Case_Server extends WP_REST_Server {

	/** @var array<string, array> What the memory holds true for; the same array in memory as long as nobody registers a route. */
	private readonly array $remembered;

	/** @var \ArrayObject<string, array> Routes by namespace; one object for all clones. */
	private readonly \ArrayObject $routes;

	/**
	 * @param WP_REST_Server $source Built, with its routes; stays as it is.
	 */
	private function __construct( private readonly WP_REST_Server $source ) { // phpcs:ignore Generic.CodeAnalysis.UselessOverridingMethod -- The parent's constructor would register its own endpoints.
		foreach ( get_object_vars( $source ) as $name => $value ) {
			$this->$name = $value;
		}
		$this->remembered = $this->endpoints;
		/** @var \ArrayObject<string, array> $routes */
		$routes       = new \ArrayObject();
		$this->routes = $routes;
		// Sets the options of every route, which the clones take over.
		$this->get_routes();
	}

	/**
	 * @param WP_REST_Server $source Built, with its routes.
	 * @return WP_REST_Server The same to a case; a plain clone where a site has a server class of its own.
	 */
	public static function of( WP_REST_Server $source ): WP_REST_Server {
		return WP_REST_Server::class === $source::class ? new self( $source ) : clone $source;
	}

	/** Whether a server still has the routes that this one was made from. */
	public function is_of( WP_REST_Server $source ): bool {
		return $source === $this->source && $source->endpoints === $this->remembered;
	}

	/** @inheritDoc */
	public function get_routes( $route_namespace = '' ) {
		if ( $this->endpoints !== $this->remembered || has_filter( 'rest_endpoints' ) || has_filter( 'all' ) ) {
			return parent::get_routes( $route_namespace );
		}
		return $this->routes[ $route_namespace ] ??= parent::get_routes( $route_namespace );
	}
}
