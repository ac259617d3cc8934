<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Artifacts;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Artifacts\Artifact_Services;
use WP_Codebox\Artifacts\Artifact_Store;
use WP_Codebox\Artifacts\Bundle_Draft;
use WP_Codebox\Artifacts\Bundle_File;
use WP_Codebox\Artifacts\Durable_Files;
use WP_Codebox\Artifacts\Store_Root;

/**
 * Gives each test a store of its own in a temporary directory, and takes it away again.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions
 */
abstract class Artifact_Test_Case extends TestCase {

	protected string $scratch;

	protected string $root;

	private mixed $known;

	protected function setUp(): void {
		$this->scratch = sys_get_temp_dir() . '/wp-codebox-test-' . bin2hex( random_bytes( 8 ) );
		$this->root    = $this->scratch . '/store';
		mkdir( $this->scratch );
		$this->known = get_option( Store_Root::OPTION );
		delete_option( Store_Root::OPTION );
		add_filter( 'wp_codebox_artifacts_root', array( $this, 'root' ), 99 );
	}

	protected function tearDown(): void {
		remove_filter( 'wp_codebox_artifacts_root', array( $this, 'root' ), 99 );
		if ( false === $this->known ) {
			delete_option( Store_Root::OPTION );
		} else {
			update_option( Store_Root::OPTION, $this->known, false );
		}
		( new Durable_Files() )->remove( $this->scratch );
	}

	/** Where the store of the test is. */
	public function root(): string {
		return $this->root;
	}

	protected function store(): Artifact_Store {
		return ( new Artifact_Services() )->store();
	}

	/**
	 * @param array<string, string> $files Path → content.
	 */
	protected function draft( array $files ): Bundle_Draft {
		$draft = new Bundle_Draft( array(
'name'    => 'test',
'version' => '1',
) );
		foreach ( $files as $path => $content ) {
			$draft->with( Bundle_File::of_text( (string) $path, 'log', 'text/plain', $content ) );
		}
		return $draft;
	}

	/**
	 * @param string $name File of tests/vectors/artifacts without `.json`.
	 */
	protected static function vectors( string $name ): array {
		return json_decode( (string) file_get_contents( dirname( __DIR__, 2 ) . "/vectors/artifacts/$name.json" ), true, 512, JSON_THROW_ON_ERROR );
	}

	/** Names in the root of the store, bundles and what is left of writers. */
	protected function left_in_store(): array {
		$names   = is_dir( $this->root ) ? scandir( $this->root ) : array();
		$staging = is_dir( $this->root . '/.staging' ) ? scandir( $this->root . '/.staging' ) : array();
		return array_values(
			array_merge(
				array_diff( $names, array( '.', '..', '.staging', '.uploads', '.usage.json', '.htaccess', 'index.php', 'web.config' ) ),
				array_diff( $staging, array( '.', '..' ) )
			)
		);
	}
}
