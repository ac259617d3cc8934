<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Artifacts;

use PHPUnit\Framework\Attributes\DataProvider;
use WP_Codebox\Artifacts\Artifact_Services;
use WP_Codebox\Artifacts\Bundle_Draft;
use WP_Codebox\Artifacts\Bundle_File;
use WP_Codebox\Operations\Invocation;
use WP_Codebox\Plugin;
use WP_Error;

/**
 * What must not come in: each with a code of its own, and nothing on disk afterwards.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions
 */
final class Hostile_Input_Test extends Artifact_Test_Case {

	public static function hostile_paths(): array {
		return array(
			'parent'            => array( '../evil.txt', 'path-traversal' ),
			'parent inside'     => array( 'a/../../evil.txt', 'path-traversal' ),
			'absolute'          => array( '/etc/evil.txt', 'path-absolute' ),
			'NUL'               => array( "a\0.txt", 'path-nul' ),
			'backslash'         => array( '..\\evil.txt', 'path-backslash' ),
			'drive letter'      => array( 'C:/evil.txt', 'path-drive-letter' ),
			'php'               => array( 'evil.php', 'path-executable' ),
			'php in the middle' => array( 'evil.php.jpg', 'path-executable' ),
			'phar'              => array( 'evil.phar', 'path-executable' ),
			'pht'               => array( 'evil.PhT', 'path-executable' ),
			'htaccess'          => array( 'a/.htaccess', 'path-server-configuration' ),
			'decomposed'        => array( "e\u{301}.txt", 'path-not-nfc' ),
			'control character' => array( "a\nb.txt", 'path-control-character' ),
			'right to left'     => array( "a\u{202e}txt.exe", 'path-control-character' ),
			'device'            => array( 'NUL.txt', 'path-reserved-name' ),
			'stream'            => array( 'file:stream', 'path-reserved-character' ),
			'empty'             => array( '', 'path-empty' ),
			'dot'               => array( './a.txt', 'path-dot-segment' ),
			'long'              => array( str_repeat( 'x', 256 ), 'path-too-long' ),
			'deep'              => array( str_repeat( 'd/', 40 ) . 'f', 'path-too-deep' ),
		);
	}

	#[DataProvider( 'hostile_paths' )]
	public function test_a_path_is_refused_by_every_way_in( string $path, string $violation ): void {
		$this->assert_refused( $violation, $this->persist( array(
array(
'path'    => $path,
'content' => 'x',
),
) ) );
		$this->assert_refused( $violation, $this->store()->persist( $this->draft( array( $path => 'x' ) ) ) );
		$this->assert_refused( $violation, $this->import_zip( $this->zip( array( array( $path, 'x' ) ) ) ) );
	}

	public static function hostile_lists(): array {
		return array(
			'twice'              => array( array( 'a.txt', 'a.txt' ), 'path-duplicate' ),
			'case twins'         => array( array( 'a.txt', 'A.TXT' ), 'path-case-collision' ),
			'case twins by ß'    => array( array( 'straße', 'STRASSE' ), 'path-case-collision' ),
			'NFC twins'          => array( array( "\u{e9}.txt", "e\u{301}.txt" ), 'path-not-nfc' ),
			'file and directory' => array( array( 'a', 'a/b' ), 'path-file-and-directory' ),
			'10,000 files'       => array( array_map( static fn( int $number ): string => "f$number", range( 1, 10000 ) ), 'too-many-files' ),
		);
	}

	#[DataProvider( 'hostile_lists' )]
	public function test_a_list_is_refused_by_every_way_in( array $paths, string $violation ): void {
		$files = array_map( static fn( string $path ): array => array(
'path'    => $path,
'content' => '',
), $paths );
		$this->assert_refused( $violation, $this->persist( $files ) );
		$draft = new Bundle_Draft( array() );
		$draft->with( ...array_map( static fn( string $path ): Bundle_File => Bundle_File::of_text( $path, 'log', 'text/plain', '' ), $paths ) );
		$this->assert_refused( $violation, $this->store()->persist( $draft ) );
		$this->assert_refused( $violation, $this->import_zip( $this->zip( array_map( static fn( string $path ): array => array( $path, '' ), $paths ) ) ) );
	}

