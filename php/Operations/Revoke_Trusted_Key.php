<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Services;
use WP_Codebox\Trust\Trusted_Keys;
use WP_Error;

/**
 * Ends a key.
 */
final class Revoke_Trusted_Key implements Operation {

	private function __construct( private readonly Trusted_Keys $keys ) {}

	public static function create( Services $services ): self {
		return new self( $services->trust()->keys() );
	}

	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		$key = $this->keys->revoke( $input['key_id'] );
		return is_wp_error( $key ) ? $key : array(
			'schema'  => 'wp-codebox/trusted-key/v1',
			'success' => true,
			'key'     => $key->shown(),
		);
	}
}
