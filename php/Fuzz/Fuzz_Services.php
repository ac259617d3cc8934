<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz;

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
use WP_Codebox\Services;

/**
 * The services of this area and how they are put together.
 */
final class Fuzz_Services {

	/**
	 * @param Services $services Composition root.
	 */
	public function __construct( private readonly Services $services ) {}

	public function suite_parser(): Suite_Parser {
		return $this->services->once( Suite_Parser::class, static fn(): Suite_Parser => new Suite_Parser( new Case_Reader(), new Unsafe_Fields() ) );
	}

	/** A new one for each run: it holds the run's REST servers and what it learned about the site. */
	public function suite_runner(): Suite_Runner {
		$judge      = new Case_Judge( new Expectations( $this->services->validator() ) );
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
	}
}
