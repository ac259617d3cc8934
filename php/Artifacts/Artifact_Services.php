<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

/**
 * Puts the parts of the artifact store together.
 */
final class Artifact_Services {

	private ?Artifact_Store $store = null;

	/** The store of this site. */
	public function store(): Artifact_Store {
		return $this->store ??= $this->build( new Durable_Files(), new Path_Policy() );
	}

	public function verifier(): Bundle_Verifier {
		return new Bundle_Verifier( new Durable_Files(), new Path_Policy() );
	}

	private function build( Durable_Files $disk, Path_Policy $policy ): Artifact_Store {
		$verifier = new Bundle_Verifier( $disk, $policy );
		return new Artifact_Store( new Store_Root( $disk, new Root_Probe( $disk ) ), $disk, $policy, new Bundle_Writer( $disk, $policy, $verifier ), $verifier, new Store_Limits() );
	}
}
