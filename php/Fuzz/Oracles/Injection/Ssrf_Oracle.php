<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Injection;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Input_Values;
use WP_Codebox\Fuzz\Oracles\Reading\Role_Capability;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A request to an address that the caller chose.
 */
final class Ssrf_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'injection.ssrf';
	protected const SIGNALS     = Signals::EVENTS;
	protected const SEVERITY    = Finding::HIGH;
	protected const EXPLANATION = 'The site sent a request to a host that came from the input (server-side request forgery). Medium where the code asked WordPress to refuse private addresses, and silent for that when the caller may edit posts, as core\'s own oEmbed and URL details do. A caller who may edit plugins sends what he likes anyway.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( Role_Capability::owns_the_code( $fuzz_case->role ) ) {
			return;
		}
		$hosts = $this->hosts( Input_Values::of( $fuzz_case ) );
		foreach ( $observation->events_of( 'http' ) as $event ) {
			$url  = (string) ( $event['data']['url'] ?? '' );
			$host = strtolower( (string) wp_parse_url( $url, PHP_URL_HOST ) );
			if ( '' === $host || $host === $context->site?->host || ! ( isset( $hosts[ $host ] ) || Input_Values::of( $fuzz_case )->marks( $host ) ) ) {
				continue;
			}
			$is_guarded = true === ( $event['data']['safe'] ?? false );
			if ( $is_guarded && Role_Capability::has( $fuzz_case->role, 'edit_posts' ) ) {
				continue;
			}
			yield $this->finding( 'The site fetches an address that the caller chose.', $is_guarded ? 'public addresses' : 'any address', array( 'url' => mb_strcut( $url, 0, 300 ) ), $event['frames'], true, $is_guarded ? Finding::MEDIUM : null );
		}
	}

	/**
	 * @return array<string, true> Hosts of the addresses in the input.
	 */
	private function hosts( Input_Values $values ): array {
		$hosts = array();
		foreach ( $values->strings as $value ) {
			$host = str_contains( $value, '//' ) ? strtolower( (string) wp_parse_url( trim( $value ), PHP_URL_HOST ) ) : '';
			if ( '' !== $host ) {
				$hosts[ $host ] = true;
			}
		}
		return $hosts;
	}
}
