<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Artifacts;

use WP_Codebox\Artifacts\Artifact_Error;
use WP_Codebox\Artifacts\Artifact_Services;
use WP_Codebox\Artifacts\Bundle_Draft;
use WP_Codebox\Artifacts\Bundle_File;
use WP_Codebox\Artifacts\Bundle_Manifest;
use WP_Codebox\Artifacts\Canonical_Json;
use WP_Codebox\Artifacts\Path_Policy;
use WP_Codebox\Artifacts\Path_Set;
use WP_Codebox\Operations\Invocation;

/**
 * The vectors that Jest runs too: PHP and Node agree on bytes, paths and violations.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions
 */
final class Vectors_Test extends Artifact_Test_Case {

	public function test_canonical_json(): void {
		foreach ( self::vectors( 'canonical-json' ) as $vector ) {
			$this->assertSame( $vector['canonical'], Canonical_Json::encode( json_decode( $vector['json'] ) ), $vector['json'] );
		}
	}

	public function test_paths(): void {
		$policy = new Path_Policy();
		foreach ( self::vectors( 'paths' ) as $vector ) {
			$this->assertSame( $vector['problem'], $policy->problem( $vector['path'] ), (string) json_encode( $vector['path'] ) );
		}
		$this->assertSame( 'path-not-utf8', $policy->problem( "a\xff" ) );
	}

	public function test_without_intl_nothing_passes_that_is_not_normalized(): void {
		foreach ( self::vectors( 'paths' ) as $vector ) {
			if ( 'path-not-nfc' === $vector['problem'] ) {
				$this->assertFalse( Path_Policy::is_certainly_nfc( $vector['path'] ), $vector['path'] );
			}
		}
		$this->assertTrue( Path_Policy::is_certainly_nfc( '日本語/Übung-😀.json' ) );
	}

	public function test_collisions(): void {
		foreach ( self::vectors( 'collisions' ) as $vector ) {
			$policy = new Path_Policy();
			$set    = new Path_Set( $policy );
			$found  = array_values( array_filter( array_map( array( $set, 'add' ), $vector['paths'] ) ) );
			$this->assertSame( $vector['problem'], $found[0] ?? null, implode( ' + ', $vector['paths'] ) );
			$this->assertSame( $vector['folded'], array_map( array( $policy, 'fold' ), $vector['paths'] ) );
		}
	}

	public function test_file_lists(): void {
		foreach ( self::vectors( 'file-lists' ) as $vector ) {
			$this->assertSame( $vector['id'], Bundle_Manifest::id_of( Bundle_Manifest::content_digest( $vector['files'] ) ) );
			$this->assertSame( $vector['id'], Bundle_Manifest::id_of( hash( 'sha256', $vector['bytes'] ) ) );
		}
	}

	public function test_the_writer_makes_the_same_bytes_as_node(): void {
		$directory = $this->write_vector_bundle();
		$this->assertSame( self::vectors( 'tampering' )['manifest'], file_get_contents( $directory . '/manifest.json' ) );
	}

	public function test_every_kind_of_tampering_has_the_violations_that_node_finds(): void {
		$this->assertGreaterThan( 50, count( self::vectors( 'tampering' )['cases'] ) );
		foreach ( self::vectors( 'tampering' )['cases'] as $case ) {
			$directory = $this->write_vector_bundle();
			array_map( fn( array $step ) => $this->tamper( $directory, $step ), $case['steps'] );
			$found = array_map(
				static fn( array $violation ): array => array_diff_key( $violation, array( 'message' => 1 ) ),
				( new Artifact_Services() )->verifier()->verify( $directory )->violations()
			);
			$this->assertSame( $this->ordered( $case['violations'] ), $this->ordered( $found ), $case['name'] );
			( new \WP_Codebox\Artifacts\Durable_Files() )->remove( $directory );
		}
	}

	public function test_any_flipped_byte_is_found_with_the_code_that_node_finds(): void {
		$directory = $this->write_vector_bundle();
		$verifier  = ( new Artifact_Services() )->verifier();
		$flipped   = 0;
		foreach ( self::vectors( 'tampering' )['flips'] as $path => $changes ) {
			$bytes  = (string) file_get_contents( "$directory/$path" );
			$expect = array_column( $changes, 1, 0 );
			$codes  = '';
			for ( $offset = 0, $length = strlen( $bytes ); $offset < $length; $offset++ ) {
				$codes            = $expect[ $offset ] ?? $codes;
				$copy             = $bytes;
				$copy[ $offset ] = chr( ord( $bytes[ $offset ] ) ^ 1 );
				file_put_contents( "$directory/$path", $copy );
				$found = implode( ' ', array_column( $verifier->verify( $directory )->violations(), 'code' ) );
				if ( '' === $found || $found !== $codes ) {
					$this->fail( "$path at $offset: expected '$codes', found '$found'" );
				}
				++$flipped;
			}
			file_put_contents( "$directory/$path", $bytes );
		}
		$this->assertGreaterThan( 2000, $flipped );
		$this->assertTrue( $verifier->verify( $directory )->is_valid() );
	}

	public function test_archives_are_refused_with_the_code_that_node_has(): void {
		foreach ( self::vectors( 'archives' ) as $vector ) {
			file_put_contents( "$this->scratch/archive.zip", Hostile_Archive::of( $vector ) );
			$answer = Artifact_Error::guard( fn() => ( new Artifact_Services() )->importer()->import( array( 'source_bundle_path' => "$this->scratch/archive.zip" ), $this->store(), new Invocation( Invocation::CLI ) ) );
			$this->assertInstanceOf( \WP_Error::class, $answer, $vector['name'] );
			$data = $answer->get_error_data();
			$this->assertSame( $vector['violation'], $data['violation'] ?? $data['violations'][0]['code'] ?? $answer->get_error_code(), $vector['name'] . ': ' . $answer->get_error_message() );
			$this->assertSame( array(), $this->left_in_store(), $vector['name'] );
		}
	}

	private function write_vector_bundle(): string {
		$vector = self::vectors( 'tampering' );
		$draft  = new Bundle_Draft( $vector['draft']['runtime'], $vector['draft']['metadata'], $vector['draft']['predicate'], $vector['draft']['createdAt'] );
		foreach ( $vector['draft']['files'] as $file ) {
			$draft->with( Bundle_File::of_text( $file['path'], $file['kind'], $file['contentType'], $file['source'] ) );
		}
		$stored = $this->store()->persist( $draft );
		$this->assertNotInstanceOf( \WP_Error::class, $stored );
		$this->assertSame( $vector['id'], $stored->id );
		return $stored->reader->directory;
	}

	private function tamper( string $directory, array $step ): void {
		$path = isset( $step['path'] ) ? "$directory/{$step['path']}" : '';
		match ( $step['op'] ) {
			'write'     => file_put_contents( $path, $step['text'] ),
			'append'    => file_put_contents( $path, $step['text'], FILE_APPEND ),
			'remove'    => unlink( $path ),
			'directory' => mkdir( $path ),
			'symlink'   => symlink( $step['target'], $path ),
			'hardlink'  => link( "$directory/{$step['from']}", $path ),
			'rename'    => rename( "$directory/{$step['from']}", "$directory/{$step['to']}" ),
		};
	}

	private function ordered( array $violations ): array {
		return array_map(
			static function ( array $violation ): array {
				ksort( $violation );
				return $violation;
			},
			$violations
		);
	}
}
