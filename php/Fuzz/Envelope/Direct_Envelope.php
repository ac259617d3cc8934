<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope;

use WP_Codebox\Fuzz\Run\Frames;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * An envelope for cases that only read: it switches the user, mirrors the request in the superglobals,
 * captures output and PHP errors, and keeps HTTP and mail inside. It rolls nothing back.
 */
final class Direct_Envelope implements Case_Envelope {

	private const OUTPUT_LIMIT = 65536;
	private const ERROR_LIMIT  = 100;

	/**
	 * @param Role_Users $users Whom a role stands for.
	 */
	public function __construct( private readonly Role_Users $users ) {}

	public function run( Fuzz_Case $fuzz_case, \Closure $body ): Observation {
		$observation = new Observation();
		$user        = $this->users->user_for( $fuzz_case->role );
		if ( null === $user ) {
			$observation->ended       = Observation::SKIPPED;
			$observation->skip_reason = 'wp_codebox_fuzz_role_unavailable';
			return $observation;
		}
		$caller  = get_current_user_id();
		$restore = Request_Mirror::put_on( $fuzz_case );
		$level   = ob_get_level();
		ob_start();
		$this->listen( $observation );
		if ( $user !== $caller ) {
			wp_set_current_user( $user );
		}
		$observation->user_before = $user;
		$queries                  = $GLOBALS['wpdb']->num_queries;
		$memory                   = memory_get_peak_usage();
		$start                    = hrtime( true );
		try {
			$body( $observation );
		} catch ( \Throwable $thrown ) {
			$observation->ended     = Observation::THREW;
			$observation->throwable = array(
				'class'   => get_class( $thrown ),
				'message' => $thrown->getMessage(),
				'frames'  => Frames::of_throwable( $thrown ),
			);
		}
		$observation->nanoseconds = hrtime( true ) - $start;
		$observation->memory      = memory_get_peak_usage() - $memory;
		$observation->query_count = $GLOBALS['wpdb']->num_queries - $queries;
		$observation->user_after  = get_current_user_id();
		$this->stop_listening();
		$this->take_output( $observation, $level );
		if ( $observation->user_after !== $caller ) {
			wp_set_current_user( $caller );
		}
		$restore();
		return $observation;
	}

	private ?\Closure $block_http = null;
	private ?\Closure $block_mail = null;
	private ?\Closure $note_wrong = null;
	private int $reporting         = E_ALL;

	private function listen( Observation $observation ): void {
		$this->block_http = static function ( $answer, array $args, string $url ) use ( $observation ) {
			$observation->record( 'http', array(
'method'  => (string) ( $args['method'] ?? 'GET' ),
'url'     => $url,
'blocked' => true,
), Frames::here() );
			return new \WP_Error( 'http_request_not_executed', 'WP Codebox lets no request out while a fuzz case runs.' );
		};
		$this->block_mail = static function ( $answer, array $mail ) use ( $observation ): bool {
			$observation->record( 'mail', array(
'to'      => implode( ', ', (array) ( $mail['to'] ?? array() ) ),
'subject' => (string) ( $mail['subject'] ?? '' ),
'blocked' => true,
), Frames::here() );
			return true;
		};
		$this->note_wrong = static function ( string $called, string $message ) use ( $observation ): void {
			if ( count( $observation->php_errors ) < self::ERROR_LIMIT ) {
				$observation->php_errors[] = array(
					'severity' => 'doing_it_wrong',
					'message'  => $called . ': ' . wp_strip_all_tags( $message ),
					'frames'   => self::from_call_of( '_doing_it_wrong', Frames::here() ),
				);
			}
		};
		add_filter( 'pre_http_request', $this->block_http, PHP_INT_MAX, 3 );
		add_filter( 'pre_wp_mail', $this->block_mail, PHP_INT_MAX, 2 );
		add_action( 'doing_it_wrong_run', $this->note_wrong, PHP_INT_MAX, 2 );
		add_filter( 'doing_it_wrong_trigger_error', '__return_false', PHP_INT_MAX );
		// A site that hides notices still has them.
		$this->reporting = error_reporting( E_ALL ); // phpcs:ignore WordPress.PHP
		set_error_handler( // phpcs:ignore WordPress.PHP.DevelopmentFunctions -- Recording is its purpose.
			static function ( int $level, string $message, string $file, int $line ) use ( $observation ): bool {
				if ( 0 !== ( error_reporting() & $level ) && count( $observation->php_errors ) < self::ERROR_LIMIT ) { // phpcs:ignore WordPress.PHP
					$observation->php_errors[] = array(
						'severity' => self::severity( $level ),
						'message'  => $message,
						'frames'   => Frames::from_trace( array(
array(
'file' => $file,
'line' => $line,
),
...array_slice( debug_backtrace( DEBUG_BACKTRACE_IGNORE_ARGS, 45 ), 1 ),
) ), // phpcs:ignore WordPress.PHP.DevelopmentFunctions
					);
				}
				return true;
			}
		);
	}

	private function stop_listening(): void {
		restore_error_handler();
		error_reporting( $this->reporting ); // phpcs:ignore WordPress.PHP
		remove_filter( 'pre_http_request', $this->block_http, PHP_INT_MAX );
		remove_filter( 'pre_wp_mail', $this->block_mail, PHP_INT_MAX );
		remove_action( 'doing_it_wrong_run', $this->note_wrong, PHP_INT_MAX );
		remove_filter( 'doing_it_wrong_trigger_error', '__return_false', PHP_INT_MAX );
	}

	private function take_output( Observation $observation, int $level ): void {
		while ( ob_get_level() > $level ) {
			$observation->output = ob_get_clean() . $observation->output;
		}
		$observation->output = substr( $observation->output, 0, self::OUTPUT_LIMIT );
	}

	/**
	 * @param string      $name   Function whose caller matters.
	 * @param list<array> $frames Innermost first.
	 * @return list<array> Frames from its call on.
	 */
	private static function from_call_of( string $name, array $frames ): array {
		$at = array_search( $name, array_column( $frames, 'function' ), true );
		return false === $at ? $frames : array_slice( $frames, $at );
	}

	private static function severity( int $level ): string {
		return match ( $level ) {
			E_WARNING         => 'warning',
			E_NOTICE          => 'notice',
			E_DEPRECATED      => 'deprecated',
			E_USER_ERROR      => 'user_error',
			E_USER_WARNING    => 'user_warning',
			E_USER_NOTICE     => 'user_notice',
			E_USER_DEPRECATED => 'user_deprecated',
			default           => 'error',
		};
	}
}
