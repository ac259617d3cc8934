<?php

declare( strict_types=1 );

namespace WP_Codebox\Runs;

use WP_Codebox\Services;

/**
 * The services of this area and how they are put together.
 */
final class Run_Services {

	/**
	 * @param Services $services Composition root.
	 */
	public function __construct( private readonly Services $services ) {}

	public function registry(): Run_Registry {
		return $this->services->once( Run_Registry::class, fn(): Run_Registry => new Run_Registry( $this->tables(), $this->queue(), $this->kinds(), $this->schedule() ) );
	}

	public function worker(): Run_Worker {
		return $this->services->once( Run_Worker::class, fn(): Run_Worker => new Run_Worker( $this->registry(), $this->queue(), $this->kinds() ) );
	}

	public function queue(): Run_Queue {
		global $wpdb;
		return $this->services->once( Run_Queue::class, fn(): Run_Queue => new Run_Queue( $wpdb, $this->tables() ) );
	}

	public function tables(): Run_Tables {
		global $wpdb;
		return $this->services->once( Run_Tables::class, static fn(): Run_Tables => new Run_Tables( $wpdb ) );
	}

	public function schedule(): Run_Schedule {
		return $this->services->once( Run_Schedule::class, static fn(): Run_Schedule => new Run_Schedule() );
	}

	private function kinds(): Run_Kinds {
		return $this->services->once( Run_Kinds::class, fn(): Run_Kinds => new Run_Kinds( $this->services ) );
	}
}
