<?php

declare( strict_types=1 );

namespace WP_Codebox;

use WP_Codebox\Artifacts\Artifact_Services;
use WP_Codebox\Browser\Browser_Services;
use WP_Codebox\Browser\Browser_Task_Provider;
use WP_Codebox\Fuzz\Fuzz_Services;
use WP_Codebox\Operations\Capabilities;
use WP_Codebox\Operations\Invocation;
use WP_Codebox\Operations\Operation_Registry;
use WP_Codebox\Operations\Operation_Runner;
use WP_Codebox\Runs\Run_Services;
use WP_Codebox\Task\Task_Services;
use WP_Codebox\Trust\Trust_Services;
use WP_Codebox\Validation\Schema_Validator;
use WP_Error;

/**
 * The composition root: what every area shares, and one method per area that leads to its services.
 *
 * Each service is built once, on first use. Only here and in the `<Area>_Services` classes is known
 * which concrete classes belong together; everything else gets what it needs through its constructor.
 */
final class Services {

	/** @var array<string, object> */
	private array $built = array();

	public function operations(): Operation_Registry {
		return $this->once( Operation_Registry::class, fn(): Operation_Registry => new Operation_Registry( $this ) );
	}

	public function runner(): Operation_Runner {
		return $this->once( Operation_Runner::class, fn(): Operation_Runner => new Operation_Runner( $this->operations(), $this->validator(), $this->capabilities() ) );
	}

	public function validator(): Schema_Validator {
		return $this->once( Schema_Validator::class, static fn(): Schema_Validator => new Schema_Validator() );
	}

	public function capabilities(): Capabilities {
		return $this->once( Capabilities::class, fn(): Capabilities => new Capabilities( $this->trust()->callers() ) );
	}

	public function fuzz(): Fuzz_Services {
		return $this->once( Fuzz_Services::class, fn(): Fuzz_Services => new Fuzz_Services( $this->validator() ) );
	}

	public function tasks(): Task_Services {
		return $this->once( Task_Services::class, fn(): Task_Services => new Task_Services( array( Browser_Task_Provider::create( $this->run_for_trusted( ... ) ) ) ) );
	}

	public function runs(): Run_Services {
		return $this->once( Run_Services::class, fn(): Run_Services => new Run_Services( $this ) );
	}

	public function trust(): Trust_Services {
		return $this->once( Trust_Services::class, static fn(): Trust_Services => new Trust_Services() );
	}

	public function artifacts(): Artifact_Services {
		return $this->once( Artifact_Services::class, static fn(): Artifact_Services => new Artifact_Services() );
	}

	public function browser(): Browser_Services {
		return $this->once( Browser_Services::class, fn(): Browser_Services => new Browser_Services( $this ) );
	}

	/**
	 * Runs an operation with the rights of the current user, as over REST.
	 *
	 * @param string $id    Operation id.
	 * @param array  $input Its input.
	 */
	public function run_as_user( string $id, array $input ): array|WP_Error {
		return $this->runner()->run( $id, $input, new Invocation( Invocation::REST ) );
	}

	/**
	 * Runs an operation for code of ours that has asked for permission already.
	 *
	 * @param string $id    Operation id.
	 * @param array  $input Its input.
	 */
	public function run_for_trusted( string $id, array $input ): array|WP_Error {
		return $this->runner()->run( $id, $input, new Invocation( Invocation::FACADE ) );
	}

	/**
	 * Builds a service on first use and keeps it.
	 *
	 * @template T of object
	 * @param class-string<T> $key   Class of the service.
	 * @param callable():T    $build Makes it.
	 * @return T
	 */
	public function once( string $key, callable $build ): object {
		return $this->built[ $key ] ??= $build();
	}
}
