<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation;

/**
 * Concrete paths that a route's own regular expression matches.
 */
final class Path_Generator {

	private const TRIES = 40;

	private readonly ?Regex $regex;

	/**
	 * @param string $route Route as registered, e.g. `/wp/v2/posts/(?P<id>[\d]+)`.
	 */
	public function __construct( private readonly string $route ) {
		$this->regex = Regex::parse( $route );
	}

	/**
	 * @return array<string, string> Path parameter → its pattern.
	 */
	public function parameters(): array {
		return null === $this->regex ? array() : $this->regex->groups();
	}

	/**
	 * @param string $parameter Name of a path parameter.
	 * @param mixed  $value     Any value.
	 * @return bool Whether the value can stand in the path.
	 */
	public function fits( string $parameter, mixed $value ): bool {
		$pattern = $this->parameters()[ $parameter ] ?? null;
		return null !== $pattern && ( is_string( $value ) || is_int( $value ) ) && self::matches( $pattern, (string) $value );
	}

	/**
	 * @param array<string, string|int> $values Path parameter → value that fits().
	 * @param Seeded_Random             $random Makes what is not given.
	 * @return string|null A path that the route matches with these values; null when none was found.
	 */
	public function path( array $values, Seeded_Random $random ): ?string {
		$given = array_map( 'strval', $values );
		for ( $try = 0; null !== $this->regex && $try < self::TRIES; $try++ ) {
			$path = $this->regex->sample( $random, $given );
			if ( self::matches( $this->route, $path ) ) {
				return $path;
			}
		}
		return null;
	}

	private static function matches( string $pattern, string $text ): bool {
		// The delimiter and flag that WP_REST_Server::match_request_to_handler() uses.
		return 1 === @preg_match( '@^' . $pattern . '$@i', $text ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- a route that PCRE refuses matches nothing, in WordPress too.
	}
}
