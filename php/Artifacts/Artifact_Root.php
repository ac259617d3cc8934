<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

/**
 * Says where a store is.
 */
interface Artifact_Root {

	/**
	 * @param bool $for_writing Whether something is going to be written.
	 * @return string|null Directory without a slash at its end; null when nothing was stored yet and nothing is going to be.
	 * @throws Artifact_Error When the place is gone, read-only or served by the web server.
	 */
	public function path( bool $for_writing ): ?string;
}
