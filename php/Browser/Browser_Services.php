<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

use WP_Codebox\Services;
use WP_Error;

/**
 * The services of this area and how they are put together.
 */
final class Browser_Services {

	/**
	 * @param Services $services Composition root.
	 */
	public function __construct( private readonly Services $services ) {}

	public function remote(): Remote {
		return $this->services->once( Remote::class, static fn(): Remote => new Remote( dirname( WP_CODEBOX_FILE ), plugins_url( '', WP_CODEBOX_FILE ) ) );
	}

	public function isolation(): Isolation {
		return $this->services->once( Isolation::class, static fn(): Isolation => new Isolation() );
	}

	public function boot(): Remote_Boot {
		return $this->services->once( Remote_Boot::class, fn(): Remote_Boot => new Remote_Boot( $this->remote(), $this->isolation(), $this->files(), $this->snapshot() ) );
	}

	public function files(): Remote_Files {
		return $this->services->once( Remote_Files::class, fn(): Remote_Files => new Remote_Files( $this->remote(), $this->archive(), $this->cache() ) );
	}

	private function snapshot(): Snapshot {
		return $this->services->once( Snapshot::class, fn(): Snapshot => new Snapshot( $this->remote()->site_dir(), (int) $GLOBALS['wp_db_version'] ) );
	}

	public function cache(): Remote_Cache {
		return $this->services->once( Remote_Cache::class, static fn(): Remote_Cache => new Remote_Cache( Remote_Cache::default_dir() ) );
	}

	public function scripts(): Sdk_Scripts {
		return new Sdk_Scripts( dirname( WP_CODEBOX_FILE ), plugins_url( '', WP_CODEBOX_FILE ) );
	}

	public function prepared_sites(): Prepared_Sites {
		return $this->services->once( Prepared_Sites::class, static fn(): Prepared_Sites => new Prepared_Sites() );
	}

	private function documents(): Session_Documents {
		return $this->services->once( Session_Documents::class, fn(): Session_Documents => new Session_Documents( $this->boot() ) );
	}

	public function sessions(): Browser_Sessions {
		return $this->services->once( Browser_Sessions::class, fn(): Browser_Sessions => new Browser_Sessions( $this->prepared_sites(), $this->documents() ) );
	}

	public function contained_sites(): Contained_Sites {
		return $this->services->once( Contained_Sites::class, fn(): Contained_Sites => new Contained_Sites( $this->prepared_sites(), $this->sessions(), $this->documents(), new Contained_Site_Reference() ) );
	}

	public function task_contracts(): Task_Contracts {
		return $this->services->once( Task_Contracts::class, fn(): Task_Contracts => new Task_Contracts( $this->sessions(), $this->callbacks(), $this->documents() ) );
	}

	public function blueprints(): Blueprints {
		return $this->services->once( Blueprints::class, fn(): Blueprints => new Blueprints( $this->prepared_sites(), $this->documents() ) );
	}

	public function callbacks(): Callbacks {
		return $this->services->once( Callbacks::class, fn(): Callbacks => new Callbacks( $this->services->trust()->nonces(), fn( string $id, array $input ): array|WP_Error => $this->services->run_as_user( $id, $input ) ) );
	}

	public function connectors(): Connectors {
		return $this->services->once( Connectors::class, static fn(): Connectors => new Connectors( new Connector_Http() ) );
	}

	private function archive(): Core_Archive {
		return $this->services->once( Core_Archive::class, fn(): Core_Archive => new Core_Archive( new Core_Archive_Files( ABSPATH ), $this->snapshot(), $this->cache() ) );
	}
}
