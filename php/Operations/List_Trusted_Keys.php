<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Services;
use WP_Codebox\Trust\Trusted_Key;
use WP_Codebox\Trust\Trusted_Keys;
use WP_Error;

/**
 * The keys without their secrets.
 */
final class List_Trusted_Keys implements Operation {

	private function __construct( private readonly Trusted_Keys $keys ) {}

	public static function create( Services $services ): self {
		return new self( $services->trust()->keys() );
	}

	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		return array(
			'schema'  => 'wp-codebox/trusted-key-list/v1',
			'success' => true,
			'keys'    => array_values( array_map( static fn( Trusted_Key $key ): array => $key->shown(), $this->keys->all() ) ),
		);
	}
}
