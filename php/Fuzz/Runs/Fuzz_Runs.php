<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Runs;

use WP_Codebox\Artifacts\Artifact_Store;
use WP_Codebox\Runs\Run_Kind;
use WP_Codebox\Runs\Run_Services;
use WP_Codebox\Services;

/**
 * Tells the run registry about the runs of the fuzz engine, and serves their cases.
 */
final class Fuzz_Runs {

	/**
	 * @param Services $services Composition root.
	 */
	public function __construct( private readonly Services $services ) {}

	/** Called once per request; builds nothing. */
	public function register(): void {
		add_filter( 'wp_codebox_run_kinds', array( $this, 'add_kinds' ) );
		( new Cases_Route( fn(): Run_Services => $this->services->runs() ) )->register();
	}

	/**
	 * @param Run_Kind[] $kinds The kinds.
	 * @return Run_Kind[]
	 */
	public function add_kinds( array $kinds ): array {
		$fuzz = $this->services->fuzz();
		return array(
			...$kinds,
			new Suite_Run( $fuzz, new Suite_Batch( $fuzz ), new Suite_Bundle( fn(): Artifact_Store => $this->services->artifacts()->store() ) ),
			new Generation_Run( $fuzz->generation() ),
		);
	}
}
