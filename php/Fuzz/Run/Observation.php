<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

/**
 * What was seen while one case ran. The envelope and the target write it, oracles read it.
 */
final class Observation {

	public const RETURNED = 'returned';
	public const THREW    = 'threw';
	public const EXITED   = 'exited';
	public const FATAL    = 'fatal';
	public const TIMEOUT  = 'timeout';
	public const MEMORY   = 'memory';
	/** The case did not run; see $skip_reason. */
	public const SKIPPED = 'skipped';

	/** The case cannot be run as it is written; see $error_code and $error_message. */
	public const INVALID = 'invalid';
	/** No answer came; see $error_message. */
	public const UNREACHABLE = 'unreachable';

	/** One of the constants. */
	public string $ended = self::RETURNED;

	/** A documented skip code, when $ended is SKIPPED. */
	public ?string $skip_reason = null;

	/** HTTP status of a REST or HTTP answer; null for what has none. */
	public ?int $status = null;

	/** @var array<string, string> Answer headers, names in lower case. */
	public array $headers = array();

	/** Decoded answer: REST data as a client would get it, or what an ability returned. */
	public mixed $data = null;

	/** Error code when the answer is a WP_Error or a REST error. */
	public ?string $error_code = null;

	/** What $error_code means, for a person. */
	public ?string $error_message = null;

	/** Route pattern that the REST server matched, such as `/wp/v2/posts/(?P<id>[\d]+)`. */
	public ?string $route = null;

	/** @var list<array{phase: string, command: string, status: string, observation: self}> What the steps of a case in phases did. */
	public array $steps = array();

	/** What threw, when $ended is THREW or FATAL: {class, message, frames}. */
	public ?array $throwable = null;

	/** @var list<array{severity: string, message: string, frames: list<array>}> severity: warning, notice, deprecated, user_*, doing_it_wrong, error. */
	public array $php_errors = array();

	/** @var list<array{sql: string, verb: string, table: string, rows: int, insert_id: int, error: string, seconds: float, frames: list<array>}> verb in capitals: SELECT, INSERT, … */
	public array $queries = array();

	/** Number of queries, also of those beyond the bound of $queries. */
	public int $query_count = 0;

	/**
	 * What else happened, in order. `type` is one of http, mail, cron_spawn, loopback, redirect, cookie, file_read,
	 * file_write, file_delete, upload, exec, include, unserialize, statement_refused, rollback_failed, user_changed, user_switched,
	 * session_token, scheduled_event, header, shutdown_registered, globals_changed, hooks_removed, cwd_changed, ob_changed.
	 *
	 * @var list<array{type: string, data: array<string, mixed>, frames: list<array>}>
	 */
	public array $events = array();

	/** Bytes printed before, while or after the callback ran; bounded. */
	public string $output = '';

	/** Wall time in nanoseconds, hrtime(). */
	public int $nanoseconds = 0;

	/** Growth of peak memory in bytes. */
	public int $memory = 0;

	/** User id before and after the callback. */
	public int $user_before = 0;
	public int $user_after  = 0;

	/** @var array<string, mixed>|null Parameters as the callback saw them, after WordPress's coercion; null when the target has none. */
	public ?array $params = null;

	/** Where in $queries the same call once more begins, in the same envelope; null unless the target claims to be idempotent. */
	public ?int $repeated_at = null;

	/** Whether a read that inserted rows wrote to their tables again when it was made once more, in the same envelope; null where it was not tried. */
	public ?bool $writes_again = null;

	/**
	 * @return list<array> The queries that change rows.
	 */
	public function writes(): array {
		return array() === $this->queries ? array() : array_values( array_filter( $this->queries, static fn( array $query ): bool => in_array( $query['verb'], array( 'INSERT', 'UPDATE', 'DELETE', 'REPLACE' ), true ) ) );
	}

	/**
	 * @param string ...$types Event types.
	 * @return list<array> The events of these types.
	 */
	public function events_of( string ...$types ): array {
		return array() === $this->events ? array() : array_values( array_filter( $this->events, static fn( array $event ): bool => in_array( $event['type'], $types, true ) ) );
	}

	/**
	 * @param string               $type   See $events.
	 * @param array<string, mixed> $data   JSON values.
	 * @param list<array>          $frames Where it came from, see Frames::here().
	 */
	public function record( string $type, array $data, array $frames = array() ): void {
		$this->events[] = array(
			'type'   => $type,
			'data'   => $data,
			'frames' => $frames,
		);
	}

	/**
	 * @param bool $is_redacted Whether secrets are taken out; only for a pipe between processes of ours they are not.
	 * @return array<string, mixed> JSON values, bounded; from_array() makes an equal observation of it.
	 */
	public function to_array( bool $is_redacted = true ): array {
		$data = get_object_vars( $this );
		foreach ( $data['steps'] as $index => $step ) {
			$data['steps'][ $index ]['observation'] = $step['observation']->to_array( $is_redacted );
		}
		return Json_Values::of( $data, $is_redacted );
	}

	/**
	 * @param array<string, mixed> $data As to_array() gives it, through JSON or not; unknown names are left out.
	 */
	public static function from_array( array $data ): self {
		$observation = new self();
		foreach ( $data['steps'] ?? array() as $index => $step ) {
			$data['steps'][ $index ]['observation'] = self::from_array( $step['observation'] );
		}
		foreach ( array_intersect_key( $data, get_object_vars( $observation ) ) as $name => $value ) {
			$observation->{$name} = $value;
		}
		return $observation;
	}
}
