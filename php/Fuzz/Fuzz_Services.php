<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz;

use WP_Codebox\Fuzz\Campaign\Campaign_Process;
use WP_Codebox\Fuzz\Campaign\Case_Lanes;
use WP_Codebox\Fuzz\Campaign\In_Process_Lanes;
use WP_Codebox\Fuzz\Campaign\Lane;
use WP_Codebox\Fuzz\Campaign\Lane_Setup;
use WP_Codebox\Fuzz\Campaign\Lane_Worker;
use WP_Codebox\Fuzz\Campaign\Single_Lane;
use WP_Codebox\Fuzz\Campaign\Worker_Lanes;
use WP_Codebox\Fuzz\Envelope\Case_Envelope;
use WP_Codebox\Fuzz\Envelope\Envelope_Factory;
use WP_Codebox\Fuzz\Inventory\Code_Under_Test;
use WP_Codebox\Fuzz\Inventory\Roles;
use WP_Codebox\Fuzz\Readiness\Readiness;
use WP_Codebox\Fuzz\Findings\Case_Findings;
use WP_Codebox\Fuzz\Findings\Live_Contexts;
use WP_Codebox\Fuzz\Generation\Suite_Generation;
use WP_Codebox\Fuzz\Oracles\Oracle_Choice;
use WP_Codebox\Fuzz\Oracles\Oracle_Panel;
use WP_Codebox\Fuzz\Oracles\Oracle_Registry;
use WP_Codebox\Fuzz\Oracles\Run_Baseline;
use WP_Codebox\Fuzz\Oracles\Site_Facts;
use WP_Codebox\Fuzz\Run\Admission;
use WP_Codebox\Fuzz\Run\Case_Judge;
use WP_Codebox\Fuzz\Run\Case_Worker;
use WP_Codebox\Fuzz\Run\Expectations;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Run\Shutdown_Watch;
use WP_Codebox\Fuzz\Run\Suite_Runner;
use WP_Codebox\Fuzz\Run\Worker_Processes;
use WP_Codebox\Fuzz\Run\Write_Stop;
use WP_Codebox\Fuzz\Suite\Case_Reader;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;
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
use WP_Codebox\Validation\Schema_Validator;

/**
 * Puts the parts of the fuzz engine together.
 */
final class Fuzz_Services {

	/**
	 * @param Schema_Validator $validator Judges answers by schema.
	 */
	public function __construct( private readonly Schema_Validator $validator ) {}

	public function oracles(): Oracle_Registry {
		return new Oracle_Registry();
	}

	public function parser(): Suite_Parser {
		return new Suite_Parser( new Case_Reader(), new Unsafe_Fields() );
	}

	/** Makes cases for the code that a request selects. */
	public function generation(): Suite_Generation {
		return new Suite_Generation();
	}

	/**
	 * Judges groups of roles; a lane's findings come from its own process.
	 *
	 * @param Lane_Setup $setup What the campaign judges by.
	 */
	public function comparison( Lane_Setup $setup ): Case_Findings {
		$oracles = $this->oracles()->choose( $setup->oracles, $setup->severities );
		return new Case_Findings( new Oracle_Panel( is_wp_error( $oracles ) ? new Oracle_Choice( array() ) : $oracles ), new Live_Contexts( Site_Facts::of_this_site(), $setup->decoys ), $this->generation()->code( $setup->selection )->narrowed_to( $setup->files ), new Run_Baseline() );
	}

	/**
	 * A runner belongs to one run: it holds the run's REST servers and what it learned about the site.
	 *
	 * @param Case_Envelope|null   $envelope What keeps cases apart; the isolating one when left out.
	 * @param Mutation_Policy|null $policy   Which cases may change state; none when left out.
	 * @param Oracle_Choice|null   $oracles  Who judges beside the status; nobody when left out.
	 * @param Code_Under_Test|null $code     Whose findings count; the whole site when left out.
	 * @param array<string, mixed> $decoys   Secret markers by kind, see Oracle_Context.
	 */
	public function runner( ?Case_Envelope $envelope = null, ?Mutation_Policy $policy = null, ?Oracle_Choice $oracles = null, ?Code_Under_Test $code = null, array $decoys = array() ): Suite_Runner {
		$judge      = new Case_Judge( new Expectations( $this->validator ) );
		$commands   = new Command_Target( new Case_Reader() );
		$dispatcher = $this->dispatcher( $commands, $policy ?? new Mutation_Policy() );
		return new Suite_Runner(
			new Admission(),
			$envelope ?? Envelope_Factory::make(),
			$dispatcher,
			new Phase_Sequence( $dispatcher, $commands, $judge ),
			$judge,
			new Case_Findings( new Oracle_Panel( $oracles ?? new Oracle_Choice( array() ) ), new Live_Contexts( Site_Facts::of_this_site(), $decoys ), $code ?? Code_Under_Test::everything(), new Run_Baseline() )
		);
	}

