<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Services;
use WP_Codebox\Trust\Trusted_Keys;
use WP_Error;

/**
 * Makes a key; its secret leaves here and is kept nowhere in the clear.
 */
final class Create_Trusted_Key implements Operation {

	private function __construct( private readonly Trusted_Keys $keys ) {}

	public static function create( Services $services ): self {
		return new self( $services->trust()->keys() );
	}

	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		$made = $this->keys->create( $input['user_id'], $input['scopes'] ?? Contracts::get( 'trust' )['defaultScopes'], $input['label'] ?? '' );
		return is_wp_error( $made ) ? $made : array(
			'schema'  => 'wp-codebox/trusted-key/v1',
			'success' => true,
			'key'     => $made[0]->shown(),
			'secret'  => $made[1],
		);
	}
}
