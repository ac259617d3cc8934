<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

/**
 * What PHP runs on.
 */
final class Platform {

	/** Whether this is WebAssembly: no child processes, and no locks between what its host runs. PHP_OS says Linux there. */
	public static function is_wasm(): bool {
		return 'Emscripten' === php_uname( 's' );
	}
}
