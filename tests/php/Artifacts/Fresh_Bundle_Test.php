<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Artifacts;

use WP_Codebox\Artifacts\Artifact_Services;
use WP_Codebox\Artifacts\Bundle_Draft;
use WP_Codebox\Artifacts\Bundle_File;
use WP_Codebox\Artifacts\Path_Policy;
use WP_Codebox\Artifacts\Path_Set;
use WP_Codebox\Operations\Invocation;
use WP_Codebox\Plugin;

/**
 * A fresh bundle always verifies: random trees, persisted by PHP and by Node, each verified by both.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions
 */
final class Fresh_Bundle_Test extends Artifact_Test_Case {

	private const SEED = 1121;

	private const TREES = 40;

	public function test_random_trees_verify_in_both_languages(): void {
		mt_srand( self::SEED );
		$drafts      = array();
		$directories = array();
		for ( $tree = 0; $tree < self::TREES; $tree++ ) {
			$files    = $this->random_tree( $tree );
			$drafts[] = $files;
			$draft    = new Bundle_Draft( array(
'name' => 'property',
'tree' => $tree,
), array( 'tree' => $tree ), array(), '2026-01-01T00:00:00Z' );
			foreach ( $files as $path => $source ) {
				$draft->with( Bundle_File::of_path( (string) $path, 'data', 'application/octet-stream', $source ) );
			}
			$stored = $this->store()->persist( $draft );
			$this->assertNotInstanceOf( \WP_Error::class, $stored, "tree $tree" );
			$this->assertTrue( $this->store()->verify( $stored->id )->is_valid() );
			foreach ( $files as $path => $source ) {
				$this->assertFileEquals( $source, $stored->reader->directory . '/' . $path );
			}
			$directories[] = $stored->reader->directory;
		}
		$node = $this->node( $drafts, $directories );
		foreach ( $node['verified'] as $index => $verified ) {
			$this->assertSame( array(), $verified, "Node finds nothing wrong in tree $index that PHP wrote" );
		}
		foreach ( $node['written'] as $index => $directory ) {
			$this->assertSame( array(), ( new Artifact_Services() )->verifier()->verify( $directory )->violations(), "PHP finds nothing wrong in tree $index that Node wrote" );
			$this->assertSame( basename( $directories[ $index ] ), basename( $directory ), 'the id is the same' );
			$this->assertFileEquals( $directories[ $index ] . '/manifest.json', $directory . '/manifest.json' );
		}
	}

	public function test_an_exported_bundle_is_the_same_bytes_each_time_and_comes_back_the_same(): void {
		mt_srand( self::SEED );
		for ( $tree = 0; $tree < 10; $tree++ ) {
			$draft = new Bundle_Draft( array( 'name' => 'export' ), array( 'tree' => $tree ) );
			foreach ( $this->random_tree( $tree ) as $path => $source ) {
				$draft->with( Bundle_File::of_path( (string) $path, 'data', 'application/octet-stream', $source ) );
			}
			$stored = $this->store()->persist( $draft );
			$first  = ( new Artifact_Services() )->exporter()->to_file( $stored->reader, "$this->scratch/first-$tree.zip" );
			$before = file_get_contents( $stored->reader->directory . '/manifest.json' );
			$this->store()->discard( $stored->id );
			$answer = Plugin::services()->runner()->run( 'wp-codebox/import-artifact-bundle', array(
'source_bundle_path'   => "$this->scratch/first-$tree.zip",
'expected_artifact_id' => $stored->id,
), new Invocation( Invocation::CLI ) );
			$this->assertSame( 'created', is_wp_error( $answer ) ? $answer->get_error_message() : $answer['status'] );
			$this->assertSame( $before, file_get_contents( $stored->reader->directory . '/manifest.json' ) );
			touch( $stored->reader->directory . '/manifest.json', 1000000 );
			$this->assertSame( $first['sha256'], ( new Artifact_Services() )->exporter()->to_file( $stored->reader, "$this->scratch/second-$tree.zip" )['sha256'] );
			if ( class_exists( \ZipArchive::class ) ) {
				$archive = new \ZipArchive();
				$this->assertTrue( $archive->open( "$this->scratch/first-$tree.zip", \ZipArchive::CHECKCONS ) );
				$this->assertSame( count( $stored->reader->files() ), $archive->count() );
				$archive->close();
			}
		}
	}

