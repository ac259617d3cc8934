<?php

declare( strict_types=1 );

namespace WP_Codebox;

use WP_Codebox\Fuzz\Envelope\Direct_Envelope;
use WP_Codebox\Fuzz\Envelope\Role_Users;
use WP_Codebox\Fuzz\Findings\Code_Under_Test;
use WP_Codebox\Fuzz\Findings\Findings_Collector;
use WP_Codebox\Fuzz\Findings\Live_Contexts;
use WP_Codebox\Fuzz\Run\Admission;
use WP_Codebox\Fuzz\Run\Case_Judge;
use WP_Codebox\Fuzz\Run\Expectations;
use WP_Codebox\Fuzz\Run\Suite_Runner;
use WP_Codebox\Fuzz\Suite\Case_Reader;
use WP_Codebox\Fuzz\Suite\Suite_Parser;
use WP_Codebox\Fuzz\Suite\Unsafe_Fields;
use WP_Codebox\Fuzz\Targets\Ability_Target;
use WP_Codebox\Fuzz\Targets\Command_Target;
use WP_Codebox\Fuzz\Targets\Http_Target;
use WP_Codebox\Fuzz\Targets\Mutation_Policy;
use WP_Codebox\Fuzz\Targets\Phase_Sequence;
use WP_Codebox\Fuzz\Targets\Rest_Server;
use WP_Codebox\Fuzz\Targets\Rest_Target;
use WP_Codebox\Fuzz\Targets\Runtime_Action_Target;
use WP_Codebox\Fuzz\Targets\Site_Client;
use WP_Codebox\Fuzz\Targets\Target_Dispatcher;
use WP_Codebox\Operations\Capabilities;
use WP_Codebox\Operations\Operation_Registry;
use WP_Codebox\Operations\Operation_Runner;
use WP_Codebox\Task\Runtime_Task_Providers;
use WP_Codebox\Task\Runtime_Task_Runner;
use WP_Codebox\Runs\Run_Kinds;
use WP_Codebox\Runs\Run_Queue;
use WP_Codebox\Runs\Run_Registry;
use WP_Codebox\Runs\Run_Schedule;
use WP_Codebox\Runs\Run_Tables;
use WP_Codebox\Runs\Run_Worker;
use WP_Codebox\Validation\Schema_Validator;

/**
 * The composition root: one method per service, each built once and on first use.
 *
 * Only this class knows which concrete services belong together; everything else gets
 * what it needs through its constructor.
 */
final class Services {

	/** @var array<string, object> */
	private array $built = array();

	public function operations(): Operation_Registry {
		return $this->once( __FUNCTION__, fn(): Operation_Registry => new Operation_Registry( $this ) );
	}

	public function runner(): Operation_Runner {
		return $this->once( __FUNCTION__, fn(): Operation_Runner => new Operation_Runner( $this->operations(), $this->validator(), $this->capabilities() ) );
	}

	public function validator(): Schema_Validator {
		return $this->once( __FUNCTION__, static fn(): Schema_Validator => new Schema_Validator() );
	}

	public function capabilities(): Capabilities {
		return $this->once( __FUNCTION__, static fn(): Capabilities => new Capabilities() );
	}

	/** Runs tasks on targets; a provider of our own joins the list here. */
	public function runtime_tasks(): Runtime_Task_Runner {
		return $this->once( __FUNCTION__, static fn(): Runtime_Task_Runner => new Runtime_Task_Runner( new Runtime_Task_Providers( array() ) ) );

	public function fuzz_suite_parser(): Suite_Parser {
		return $this->once( __FUNCTION__, static fn(): Suite_Parser => new Suite_Parser( new Case_Reader(), new Unsafe_Fields() ) );
	}

	/** A new one for each run: it holds the run's REST servers and what it learned about the site. */
	public function fuzz_suite_runner(): Suite_Runner {
		$judge      = new Case_Judge( new Expectations( $this->validator() ) );
		$commands   = new Command_Target( new Case_Reader() );
		$dispatcher = new Target_Dispatcher(
			array( new Rest_Target( new Rest_Server() ), new Http_Target( new Site_Client() ), new Ability_Target() ),
			$commands,
			new Runtime_Action_Target(),
			new Mutation_Policy()
		);
		return new Suite_Runner(
			new Admission(),
			new Direct_Envelope( new Role_Users() ),
			$dispatcher,
			new Phase_Sequence( $dispatcher, $commands, $judge ),
			$judge,
			new Findings_Collector( array(), new Live_Contexts(), Code_Under_Test::site() )
		);
	public function runs(): Run_Registry {
		return $this->once( __FUNCTION__, fn(): Run_Registry => new Run_Registry( $this->run_tables(), $this->run_queue(), $this->run_kinds(), $this->run_schedule() ) );
	}

	public function run_tables(): Run_Tables {
		global $wpdb;
		return $this->once( __FUNCTION__, static fn(): Run_Tables => new Run_Tables( $wpdb ) );
	}

	public function run_queue(): Run_Queue {
		global $wpdb;
		return $this->once( __FUNCTION__, fn(): Run_Queue => new Run_Queue( $wpdb, $this->run_tables() ) );
	}

	public function run_kinds(): Run_Kinds {
		return $this->once( __FUNCTION__, fn(): Run_Kinds => new Run_Kinds( $this ) );
	}

	public function run_schedule(): Run_Schedule {
		return $this->once( __FUNCTION__, static fn(): Run_Schedule => new Run_Schedule() );
	}

	public function run_worker(): Run_Worker {
		return $this->once( __FUNCTION__, fn(): Run_Worker => new Run_Worker( $this->runs(), $this->run_queue(), $this->run_kinds() ) );
	}

	/**
	 * @template T of object
	 * @param string       $key   Name of the calling method.
	 * @param callable():T $build Makes the service.
	 * @return T
	 */
	private function once( string $key, callable $build ): object {
		return $this->built[ $key ] ??= $build();
	}
}
