<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Artifacts;

use WP_Codebox\Plugin;
use WP_REST_Request;
use WP_REST_Response;

/**
 * Uploads in parts and downloads, through the REST API.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions
 */
final class Routes_Test extends Artifact_Test_Case {

	protected function setUp(): void {
		parent::setUp();
		wp_set_current_user( (int) get_users( array(
'role'   => 'administrator',
'fields' => 'ID',
'number' => 1,
) )[0] );
		if ( is_multisite() ) {
			grant_super_admin( get_current_user_id() );
		}
	}

	protected function tearDown(): void {
		wp_set_current_user( 0 );
		parent::tearDown();
	}

	public function test_a_file_that_came_in_parts_is_stored(): void {
		$bytes = random_bytes( 3000000 );
		$begun = $this->ask( 'POST', '/artifacts/uploads' );
		$this->assertSame( 201, $begun->get_status() );
		$id = $begun->get_data()['upload'];
		foreach ( str_split( $bytes, 1000000 ) as $index => $part ) {
			$this->assertSame( ( $index + 1 ) * 1000000, $this->ask( 'PUT', "/artifacts/uploads/$id", array( 'offset' => $index * 1000000 ), $part )->get_data()['size'] );
		}
		$again = $this->ask( 'PUT', "/artifacts/uploads/$id", array( 'offset' => 1000000 ), 'x' );
		$this->assertSame( array( 409, 3000000 ), array( $again->get_status(), $again->as_error()->get_error_data()['size'] ) );
		$stored = \WP_Codebox_API::persist_artifact( array(
'files' => array(
array(
'path'   => 'large.bin',
'upload' => $id,
),
),
) );
		$this->assertSame( 'created', $stored['status'] );
		$this->assertSame( hash( 'sha256', $bytes ), $stored['persisted_bundle']['files'][0]['sha256']['value'] );
		$this->assertSame( 'wp_codebox_artifact_upload_not_found', \WP_Codebox_API::persist_artifact( array(
'files' => array(
array(
'path'   => 'large.bin',
'upload' => $id,
),
),
) )->get_error_code(), 'it is used up' );
	}

	public function test_an_upload_belongs_to_who_began_it(): void {
		$id = $this->ask( 'POST', '/artifacts/uploads' )->get_data()['upload'];
		$this->assertSame( 200, $this->ask( 'PUT', "/artifacts/uploads/$id", array( 'offset' => 0 ), 'x' )->get_status() );
		wp_set_current_user( 0 );
		$this->assertSame( 401, $this->ask( 'PUT', "/artifacts/uploads/$id", array( 'offset' => 1 ), 'x' )->get_status() );
		$this->assertSame( 'wp_codebox_artifact_upload_not_found', \WP_Codebox_API::persist_artifact( array(
'files' => array(
array(
'path'   => 'a',
'upload' => $id,
),
),
) )->get_error_code() );
		$this->assertSame( 'wp_codebox_artifact_upload_not_found', \WP_Codebox_API::persist_artifact( array(
'files' => array(
array(
'path'   => 'a',
'upload' => '../../../etc/passwd',
),
),
) )->get_error_code() );
	}

	public function test_a_download_is_an_attachment_that_no_browser_runs(): void {
		$stored = $this->store()->persist( $this->draft( array( 'files/ü "x".html' => '<script>alert(1)</script>' ) ) );
		$this->assertInstanceOf( \WP_Error::class, $stored, 'a quote is no character for a path' );
		$stored   = $this->store()->persist( $this->draft( array( 'files/ü x.html' => '<script>alert(1)</script>' ) ) );
		$response = $this->ask( 'GET', "/artifacts/$stored->id/download", array( 'path' => 'files/ü x.html' ) );
		$headers  = $response->get_headers();
		$this->assertSame( 'application/octet-stream', $headers['Content-Type'] );
		$this->assertSame( "attachment; filename=\"___x.html\"; filename*=UTF-8''%C3%BC%20x.html", $headers['Content-Disposition'] );
		$this->assertSame( 'nosniff', $headers['X-Content-Type-Options'] );
		$this->assertStringContainsString( 'sandbox', $headers['Content-Security-Policy'] );
		$this->assertSame( '<script>alert(1)</script>', $this->body( $response ) );
	}

	public function test_the_whole_bundle_is_the_zip_that_export_writes(): void {
		$stored   = $this->store()->persist( $this->draft( array( 'a.txt' => str_repeat( 'a', 100000 ) ) ) );
		$response = $this->ask( 'GET', "/artifacts/$stored->id/download" );
		$expected = Plugin::services()->artifacts()->exporter()->to_file( $stored->reader, "$this->scratch/a.zip" );
		$this->assertSame( $expected['sha256'], hash( 'sha256', $this->body( $response ) ) );
	}

