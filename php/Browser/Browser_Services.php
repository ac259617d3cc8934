<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

use WP_Codebox\Services;

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

	private function archive(): Core_Archive {
		return $this->services->once( Core_Archive::class, fn(): Core_Archive => new Core_Archive( new Core_Archive_Files( ABSPATH ), $this->snapshot(), $this->cache() ) );
	}
}
