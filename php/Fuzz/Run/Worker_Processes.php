<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

/**
 * Starts worker processes: children of this one, or, in WebAssembly, processes of its host.
 */
final class Worker_Processes {

	/** Whether there can be any: at a command line, where PHP can start them or its host does. */
	public static function are_possible(): bool {
		return 'cli' === PHP_SAPI && ( self::are_hosted() || ( function_exists( 'proc_open' ) && 'Windows' !== PHP_OS_FAMILY && ! Platform::is_wasm() ) );
	}

	/** Whether the host runs them: each is a PHP to be compiled anew, and the database knows no locks between them. */
	public static function are_hosted(): bool {
		return Platform::is_wasm() && '' !== Hosted_Process::folder();
	}

	/**
	 * @param list<string> $command Program and arguments; nothing goes through a shell. See Worker_Command.
	 * @throws \RuntimeException When no process can be started here.
	 */
	public static function open( array $command ): Worker_Process {
		return self::are_hosted() ? new Hosted_Process( $command ) : new Piped_Process( $command );
	}
}