	public function test_what_is_damaged_or_not_allowed_is_not_given_out(): void {
		$stored = $this->store()->persist( $this->draft( array( 'a.txt' => 'a' ) ) );
		foreach ( array( '../manifest.json', 'missing.txt', '/etc/passwd', "a.txt\0" ) as $path ) {
			$this->assertSame( 404, $this->ask( 'GET', "/artifacts/$stored->id/download", array( 'path' => $path ) )->get_status(), $path );
		}
		file_put_contents( $stored->reader->directory . '/a.txt', 'b' );
		$this->assertSame( 'wp_codebox_artifact_verification_failed', $this->ask( 'GET', "/artifacts/$stored->id/download", array( 'path' => 'a.txt' ) )->as_error()->get_error_code() );
		$this->assertSame( 'wp_codebox_artifact_verification_failed', $this->ask( 'GET', "/artifacts/$stored->id/download" )->as_error()->get_error_code() );
		$this->assertSame( 404, $this->ask( 'GET', '/artifacts/artifact-bundle-sha256-' . str_repeat( '0', 64 ) . '/download' )->get_status() );
		wp_set_current_user( 0 );
		$this->assertSame( 401, $this->ask( 'GET', "/artifacts/$stored->id/download" )->get_status() );
	}

	public function test_a_browser_bundle_is_normalized_persisted_inspected_and_discarded(): void {
		$input = array(
			'schema_id'  => 'example/site/v1',
			'entrypoint' => 'index.html',
			'files'      => array(
				array(
'path'    => 'index.html',
'content' => '<h1>ü</h1>',
),
				array(
'path'           => 'a/b.bin',
'content_base64' => 'AAEC',
'roles'          => array( 'data' ),
),
			),
		);
		$normal = \WP_Codebox_API::normalize_artifact_bundle( $input );
		$this->assertSame( array( 'text/html', 'application/octet-stream' ), array_column( $normal['files'], 'mime_type' ) );
		$this->assertSame( 'wp_codebox_browser_artifact_entrypoint_missing', \WP_Codebox_API::normalize_artifact_bundle( array( 'entrypoint' => 'x' ) + $input )->get_error_code() );
		$this->assertSame( array(), $this->left_in_store() );
		unset( $input['schema_id'] );
		$first  = \WP_Codebox_API::persist_artifact( $input );
		$second = \WP_Codebox_API::persist_artifact( $input );
		$this->assertSame( array( 'created', 'existing' ), array( $first['status'], $second['status'] ) );
		$this->assertSame( $first['artifact_id'], $second['artifact_id'] );
		$seen = \WP_Codebox_API::inspect_artifact( array( 'artifact_id' => $first['artifact_id'] ) );
		$this->assertTrue( $seen['verification']['valid'] );
		$this->assertStringNotContainsString( $this->root, (string) wp_json_encode( array( $first, $seen, \WP_Codebox_API::list_artifacts() ) ), 'no answer names the place on the host' );
		$statement = $seen['artifact']['provenance'];
		$this->assertSame( 'https://in-toto.io/Statement/v1', $statement['_type'] );
		$this->assertContains( hash( 'sha256', '<h1>ü</h1>' ), array_column( array_column( $statement['subject'], 'digest' ), 'sha256' ) );
		$this->assertContains( 'files/browser/index.html', array_column( $statement['subject'], 'name' ) );
		$this->assertSame( 'existing', \WP_Codebox_API::reimport_artifact( array( 'artifact_ref' => $first['artifact_ref'] ) )['status'] );
		$this->assertTrue( \WP_Codebox_API::discard_artifact( array( 'artifact_id' => $first['artifact_id'] ) )['success'] );
		$this->assertSame( 'wp_codebox_artifact_not_found', \WP_Codebox_API::get_artifact( array( 'artifact_id' => $first['artifact_id'] ) )->get_error_code() );
	}

	private function ask( string $method, string $route, array $query = array(), string $body = '' ): WP_REST_Response {
		$request = new WP_REST_Request( $method, "/wp-codebox/v1$route" );
		$request->set_query_params( $query );
		$request->set_header( 'Content-Type', 'application/octet-stream' );
		$request->set_body( $body );
		return rest_do_request( $request );
	}

	/** What the server sends for a response that makes its own body. */
	private function body( WP_REST_Response $response ): string {
		$level = ob_get_level();
		ob_start();
		$sent = new \ReflectionFunction( array_values( array_filter( array_column( end( $GLOBALS['wp_filter']['rest_pre_serve_request']->callbacks ), 'function' ), static fn( mixed $callback ): bool => $callback instanceof \Closure ) )[0] );
		$this->assertSame( $level + 1, ob_get_level() );
		$download = $sent->getClosureThis();
		( ( new \ReflectionProperty( $download, 'send' ) )->getValue( $download ) )();
		remove_all_filters( 'rest_pre_serve_request' );
		add_filter( 'rest_pre_serve_request', 'rest_send_cors_headers' );
		return (string) ob_get_clean();
	}
}
