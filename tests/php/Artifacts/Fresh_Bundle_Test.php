<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Artifacts;

use Eris\Generator;
use Eris\Generators;
use Eris\TestTrait;
use WP_Codebox\Artifacts\Artifact_Services;
use WP_Codebox\Artifacts\Bundle_Draft;
use WP_Codebox\Artifacts\Bundle_File;
use WP_Codebox\Artifacts\Directory_Tree;
use WP_Codebox\Artifacts\Path_Policy;
use WP_Codebox\Artifacts\Path_Set;
use WP_Codebox\Operations\Invocation;
use WP_Codebox\Plugin;

/**
 * A fresh bundle always verifies: random trees, persisted by PHP and by Node, each verified by both. One that was
 * changed does not, for the same reasons in both.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions
 */
final class Fresh_Bundle_Test extends Artifact_Test_Case {

	use TestTrait;

	private const SEED = 1121;

	private const TREES = 40;

	private int $trees = 0;

	public function test_any_tree_verifies_in_both_languages_and_any_change_is_found_by_both(): void {
		$node = new Node_Side();
		$this->limitTo( self::TREES );
		// The same trees each time; ERIS_SEED asks for others.
		$this->seed = (int) ( getenv( 'ERIS_SEED' ) ?: self::SEED );
		$this->forAll( self::trees(), self::changes() )->then(
			function ( array $tree, array $change ) use ( $node ): void {
				$files = $this->files_of( $tree );
				if ( ! $files ) {
					return;
				}
				$number = ++$this->trees;
				$draft  = new Bundle_Draft( array( 'name' => 'property' ), array( 'tree' => $number ), array(), '2026-01-01T00:00:00Z' );
				foreach ( $files as $path => $source ) {
					$draft->with( Bundle_File::of_path( (string) $path, 'data', 'application/octet-stream', $source ) );
				}
				$stored = $this->store()->persist( $draft );
				$this->assertNotInstanceOf( \WP_Error::class, $stored );
				$this->assertTrue( $this->store()->verify( $stored->id )->is_valid() );
				foreach ( $files as $path => $source ) {
					$this->assertFileEquals( $source, $stored->reader->directory . '/' . $path );
				}
				$changed = $this->changed( $stored->reader->directory, $change );
				$answer  = $node->ask( array(
					'root'    => "$this->scratch/node",
					'files'   => (object) $files,
					'tree'    => $number,
					'whole'   => $stored->reader->directory,
					'changed' => $changed,
				) );
				$this->assertSame( array(), $answer['whole'], 'Node finds nothing wrong in what PHP wrote' );
				$verifier = ( new Artifact_Services() )->verifier();
				$this->assertSame( array(), $verifier->verify( $answer['written'] )->violations(), 'PHP finds nothing wrong in what Node wrote' );
				$this->assertSame( $stored->id, basename( $answer['written'] ), 'the id is the same' );
				$this->assertFileEquals( $stored->reader->directory . '/manifest.json', $answer['written'] . '/manifest.json' );
				$codes = array_column( $verifier->verify( $changed )->violations(), 'code' );
				$this->assertNotSame( array(), $codes, 'a change is found: ' . wp_json_encode( $change ) );
				$this->assertSame( $codes, $answer['changed'], wp_json_encode( $change ) );
			}
		);
		$node->end();
		$this->assertGreaterThan( self::TREES / 2, $this->trees );
	}

	/** Lists of files: path, size, mode. What the path policy refuses is left out later. */
	private static function trees(): Generator {
		$words   = array( 'a', 'B', 'index', 'ü', 'Ünïcode', '日本語', '😀', 'ﬀ', 'İ', 'with space', '.hidden', '-dash', '100%', '~', '0', '12', 'e=mc²', str_repeat( 'x', 200 ), str_repeat( '語', 80 ), 'a.b.c.txt', "\u{e000}", "\u{1f468}\u{200d}\u{1f469}" );
		$strange = Generators::map( static fn( array $points ): string => implode( '', array_map( 'mb_chr', $points ) ), Generators::vector( 3, Generators::oneOf( Generators::choose( 0x20, 0xd7ff ), Generators::choose( 0x10000, 0x1faff ) ) ) );
		$segment = Generators::frequency( array( 3, Generators::elements( $words ) ), array( 1, $strange ) );
		$path    = Generators::map( static fn( array $segments ): string => implode( '/', array_slice( $segments[0], 0, $segments[1] ) ), Generators::tuple( Generators::vector( 12, $segment ), Generators::elements( 1, 1, 2, 2, 3, 5, 12 ) ) );
		$file    = Generators::tuple( $path, Generators::elements( 0, 1, 7, 4096, 8192, 65537 ), Generators::elements( 0600, 0444, 0755, 0640 ) );
		return Generators::bind( Generators::choose( 1, 8 ), static fn( int $count ): Generator => Generators::vector( $count, $file ) );
	}

	/** What happens to one file, and where: a fraction of its length, a value of a byte. */
	private static function changes(): Generator {
		return Generators::tuple( Generators::elements( 'flip', 'add', 'remove', 'delete', 'rename', 'beside' ), Generators::choose( 0, 99 ), Generators::choose( 0, 999 ), Generators::choose( 1, 255 ) );
	}

	/**
	 * @param list<array{string, int, int}> $tree Path, size, mode.
	 * @return array<string, string> Path in the bundle → file on disk.
	 */
	private function files_of( array $tree ): array {
		$set   = new Path_Set( new Path_Policy() );
		$files = array();
		foreach ( array( 'manifest.json', 'metadata.json', 'provenance.intoto.json' ) as $taken ) {
			$set->add( $taken );
		}
		foreach ( $tree as list( $path, $size, $mode ) ) {
			if ( null === $set->add( $path ) ) {
				$source = "$this->scratch/source-" . bin2hex( random_bytes( 6 ) );
				file_put_contents( $source, 0 === $size ? '' : random_bytes( $size ) );
				chmod( $source, $mode );
				$files[ $path ] = $source;
			}
		}
		return $files;
	}

	/** @return string A copy of a bundle in which one thing is not as it was. */
	private function changed( string $directory, array $change ): string {
		list( $how, $which, $where, $by ) = $change;
		$copy  = "$this->scratch/changed-" . bin2hex( random_bytes( 6 ) ) . '/' . basename( $directory );
		$names = array();
		foreach ( Directory_Tree::read( $directory ) as $path => $kind ) {
			wp_mkdir_p( dirname( "$copy/$path" ) );
			if ( Directory_Tree::FILE === $kind ) {
				copy( "$directory/$path", "$copy/$path" );
				$names[] = "$copy/$path";
			}
		}
		$file  = $names[ $which % count( $names ) ];
		$bytes = (string) file_get_contents( $file );
		$at    = (int) ( strlen( $bytes ) * $where / 1000 );
		match ( '' === $bytes && in_array( $how, array( 'flip', 'remove' ), true ) ? 'add' : $how ) {
			'flip'   => file_put_contents( $file, substr_replace( $bytes, chr( ord( $bytes[ $at ] ) ^ $by ), $at, 1 ) ),
			'add'    => file_put_contents( $file, substr_replace( $bytes, chr( $by ), $at, 0 ) ),
			'remove' => file_put_contents( $file, substr_replace( $bytes, '', $at, 1 ) ),
			'delete' => unlink( $file ),
			'rename' => rename( $file, "$copy/other-$by" ),
			'beside' => file_put_contents( dirname( $file ) . "/other-$by", '' ),
		};
		return $copy;
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
}