	public function test_an_empty_list_is_refused(): void {
		$this->assert_refused( 'files-missing', $this->persist( array() ) );
		$this->assert_refused( 'files-missing', $this->store()->persist( new Bundle_Draft( array() ) ) );
		$this->assert_refused( 'files-missing', $this->import_zip( $this->zip( array() ) ) );
	}

	public function test_base64_that_is_not_is_refused(): void {
		foreach ( array( '@@@', 'YQ', "YQ=\n=", 'YQ==YQ==', 'YR==', ' YQ==', 'a' ) as $text ) {
			$this->assert_refused( 'base64-invalid', $this->persist( array(
array(
'path'           => 'a',
'content_base64' => $text,
),
) ) );
			$this->assert_refused( 'base64-invalid', $this->persist( array(
array(
'path'     => 'a',
'content'  => $text,
'encoding' => 'base64',
),
) ) );
		}
		$this->assert_refused( 'wp_codebox_invalid_encoding', $this->persist( array(
array(
'path'    => 'a',
'content' => "\xff",
),
) ) );
		$this->assert_refused(
			'encoding-invalid',
			\WP_Codebox\Artifacts\Artifact_Error::guard( static fn(): array => ( new Artifact_Services() )->browser_files()->read( array(
array(
'path'    => 'a',
'content' => "\xff",
),
), null ) )
		);
		$this->assert_refused( 'content-missing', $this->persist( array( array( 'path' => 'a' ) ) ) );
		$this->assert_refused( 'content-missing', $this->persist( array(
array(
'path'           => 'a',
'content'        => '',
'content_base64' => '',
),
) ) );
		$this->assert_refused( 'file-too-large', $this->persist( array(
array(
'path'    => 'a',
'content' => str_repeat( 'x', 5242881 ),
),
) ) );
	}

	public function test_links_in_a_source_are_refused(): void {
		$bundle = $this->elsewhere();
		symlink( '/etc/passwd', "$bundle/files/link.txt" );
		$this->assert_violation( 'unsafe-file', $this->import( $bundle ) );
		unlink( "$bundle/files/link.txt" );
		link( "$bundle/files/a.txt", "$bundle/files/hard.txt" );
		$this->assert_violation( 'hardlink', $this->import( $bundle ) );
		unlink( "$bundle/files/hard.txt" );
		rename( "$bundle/files/a.txt", "$this->scratch/a.txt" );
		symlink( "$this->scratch/a.txt", "$bundle/files/a.txt" );
		$this->assert_violation( 'unsafe-file', $this->import( $bundle ) );
		unlink( "$bundle/files/a.txt" );
		posix_mkfifo( "$bundle/files/a.txt", 0600 );
		$this->assert_violation( 'unsafe-file', $this->import( $bundle ) );
		$this->assert_refused( 'unsafe-file', $this->import_zip( $this->zip( array( array( 'files/link', '/etc/passwd', 0120777 << 16 ) ) ) ) );
	}

	public function test_an_id_that_names_another_place_is_refused(): void {
		$bundle   = $this->elsewhere();
		$manifest = json_decode( (string) file_get_contents( "$bundle/manifest.json" ) );
		foreach ( array( '../../evil', '/tmp/evil', 'artifact-bundle-sha256-' . str_repeat( '0', 64 ) ) as $id ) {
			$manifest->id                       = $id;
			$manifest->files[0]->sha256->value = \WP_Codebox\Artifacts\Bundle_Manifest::self_digest( $manifest );
			file_put_contents( "$bundle/manifest.json", \WP_Codebox\Artifacts\Canonical_Json::encode( $manifest ) );
			$this->assert_violation( 'bundle-id-mismatch', $this->import( $bundle ) );
			foreach ( array( 'find', 'verify', 'discard' ) as $method ) {
				$this->assertInstanceOf( WP_Error::class, $this->store()->$method( $id ) );
			}
		}
	}

