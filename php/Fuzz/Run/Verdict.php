<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

/**
 * What became of a case, before the oracles speak. Immutable.
 */
final class Verdict {

	public const ACCEPTED     = 'accepted';
	public const REJECTED     = 'rejected';
	public const CLIENT_ERROR = 'client-error';
	public const SERVER_ERROR = 'server-error';
	public const CRASHED      = 'crashed';
	public const TIMED_OUT    = 'timed-out';
	public const INVALID      = 'invalid';
	public const UNREACHABLE  = 'unreachable';
	public const SKIPPED      = 'skipped';

	/**
	 * @param string      $status      See Status_Rule.
	 * @param string      $outcome     One of the constants.
	 * @param list<array> $diagnostics {severity, code, message, metadata}.
	 */
	public function __construct(
		public readonly string $status,
		public readonly string $outcome,
		public readonly array $diagnostics = array()
	) {}
}
