<?php

declare( strict_types=1 );

namespace WP_Codebox;

use WP_Codebox\Artifacts\Artifact_Services;
use WP_Codebox\Operations\Capabilities;
use WP_Codebox\Operations\Operation_Registry;
use WP_Codebox\Operations\Operation_Runner;
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

	public function artifacts(): Artifact_Services {
		return $this->once( __FUNCTION__, static fn(): Artifact_Services => new Artifact_Services() );
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