	public function test_zip_bombs_are_refused_before_they_unpack(): void {
		$zeros = (string) gzdeflate( str_repeat( "\0", 40000000 ), 9 );
		$this->assert_refused( 'zip-bomb', $this->import_zip( $this->zip( array( array( 'files/zeros', $zeros, 0, 8, 40000000, 0 ) ) ) ) );
		// One that says it is small and is not.
		$this->assert_refused( 'zip-bomb', $this->import_zip( $this->zip( array( array( 'files/zeros', $zeros, 0, 8, 1000, 0 ) ) ) ) );
		// Sizes that no disk holds.
		$this->assert_refused( 'zip-bomb', $this->import_zip( $this->zip( array( array( 'files/zeros', str_repeat( 'x', 3000000 ), 0, 8, 4000000000, 0 ), array( 'files/more', str_repeat( 'x', 3000000 ), 0, 8, 2900000000, 0 ) ) ) ) );
		// Members that share their bytes.
		$archive = $this->zip( array( array( 'files/a', str_repeat( 'x', 1000 ) ), array( 'files/b', str_repeat( 'x', 1000 ) ) ) );
		$bytes   = (string) file_get_contents( $archive );
		$second  = (int) strrpos( $bytes, "PK\x01\x02" );
		file_put_contents( $archive, substr_replace( $bytes, pack( 'V', 10 ), $second + 42, 4 ) );
		$this->assert_refused( 'zip-bomb', $this->import_zip( $archive ) );
	}

	public function test_broken_archives_are_refused(): void {
		$good = (string) file_get_contents( $this->zip( array( array( 'files/a', 'abc' ) ) ) );
		foreach ( array( '', 'x', str_repeat( 'x', 100 ), substr( $good, 0, -1 ), substr( $good, 1 ), $good . 'x', 'x' . $good, str_replace( 'abc', 'abd', $good ), str_replace( "PK\x03\x04", "PK\x03\x05", $good ) ) as $index => $bytes ) {
			$archive = "$this->scratch/broken-$index.zip";
			file_put_contents( $archive, $bytes );
			$this->assert_refused( 'zip-invalid', $this->import_zip( $archive ) );
		}
	}

	public function test_a_caller_without_a_shell_names_no_path_of_the_host(): void {
		$bundle = $this->elsewhere();
		foreach ( array(
'source_bundle_path'   => $bundle,
'source_manifest_path' => "$bundle/manifest.json",
) as $field => $path ) {
			$answer = \WP_Codebox_API::import_artifact( array( $field => $path ) );
			$this->assertSame( 'wp_codebox_artifact_host_path_refused', $answer->get_error_code() );
			$answer = \WP_Codebox_API::import_artifact( array( $field => "$path-missing" ) );
			$this->assertSame( 'wp_codebox_artifact_host_path_refused', $answer->get_error_code(), 'what is there is not told' );
		}
		foreach ( array(
'list_artifacts'   => array(),
'persist_artifact' => array(
'files' => array(
array(
'path'    => 'a',
'content' => '',
),
),
),
) as $method => $input ) {
			$this->assertSame( 'wp_codebox_artifact_host_path_refused', \WP_Codebox_API::$method( $input + array( 'artifacts_path' => $this->scratch ) )->get_error_code() );
		}
		$this->assertSame( array(), $this->left_in_store() );
		$roots = fn(): array => array( $this->scratch . '/elsewhere' );
		add_filter( 'wp_codebox_artifact_import_roots', $roots );
		symlink( '/etc', "$this->scratch/elsewhere/link" );
		$this->assertSame( 'created', \WP_Codebox_API::import_artifact( array( 'source_bundle_path' => $bundle ) )['status'] );
		$this->assertSame( 'wp_codebox_artifact_host_path_refused', \WP_Codebox_API::import_artifact( array( 'source_bundle_path' => "$this->scratch/elsewhere/link" ) )->get_error_code() );
		$this->assertSame( 'wp_codebox_artifact_host_path_refused', \WP_Codebox_API::import_artifact( array( 'source_bundle_path' => "$this->scratch/elsewhere/../.." ) )->get_error_code() );
		remove_filter( 'wp_codebox_artifact_import_roots', $roots );
	}