	public function test_memory_does_not_grow_with_the_size_of_a_file(): void {
		$this->peak_of_storing( 1 );
		$small = $this->peak_of_storing( 8 );
		$large = $this->peak_of_storing( 96 );
		$this->assertLessThan( $small + 2 * 1048576, $large );
	}

	/**
	 * @param int $megabytes Size of a file that is stored and verified.
	 * @return int Peak of the memory that PHP used for it, in bytes.
	 */
	private function peak_of_storing( int $megabytes ): int {
		$source = "$this->scratch/large-$megabytes";
		$file   = fopen( $source, 'wb' );
		for ( $part = 0; $part < $megabytes; $part++ ) {
			fwrite( $file, str_repeat( chr( $part ), 1048576 ) );
		}
		fclose( $file );
		gc_collect_cycles();
		memory_reset_peak_usage();
		$before = memory_get_usage();
		$stored = $this->store()->persist( ( new Bundle_Draft( array() ) )->with( Bundle_File::of_path( 'large', 'data', 'application/octet-stream', $source ) ) );
		$this->store()->verify( $stored->id );
		return memory_get_peak_usage() - $before;
	}

	/**
	 * @return array<string, string> Path in the bundle → file on disk, with names, depths, sizes and modes of all kinds.
	 */
	private function random_tree( int $tree ): array {
		$words = array( 'a', 'B', 'index', 'ü', 'Ünïcode', '日本語', '😀', 'ﬀ', 'İ', 'with space', '.hidden', '-dash', '100%', '~', '0', '12', 'e=mc²', str_repeat( 'x', 200 ), str_repeat( '語', 80 ), 'a.b.c.txt', "\u{e000}", "\u{1f468}\u{200d}\u{1f469}" );
		$set   = new Path_Set( new Path_Policy() );
		$files = array();
		mkdir( "$this->scratch/tree-$tree" );
		$count = mt_rand( 1, 25 );
		for ( $left = $count; $left > 0; ) {
			$path = implode( '/', array_map( static fn(): string => $words[ mt_rand( 0, count( $words ) - 1 ) ] . ( mt_rand( 0, 1 ) ? '' : mt_rand( 0, 99 ) ), range( 1, mt_rand( 1, 12 ) ) ) );
			if ( null === $set->add( $path ) ) {
				$source = "$this->scratch/tree-$tree/" . count( $files );
				file_put_contents( $source, mt_rand( 0, 3 ) ? random_bytes( array( 1, 7, 4096, 8192, 65537 )[ mt_rand( 0, 4 ) ] ) : '' );
				chmod( $source, array( 0600, 0444, 0755, 0640 )[ mt_rand( 0, 3 ) ] );
				$files[ $path ] = $source;
				--$left;
			}
		}
		return $files;
	}

	/**
	 * @param list<array<string, string>> $trees       Path → file.
	 * @param list<string>                $directories Bundles that PHP wrote.
	 * @return array{verified: list<array>, written: list<string>}
	 */
	private function node( array $trees, array $directories ): array {
		file_put_contents( "$this->scratch/order.json", (string) json_encode( array(
'root'        => "$this->scratch/node",
'trees'       => array_map( static fn( array $tree ): object => (object) $tree, $trees ),
'directories' => $directories,
) ) );
		$project = dirname( __DIR__, 3 );
		exec( 'cd ' . escapeshellarg( $project ) . ' && node_modules/.bin/tsx tests/php/Artifacts/node-side.ts ' . escapeshellarg( "$this->scratch/order.json" ) . ' 2>&1', $output, $status ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- Node's half of the test.
		$this->assertSame( 0, $status, implode( "\n", $output ) );
		return json_decode( (string) end( $output ), true );
	}
}
