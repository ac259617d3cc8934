<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Readiness;

/**
 * Runs each scheduled event of the code under test once, due or not, and leaves the schedule as it is.
 */
final class Cron_Events {

	/**
	 * @param Hook_Callbacks $callbacks Callbacks of the code under test.
	 * @param Calm           $calm      Runs them.
	 */
	public function __construct(
		private readonly Hook_Callbacks $callbacks,
		private readonly Calm $calm
	) {}

	/**
	 * @return list<array{step: string, callback: string, stopped: string|null}> What was called, and what stopped it.
	 */
	public function run(): array {
		$records = array();
		foreach ( $this->events() as $hook => $arguments ) {
			foreach ( $this->callbacks->of( (string) $hook ) as $callback ) {
				$records[] = array(
					'step'     => "cron $hook",
					'callback' => $callback['name'],
					'stopped'  => $this->calm->run( static fn() => call_user_func_array( $callback['call'], array_slice( $arguments, 0, $callback['arguments'] ) ) ),
				);
			}
		}
		return $records;
	}

	/**
	 * @return array<string, list<mixed>> Hook → arguments of its first event.
	 */
	private function events(): array {
		$events = array();
		foreach ( array_filter( _get_cron_array(), 'is_array' ) as $hooks ) {
			foreach ( $hooks as $hook => $schedules ) {
				$events[ $hook ] ??= array_values( (array) ( reset( $schedules )['args'] ?? array() ) );
			}
		}
		ksort( $events, SORT_STRING );
		return $events;
	}
}
