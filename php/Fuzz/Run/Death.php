<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

/**
 * How the process came to its end under a case, as far as PHP knows in a shutdown function.
 */
final class Death {

	private const FATAL = array( E_ERROR, E_PARSE, E_CORE_ERROR, E_COMPILE_ERROR, E_USER_ERROR, E_RECOVERABLE_ERROR );

	/**
	 * @param string     $ended     One of the constants of Observation.
	 * @param array|null $throwable {class, message, frames}, as Observation has it.
	 */
	private function __construct( public readonly string $ended, public readonly ?array $throwable ) {}

	/** Read from error_get_last(); whoever watches clears it before a case. */
	public static function of_last_error(): self {
		$error = error_get_last();
		if ( null === $error || ! in_array( $error['type'], self::FATAL, true ) ) {
			return new self( Observation::EXITED, self::throwable( 'exit', 'The case ended the process.' ) );
		}
		$ended = match ( true ) {
			str_contains( $error['message'], 'Allowed memory size' ), str_contains( $error['message'], 'Out of memory' ) => Observation::MEMORY,
			str_contains( $error['message'], 'Maximum execution time' ) => Observation::TIMEOUT,
			default => Observation::FATAL,
		};
		return new self( $ended, self::throwable( 'fatal', $error['message'], $error['file'], $error['line'] ) );
	}

	/** For a case of which nothing else is known. */
	public function observation(): Observation {
		$observation            = new Observation();
		$observation->ended     = $this->ended;
		$observation->throwable = $this->throwable;
		return $observation;
	}

	private static function throwable( string $what, string $message, string $file = '', int $line = 0 ): array {
		$frames = '' === $file ? array() : Frames::from_trace(
			array(
				array(
					'file' => $file,
					'line' => $line,
				),
			)
		);
		return array(
			'class'   => $what,
			'message' => $message,
			'frames'  => $frames,
		);
	}
}
