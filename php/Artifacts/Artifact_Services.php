<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

use WP_Codebox\Operations\Invocation;

/**
 * Puts the parts of the artifact store together.
 */
final class Artifact_Services {

	private ?Artifact_Store $store = null;

	private readonly Durable_Files $disk;

	private readonly Path_Policy $policy;

	public function __construct() {
		$this->disk   = new Durable_Files();
		$this->policy = new Path_Policy();
	}

	/** The store of this site. */
	public function store(): Artifact_Store {
		return $this->store ??= $this->build( new Store_Root( $this->disk, new Root_Probe( $this->disk ) ) );
	}

	/**
	 * The store that a call speaks of: this site's, or one that the operator at a command line names.
	 *
	 * @param array      $input      May hold `artifacts_path`.
	 * @param Invocation $invocation Who calls.
	 * @return Artifact_Store
	 * @throws Artifact_Error wp_codebox_artifact_host_path_refused.
	 */
	public function store_of( array $input, Invocation $invocation ): Artifact_Store {
		$path = (string) ( $input['artifacts_path'] ?? '' );
		if ( '' === $path ) {
			return $this->store();
		}
		if ( ! $invocation->is_operator() ) {
			throw Artifact_Error::of( 'wp_codebox_artifact_host_path_refused', 'artifacts_path', array( 'field' => 'artifacts_path' ) );
		}
		return $this->build( new Given_Root( $path, $this->disk ) );
	}

	public function verifier(): Bundle_Verifier {
		return new Bundle_Verifier( $this->disk, $this->policy );
	}

	/** Checks and decodes files that a caller sends. */
	public function browser_files(): Browser_Files {
		return new Browser_Files( $this->policy );
	}

	/** Takes in bundles. */
	public function importer(): Bundle_Import {
		return new Bundle_Import( $this->disk, $this->verifier(), new Zip_Reader( $this->disk, $this->policy ), new Import_Sources() );
	}

	/** Writes bundles as zips. */
	public function exporter(): Bundle_Export {
		return new Bundle_Export( $this->disk );
	}

	/** Takes the store away when the plugin is deleted. */
	public function removal(): Store_Removal {
		return new Store_Removal( $this->disk );
	}

	private function build( Artifact_Root $root ): Artifact_Store {
		$verifier = $this->verifier();
		return new Artifact_Store( $root, $this->disk, $this->policy, new Bundle_Writer( $this->disk, $this->policy, $verifier ), $verifier, new Store_Limits() );
	}
}
