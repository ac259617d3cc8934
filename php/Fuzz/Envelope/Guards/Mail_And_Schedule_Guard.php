<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Guards;

use WP_Codebox\Fuzz\Envelope\Hooked_Guard;
use WP_Codebox\Fuzz\Run\Frames;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Sends no mail but says that it did, and notes what a case schedules; the rollback takes the schedule back.
 */
final class Mail_And_Schedule_Guard implements Hooked_Guard {

	private const KEPT_MESSAGE = 4096;

	private ?Observation $observation = null;

	public function hooks(): array {
		return array(
			'pre_wp_mail'    => array( 'mail', 2 ),
			'schedule_event' => array( 'schedule', 1 ),
		);
	}

	public function open( Fuzz_Case $fuzz_case, Observation $observation ): void {
		$this->observation = $observation;
	}

	/**
	 * @param mixed $result Ignored: whatever another filter decided, it is noted.
	 * @param array $mail   Arguments of wp_mail().
	 */
	public function mail( mixed $result, array $mail ): mixed {
		if ( null === $this->observation ) {
			return $result;
		}
		$this->observation->record(
			'mail',
			array(
				'to'      => (array) ( $mail['to'] ?? array() ),
				'subject' => (string) ( $mail['subject'] ?? '' ),
				'headers' => (array) ( $mail['headers'] ?? array() ),
				'message' => substr( (string) ( $mail['message'] ?? '' ), 0, self::KEPT_MESSAGE ),
			),
			Frames::here()
		);
		return false !== $result;
	}

	/** @param mixed $event The event, or false when another filter refused it. */
	public function schedule( mixed $event ): mixed {
		if ( is_object( $event ) ) {
			$this->observation?->record(
				'scheduled_event',
				array(
					'hook'     => (string) ( $event->hook ?? '' ),
					'schedule' => (string) ( $event->schedule ?? '' ),
					'args'     => (array) ( $event->args ?? array() ),
				),
				Frames::here()
			);
		}
		return $event;
	}

	public function close(): void {
		$this->observation = null;
	}
}
