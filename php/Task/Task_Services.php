<?php

declare( strict_types=1 );

namespace WP_Codebox\Task;

use WP_Codebox\Browser\Browser_Task_Provider;
use WP_Codebox\Services;

/**
 * The services of this area and how they are put together.
 */
final class Task_Services {

	/**
	 * @param Services $services Composition root.
	 */
	public function __construct( private readonly Services $services ) {}

	/** Runs tasks on targets; a provider of our own joins the list here. */
	public function runtime_tasks(): Runtime_Task_Runner {
		return new Runtime_Task_Runner( new Runtime_Task_Providers( array( Browser_Task_Provider::create( $this->services ) ) ) );
	}
}
