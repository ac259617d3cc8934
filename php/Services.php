<?php

declare( strict_types=1 );

namespace WP_Codebox;

use WP_Codebox\Browser\Core_Archive;
use WP_Codebox\Browser\Core_Archive_Files;
use WP_Codebox\Browser\Isolation;
use WP_Codebox\Browser\Remote;
use WP_Codebox\Browser\Remote_Boot;
use WP_Codebox\Browser\Remote_Cache;
use WP_Codebox\Browser\Remote_Files;
use WP_Codebox\Browser\Snapshot;
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

	public function preview_remote(): Remote {
		return $this->once( __FUNCTION__, static fn(): Remote => new Remote( dirname( WP_CODEBOX_FILE ), plugins_url( '', WP_CODEBOX_FILE ) ) );
	}

	public function preview_isolation(): Isolation {
		return $this->once( __FUNCTION__, static fn(): Isolation => new Isolation() );
	}

	public function preview_snapshot(): Snapshot {
		return $this->once( __FUNCTION__, fn(): Snapshot => new Snapshot( $this->preview_remote()->site_dir(), (int) $GLOBALS['wp_db_version'] ) );
	}

	public function preview_cache(): Remote_Cache {
		return $this->once( __FUNCTION__, static fn(): Remote_Cache => new Remote_Cache( Remote_Cache::default_dir() ) );
	}

	public function preview_archive(): Core_Archive {
		return $this->once( __FUNCTION__, fn(): Core_Archive => new Core_Archive( new Core_Archive_Files( ABSPATH ), $this->preview_snapshot(), $this->preview_cache() ) );
	}

	public function preview_files(): Remote_Files {
		return $this->once( __FUNCTION__, fn(): Remote_Files => new Remote_Files( $this->preview_remote(), $this->preview_archive(), $this->preview_cache() ) );
	}

	public function preview_boot(): Remote_Boot {
		return $this->once( __FUNCTION__, fn(): Remote_Boot => new Remote_Boot( $this->preview_remote(), $this->preview_isolation(), $this->preview_files(), $this->preview_snapshot() ) );
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
