<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Browser\Contained_Sites;
use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Services;
use WP_Error;

/**
 * Hands out the boot configuration of a contained site.
 */
final class Preview_Boot_Ref implements Operation {

	/**
	 * @param Contained_Sites $sites The sites.
	 */
	public function __construct( private readonly Contained_Sites $sites ) {}

	/**
	 * @param Services $services Composition root.
	 */
	public static function create( Services $services ): self {
		return new self( $services->browser()->contained_sites() );
	}

	/**
	 * @param array      $input      What names a site.
	 * @param Invocation $invocation Who calls.
	 * @return array|WP_Error preview-boot-ref/v1.
	 */
	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		unset( $invocation );
		$opened = $this->sites->open( $input );
		return is_wp_error( $opened ) ? $opened : array(
			'schema' => Contracts::get( 'browser' )['schemas']['PREVIEW_BOOT_REF_SCHEMA'],
			'status' => $opened['success'] ? 'ready' : 'unavailable',
		) + array_intersect_key( $opened, array_flip( array( 'success', 'preview_boot', 'contained_site', 'error' ) ) );
	}
}
