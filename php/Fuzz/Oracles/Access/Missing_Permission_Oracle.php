<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Access;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Role_Capability;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A route registered without a permission callback.
 */
final class Missing_Permission_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'access.missing-permission';
	protected const SEVERITY    = Finding::LOW;
	protected const EXPLANATION = 'The route has no permission_callback: WordPress treats it as public and complains. Medium where its methods change state. A route that says __return_true says so on purpose and is judged by what it does.';

	/** The indexes that the server answers itself were never registered. */
	private const SERVER = '/wp-includes/rest-api/class-wp-rest-server.php';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( 'missing' === $context->permission_mode() && in_array( $fuzz_case->role, array( null, Role_Capability::ANONYMOUS ), true ) && ! str_ends_with( (string) ( $context->endpoint['callback']['file'] ?? '' ), self::SERVER ) ) {
			yield $this->finding( 'The route has no permission_callback: it is public.', 'missing', array(), array(), false, $fuzz_case->is_mutating() ? Finding::MEDIUM : null );
		}
	}
}
