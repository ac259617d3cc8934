<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Guards;

use WP_Codebox\Fuzz\Envelope\Case_Ended;
use WP_Codebox\Fuzz\Envelope\Hooked_Guard;
use WP_Codebox\Fuzz\Run\Frames;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Records PHP errors and WordPress's own notices with their frames, and removes handlers that a case left. The site's own
 * log, such as wp-content/debug.log, gets nothing of them.
 *
 * What `@` silences, or the code takes out of error_reporting(), is not recorded.
 */
final class Php_Error_Guard implements Hooked_Guard {

	private const KEPT         = 200;
	private const KEPT_MESSAGE = 2000;
	private const SEVERITIES   = array(
		E_WARNING           => 'warning',
		E_NOTICE            => 'notice',
		E_DEPRECATED        => 'deprecated',
		E_USER_ERROR        => 'user_error',
		E_USER_WARNING      => 'user_warning',
		E_USER_NOTICE       => 'user_notice',
		E_USER_DEPRECATED   => 'user_deprecated',
		E_RECOVERABLE_ERROR => 'error',
	);

	/** Actions that WordPress fires for its notices, and the severity that they get. */
	private const NOTICES = array(
		'deprecated_function_run'    => 'deprecated',
		'deprecated_class_run'       => 'deprecated',
		'deprecated_constructor_run' => 'deprecated',
		'deprecated_file_included'   => 'deprecated',
		'deprecated_argument_run'    => 'deprecated',
		'deprecated_hook_run'        => 'deprecated',
		'doing_it_wrong_run'         => 'doing_it_wrong',
	);
	private const TRIGGERS = array( 'deprecated_function_trigger_error', 'deprecated_class_trigger_error', 'deprecated_constructor_trigger_error', 'deprecated_file_trigger_error', 'deprecated_argument_trigger_error', 'deprecated_hook_trigger_error', 'doing_it_wrong_trigger_error' );

	private ?Observation $observation = null;
	private ?\Closure $on_error       = null;
	private ?\Closure $on_exception   = null;

	public function hooks(): array {
		return array_fill_keys( array_keys( self::NOTICES ), array( 'notice', 3 ) ) + array_fill_keys( self::TRIGGERS, array( 'triggers', 1 ) );
	}

	public function open( Fuzz_Case $fuzz_case, Observation $observation ): void {
		$this->observation  = $observation;
		$this->on_error     = $this->error( ... );
		$this->on_exception = static function (): void {};
		error_reporting( E_ALL ); // phpcs:ignore WordPress.PHP -- What the site hides is still a defect; Process_Guard puts the setting back.
		ini_set( 'error_log', '/dev/null' ); // phpcs:ignore WordPress.PHP.IniSet -- Also wpdb logs there; Process_Guard puts the setting back.
		set_error_handler( $this->on_error ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions
		set_exception_handler( $this->on_exception );
	}

	/**
	 * @param mixed $what    The function, class, hook or file.
	 * @param mixed $message For doing_it_wrong the message, else the replacement.
	 * @param mixed $more    For arguments and hooks the version or message.
	 */
	public function notice( mixed $what, mixed $message = '', mixed $more = '' ): void {
		$text = implode( ' ', array_filter( array( $what, $message, $more ), static fn( mixed $part ): bool => is_scalar( $part ) && '' !== (string) $part ) );
		$this->keep( self::NOTICES[ (string) current_action() ] ?? 'deprecated', $text );
	}

	/** Recorded above; as a PHP error they would be recorded twice. */
	public function triggers( mixed $does_trigger ): mixed {
		return null === $this->observation ? $does_trigger : false;
	}

	public function close(): void {
		$this->remove( 'set_error_handler', 'restore_error_handler', $this->on_error );
		$this->remove( 'set_exception_handler', 'restore_exception_handler', $this->on_exception );
		$this->observation = null;
	}

	/** @throws Case_Ended Where PHP itself would stop. */
	private function error( int $level, string $message ): bool {
		if ( 0 !== ( error_reporting() & $level ) ) { // phpcs:ignore WordPress.PHP
			$this->keep( self::SEVERITIES[ $level ] ?? 'error', $message );
		}
		if ( E_USER_ERROR === $level || E_RECOVERABLE_ERROR === $level ) {
			throw new Case_Ended( Observation::FATAL, $message );
		}
		return true;
	}

	private function keep( string $severity, string $message ): void {
		if ( null !== $this->observation && count( $this->observation->php_errors ) < self::KEPT ) {
			$this->observation->php_errors[] = array(
				'severity' => $severity,
				'message'  => substr( wp_strip_all_tags( $message ), 0, self::KEPT_MESSAGE ),
				'frames'   => Frames::here(),
			);
		}
	}

	/**
	 * Handlers are a stack: takes ours off and all that lie on it.
	 *
	 * @param callable $set     Sets a handler and returns the one before.
	 * @param callable $restore Takes the top one off.
	 * @param mixed    $ours    Where to stop.
	 */
	private function remove( callable $set, callable $restore, mixed $ours ): void {
		for ( $depth = 0; $depth < 100; $depth++ ) {
			$top = $set( null );
			$restore();
			if ( null === $top ) {
				return;
			}
			$restore();
			if ( $top === $ours ) {
				return;
			}
		}
	}
}