	public function test_the_wrong_bundle_is_refused(): void {
		$bundle = $this->elsewhere();
		$this->assertSame( 'wp_codebox_artifact_import_id_mismatch', $this->import( $bundle, array( 'expected_artifact_id' => 'artifact-bundle-sha256-' . str_repeat( '0', 64 ) ) )->get_error_code() );
		$this->assertSame( 'wp_codebox_artifact_import_digest_mismatch', $this->import( $bundle, array( 'expected_content_digest' => str_repeat( '0', 64 ) ) )->get_error_code() );
		$this->assertSame( array(), $this->left_in_store() );
		$this->assertSame( 'created', $this->import( $bundle, array(
'expected_artifact_id'    => basename( $bundle ),
'expected_content_digest' => 'sha256:' . substr( basename( $bundle ), -64 ),
) )['status'] );
	}

	private function assert_refused( string $violation, mixed $answer ): void {
		$this->assertInstanceOf( WP_Error::class, $answer, "$violation was let in" );
		$this->assertSame( $violation, $answer->get_error_data()['violation'] ?? $answer->get_error_code(), $answer->get_error_message() );
		$this->assertSame( array(), $this->left_in_store(), "$violation left something on disk" );
	}

	private function assert_violation( string $code, mixed $answer ): void {
		$this->assertInstanceOf( WP_Error::class, $answer );
		$this->assertSame( 'wp_codebox_artifact_verification_failed', $answer->get_error_code(), $answer->get_error_message() );
		$this->assertContains( $code, array_column( $answer->get_error_data()['violations'], 'code' ) );
		$this->assertSame( array(), $this->left_in_store() );
	}

	private function persist( array $files ): array|WP_Error {
		return \WP_Codebox_API::persist_artifact( array( 'files' => $files ) );
	}

	private function import( string $source, array $more = array() ): array|WP_Error {
		return Plugin::services()->runner()->run( 'wp-codebox/import-artifact-bundle', array( 'source_bundle_path' => $source ) + $more, new Invocation( Invocation::CLI ) );
	}

	private function import_zip( string $archive ): array|WP_Error {
		return $this->import( $archive );
	}

	private function elsewhere(): string {
		return ( new Artifact_Services() )->store_of( array( 'artifacts_path' => "$this->scratch/elsewhere" ), new Invocation( Invocation::CLI ) )->persist( $this->draft( array( 'files/a.txt' => 'a' ) ) )->reader->directory;
	}

	/**
	 * A zip as a stranger would make it.
	 *
	 * @param list<array{0: string, 1: string, 2?: int, 3?: int, 4?: int, 5?: int}> $members Name, packed bytes, external attributes, method, stated size, stated check sum.
	 */
	private function zip( array $members ): string {
		$bytes     = '';
		$directory = '';
		foreach ( $members as $member ) {
			list( $name, $packed )  = $member;
			$method     = $member[3] ?? 0;
			$size       = $member[4] ?? strlen( $packed );
			$crc        = $member[5] ?? crc32( $packed );
			$fields     = pack( 'vvvvvVVVvv', 20, 0x0800, $method, 0, 33, $crc, strlen( $packed ), $size, strlen( $name ), 0 );
			$directory .= "PK\x01\x02" . pack( 'v', 3 << 8 ) . $fields . pack( 'vvvVV', 0, 0, 0, $member[2] ?? 0, strlen( $bytes ) ) . $name;
			$bytes     .= "PK\x03\x04" . $fields . $name . $packed;
		}
		$path = $this->scratch . '/' . bin2hex( random_bytes( 6 ) ) . '.zip';
		file_put_contents( $path, $bytes . $directory . "PK\x05\x06" . pack( 'vvvvVVv', 0, 0, count( $members ), count( $members ), strlen( $directory ), strlen( $bytes ), 0 ) );
		return $path;
	}
}