	/**
	 * What a worker process runs: cases in the envelope; its parent judges them.
	 *
	 * @param Shutdown_Watch $watch      Registered before WordPress was loaded.
	 * @param bool           $may_mutate Decided by the parent, which knows the caller.
	 * @param int            $seconds    Wall time of a case.
	 * @param int            $bytes      Memory of a case.
	 * @param list<array>|null $opt_ins  Which cases may change state, see Mutation_Policy; null: all.
	 */
	public function worker( Shutdown_Watch $watch, bool $may_mutate, int $seconds, int $bytes, ?array $opt_ins ): Case_Worker {
		return new Case_Worker( Envelope_Factory::make( null, null, $seconds, $bytes ), $this->call( $may_mutate, $opt_ins ), $watch );
	}

	/** @return \Closure(Fuzz_Case, Observation): void Calls the target of a case. */
	private function call( bool $may_mutate, ?array $opt_ins = null ): \Closure {
		$commands   = new Command_Target( new Case_Reader() );
		$dispatcher = $this->dispatcher( $commands, new Mutation_Policy( $may_mutate, $may_mutate, false, $opt_ins ) );
		$phases     = new Phase_Sequence( $dispatcher, $commands, new Case_Judge( new Expectations( $this->validator ) ) );
		return static fn( Fuzz_Case $fuzz_case, Observation $seen ) => $fuzz_case->steps ? $phases->call( $fuzz_case, $seen ) : $dispatcher->call( $fuzz_case, $seen );
	}

	/**
	 * What runs and judges the cases of one role; the first line of the stream configures it.
	 *
	 * @param resource       $configuration Stream of the parent.
	 * @param Shutdown_Watch $watch         Registered before WordPress was loaded.
	 */
	public function lane_worker( $configuration, Shutdown_Watch $watch ): Lane_Worker {
		$setup    = Lane_Setup::from_array( (array) json_decode( (string) fgets( $configuration ), true ) );
		$envelope = Envelope_Factory::make( null, null, $setup->seconds, $setup->bytes );
		return new Lane_Worker( $this->lane_runner( $setup, $envelope ), $envelope, $watch );
	}

	/**
	 * @param Lane_Setup    $setup    What a campaign judges by.
	 * @param Case_Envelope $envelope Around each case.
	 */
	public function lane_runner( Lane_Setup $setup, Case_Envelope $envelope ): Suite_Runner {
		$oracles = $this->oracles()->choose( $setup->oracles, $setup->severities );
		return $this->runner(
			$envelope,
			new Mutation_Policy( $setup->mutations, $setup->mutations, false ),
			is_wp_error( $oracles ) ? null : $oracles,
			$this->generation()->code( $setup->selection )->narrowed_to( $setup->files ),
			$setup->decoys
		);
	}

	/**
	 * @param Lane_Setup $setup What a campaign judges by.
	 * @return Case_Lanes As apart from each other as this place allows.
	 */
	public function lanes( Lane_Setup $setup ): Case_Lanes {
		$judge = $this->lane_runner( $setup, Envelope_Factory::make() );
		$stop  = new Write_Stop();
		$open  = static fn(): Lane => new Lane( $setup, $judge, $stop );
		return match ( true ) {
			Worker_Processes::are_hosted()   => new Single_Lane( $open() ),
			Worker_Processes::are_possible() => new Worker_Lanes( $open ),
			default                          => new In_Process_Lanes( $judge ),
		};
	}

	/**
	 * Brings the code under test into the state of a site in use; its callbacks may end the process.
	 *
	 * @param array<string, string> $selection plugin, theme, namespace, ability.
	 * @param list<string>|null     $roles     Roles by name; null means all.
	 * @return list<array> What was called, and what stopped it.
	 */
	public function readiness( array $selection, ?array $roles ): array {
		$code  = $this->generation()->code( $selection );
		$known = new Roles();
		return is_wp_error( $code ) ? array() : ( new Readiness( $code ) )->prepare( $known->users( $known->choose( $roles ) ) );
	}

	/** What a campaign's own process runs. */
	public function campaign_process(): Campaign_Process {
		return new Campaign_Process( $this );
	}

	private function dispatcher( Command_Target $commands, Mutation_Policy $policy ): Target_Dispatcher {
		return new Target_Dispatcher(
			array( new Rest_Target( new Rest_Server() ), new Http_Target( new Site_Client() ), new Ability_Target() ),
			$commands,
			new Runtime_Action_Target(),
			$policy
		);
	}
}
