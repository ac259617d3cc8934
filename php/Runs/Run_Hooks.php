<?php

declare( strict_types=1 );

namespace WP_Codebox\Runs;

use WP_Codebox\Artifacts\Artifact_Store;
use WP_Codebox\Services;

/**
 * Hooks the registry into WordPress: the worker's visits, retention, privacy tools, removal of a site.
 */
final class Run_Hooks {

	/** Option: days that ended runs are kept; 0 keeps them for ever. */
	public const RETENTION_OPTION  = 'wp_codebox_run_retention_days';
	public const RETENTION_DEFAULT = 30;

	/** Seconds that one visit of WP-Cron works; hosts end a request after 30. */
	private const VISIT = 20.0;

	/**
	 * @param Services $services Composition root.
	 */
	public function __construct( private readonly Services $services ) {}

	/** Called once per request; builds nothing. */
	public function register(): void {
		add_action( Run_Schedule::HOOK, array( $this, 'visit' ) );
		add_action( 'admin_init', array( $this, 'register_setting' ) );
		add_action( 'wp_privacy_personal_data_exporters', array( $this, 'add_exporter' ) );
		add_filter( 'wp_privacy_personal_data_erasers', array( $this, 'add_eraser' ) );
		add_filter( 'wpmu_drop_tables', array( $this, 'add_tables' ) );
		register_deactivation_hook( WP_CODEBOX_FILE, array( $this, 'deactivate' ) );
	}

	/** One visit of WP-Cron or Action Scheduler; asks for another while there is work left. */
	public function visit(): void {
		$registry = $this->services->runs()->registry();
		$schedule = $this->services->runs()->schedule();
		// A batch may kill this visit, and then nobody would ask for another.
		$schedule->look_after( 'visit', (int) self::VISIT + Run_Worker::LEASE );
		$this->services->runs()->worker()->work( self::VISIT );
		$schedule->leave( 'visit' );
		$registry->prune( (int) get_option( self::RETENTION_OPTION, self::RETENTION_DEFAULT ) );
		if ( $registry->open_runs() ) {
			$schedule->wake();
		}
	}

	public function register_setting(): void {
		register_setting(
			'general',
			self::RETENTION_OPTION,
			array(
				'type'              => 'integer',
				'default'           => self::RETENTION_DEFAULT,
				'sanitize_callback' => 'absint',
				'description'       => __( 'Days that ended runs of WP Codebox are kept.', 'wp-codebox' ),
			)
		);
	}

	public function add_exporter( array $exporters ): array {
		return $this->personal_data()->add_exporter( $exporters );
	}

	public function add_eraser( array $erasers ): array {
		return $this->personal_data()->add_eraser( $erasers );
	}

	/**
	 * @param string[] $tables Tables that go with a site of the network.
	 * @return string[]
	 */
	public function add_tables( array $tables ): array {
		return array( ...$tables, $this->services->runs()->tables()->batches(), $this->services->runs()->tables()->runs() );
	}

	public function deactivate(): void {
		$this->services->runs()->schedule()->forget();
	}

	private function personal_data(): Personal_Data {
		return new Personal_Data( $this->services->runs()->registry(), fn(): Artifact_Store => $this->services->artifacts()->store() );
	}
}
