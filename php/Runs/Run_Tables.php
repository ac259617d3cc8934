<?php

declare( strict_types=1 );

namespace WP_Codebox\Runs;

use wpdb;

/**
 * The two tables of the run registry, one pair per site, made with the first run: reading makes nothing.
 */
final class Run_Tables {

	private const VERSION = '1';
	private const OPTION  = 'wp_codebox_runs_version';

	/** @var array<string, true> Table of runs → it was there in this request. */
	private array $known = array();

	/**
	 * @param wpdb $database The site's database.
	 */
	public function __construct( private readonly wpdb $database ) {}

	/** Table of runs. */
	public function runs(): string {
		return $this->database->prefix . 'codebox_runs';
	}

	/** Table of batches. */
	public function batches(): string {
		return $this->database->prefix . 'codebox_run_batches';
	}

	/** Creates or migrates the tables when this version of the plugin has not done so yet. */
	public function ensure(): void {
		if ( isset( $this->known[ $this->runs() ] ) ) {
			return;
		}
		if ( self::VERSION !== get_option( self::OPTION ) || ! $this->are_there() ) {
			$this->create();
		}
		if ( $this->are_there() ) {
			$this->known[ $this->runs() ] = true;
		}
	}

	/** Whether there can be runs. A site copied without its tables has the option all the same. */
	public function are_there(): bool {
		if ( isset( $this->known[ $this->runs() ] ) ) {
			return true;
		}
		foreach ( array( $this->runs(), $this->batches() ) as $table ) {
			if ( $table !== $this->database->get_var( $this->database->prepare( 'SHOW TABLES LIKE %s', $this->database->esc_like( $table ) ) ) ) {
				return false;
			}
		}
		return true;
	}

	private function create(): void {
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		$charset = $this->database->get_charset_collate();
		dbDelta(
			"CREATE TABLE {$this->runs()} (
			id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			uuid char(36) NOT NULL,
			kind varchar(40) NOT NULL,
			state varchar(12) NOT NULL,
			user_id bigint(20) unsigned NOT NULL DEFAULT 0,
			input longtext NOT NULL,
			result longtext NULL,
			artifact text NULL,
			reason text NULL,
			created_at datetime NOT NULL,
			updated_at datetime NOT NULL,
			heartbeat_at datetime NULL,
			PRIMARY KEY  (id),
			UNIQUE KEY uuid (uuid),
			KEY state (state)
			) $charset;
			CREATE TABLE {$this->batches()} (
			id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			run_id bigint(20) unsigned NOT NULL,
			position int(10) unsigned NOT NULL,
			state varchar(8) NOT NULL,
			attempts int(10) unsigned NOT NULL DEFAULT 0,
			lease char(32) NOT NULL DEFAULT '',
			lease_until bigint(20) unsigned NOT NULL DEFAULT 0,
			payload longtext NOT NULL,
			result longtext NULL,
			PRIMARY KEY  (id),
			UNIQUE KEY run_position (run_id,position),
			KEY state_lease (state,lease_until)
			) $charset;"
		);
		if ( $this->are_there() ) {
			update_option( self::OPTION, self::VERSION, true );
		}
	}

	/** Removes the tables; for uninstall. */
	public function drop(): void {
		foreach ( array( $this->batches(), $this->runs() ) as $table ) {
			$this->database->query( $this->database->prepare( 'DROP TABLE IF EXISTS %i', $table ) );
		}
		unset( $this->known[ $this->runs() ] );
		delete_option( self::OPTION );
	}
}
