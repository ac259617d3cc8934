<?php

declare( strict_types=1 );

namespace WP_Codebox\Task;

/**
 * The services of this area and how they are put together.
 */
final class Task_Services {

	/**
	 * @param list<Runtime_Task_Provider> $providers Providers of this plugin.
	 */
	public function __construct( private readonly array $providers = array() ) {}

	/** Runs tasks on targets; a provider of our own joins the list here. */
	public function runtime_tasks(): Runtime_Task_Runner {
		return new Runtime_Task_Runner( new Runtime_Task_Providers( $this->providers ) );
	}
}
