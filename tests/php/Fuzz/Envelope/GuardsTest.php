<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Envelope;

use WP_Codebox\Fuzz\Envelope\Content_Digest;
use WP_Codebox\Fuzz\Envelope\Envelope_Factory;
use WP_Codebox\Fuzz\Run\Observation;

final class GuardsTest extends Envelope_Case {

	public function test_globals_superglobals_and_query_come_back(): void {
		$_GET['codebox'] = 'kept';
		$query           = $GLOBALS['wp_query'];
		$observation     = $this->inside(
			static function (): void {
				$_GET                       = array( 'other' => 1 );
				$_SERVER['REQUEST_METHOD']  = 'TEAPOT';
				$GLOBALS['codebox_new']     = 1;
				$GLOBALS['shortcode_tags']  = array();
				$GLOBALS['post']            = (object) array( 'ID' => 5 );
				$GLOBALS['wp_query']->posts = array( 1, 2 );
				query_posts( 'posts_per_page=1' ); // phpcs:ignore WordPress.WP.DiscouragedFunctions -- What is tested.
				unset( $GLOBALS['wp_rewrite'] );
				$GLOBALS['wpdb']->suppress_errors( true );
				wp_scripts()->registered = array();
			}
		);
		self::assertSame( 'kept', $_GET['codebox'] );
		self::assertNotSame( 'TEAPOT', $_SERVER['REQUEST_METHOD'] );
		self::assertArrayNotHasKey( 'codebox_new', $GLOBALS );
		self::assertTrue( shortcode_exists( 'gallery' ) );
		self::assertSame( $query, $GLOBALS['wp_query'] );
		self::assertNotSame( array( 1, 2 ), $GLOBALS['wp_query']->posts );
		self::assertInstanceOf( \WP_Rewrite::class, $GLOBALS['wp_rewrite'] );
		self::assertFalse( $GLOBALS['wpdb']->suppress_errors );
		self::assertNotEmpty( wp_scripts()->registered );
		self::assertContains( 'globals_changed', $this->types( $observation ) );
		unset( $_GET['codebox'] );
	}

	public function test_what_a_case_logs_does_not_reach_the_log_of_the_site(): void {
		$log    = (string) tempnam( sys_get_temp_dir(), 'codebox-log-' );
		$before = ini_set( 'error_log', $log ); // phpcs:ignore WordPress.PHP.IniSet
		try {
			$this->inside(
				static function (): void {
					error_log( 'of a case' ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions
					$GLOBALS['wpdb']->query( 'SELECT * FROM codebox_no_such_table' );
				}
			);
			self::assertSame( '', file_get_contents( $log ) );
			error_log( 'of the site' ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions
			self::assertStringContainsString( 'of the site', (string) file_get_contents( $log ) );
		} finally {
			ini_set( 'error_log', (string) $before ); // phpcs:ignore WordPress.PHP.IniSet
			unlink( $log );
		}
	}

	public function test_hooks_added_and_removed_come_back(): void {
		$this->inside(
			static function (): void {
				add_filter( 'the_content', '__return_empty_string' );
				remove_filter( 'the_content', 'wpautop' );
				add_action( 'codebox_new_hook', '__return_true' );
				remove_all_filters( 'the_title' );
				do_action( 'codebox_counted' );
			}
		);
		self::assertFalse( has_filter( 'the_content', '__return_empty_string' ) );
		self::assertSame( 10, has_filter( 'the_content', 'wpautop' ) );
		self::assertFalse( has_action( 'codebox_new_hook' ) );
		self::assertNotFalse( has_filter( 'the_title', 'wptexturize' ) );
		self::assertSame( 0, did_action( 'codebox_counted' ) );
	}

	public function test_it_works_inside_a_running_hook(): void {
		$order = array();
		add_action(
			'codebox_running',
			function () use ( &$order ): void {
				$order[] = 'first';
				$this->inside( static fn() => remove_all_actions( 'codebox_running' ) );
			}
		);
		add_action(
			'codebox_running',
			static function () use ( &$order ): void {
				$order[] = 'second';
			},
			20
		);
		do_action( 'codebox_running' );
		do_action( 'codebox_running' );
		remove_all_actions( 'codebox_running' );
		self::assertSame( array( 'first', 'second', 'first', 'second' ), $order );
	}

	public function test_role_user_and_session_are_seen(): void {
		$observation = $this->inside(
			static function ( Observation $o ): void {
				self::assertSame( array( 'subscriber' ), array_values( wp_get_current_user()->roles ) );
				wp_set_current_user( 1 );
				\WP_Session_Tokens::get_instance( 1 )->create( time() + 60 );
				wp_set_auth_cookie( 1 );
			},
			'POST',
			'subscriber'
		);
		self::assertSame( Observation::RETURNED, $observation->ended, (string) wp_json_encode( $observation->throwable ) );
		self::assertSame( 1, $observation->user_after );
		self::assertNotSame( 1, $observation->user_before );
		foreach ( array( 'user_switched', 'user_changed', 'session_token', 'cookie' ) as $type ) {
			self::assertContains( $type, $this->types( $observation ) );
		}
		self::assertSame( 0, get_current_user_id() );
		self::assertFalse( get_user_by( 'login', 'codebox_subscriber' ) );
	}

	public function test_two_users_of_a_role_are_two(): void {
		$first  = $this->inside( static fn() => null, 'GET', 'author:1' );
		$second = $this->inside(
			static function (): void {
				self::assertSame( array( 'author' ), array_values( wp_get_current_user()->roles ) );
			},
			'GET',
			'author:2'
		);
		self::assertGreaterThan( 0, $first->user_before );
		self::assertSame( Observation::RETURNED, $second->ended );
	}

	public function test_the_request_is_mirrored_slashed(): void {
		$seen = array();
		$this->inside(
			static function () use ( &$seen ): void {
				$seen = array( $_GET, $_REQUEST, $_SERVER['REQUEST_METHOD'], $_SERVER['REQUEST_URI'], $_SERVER['HTTP_X_WP_NONCE'] ); // phpcs:ignore WordPress.Security -- What is tested.
			},
			'GET',
			null,
			array(
'path'    => '/wp/v2/posts',
'params'  => array( 'q' => "O'Hara" ),
'headers' => array( 'X-WP-Nonce' => 'n' ),
)
		);
		self::assertSame( array( array( 'q' => "O\\'Hara" ), array( 'q' => "O\\'Hara" ), 'GET', '/' . rest_get_url_prefix() . '/wp/v2/posts?q=O%27Hara', 'n' ), $seen );
	}

	public function test_nothing_goes_out_and_everything_is_recorded(): void {
		$observation = $this->inside(
			static function (): void {
				self::assertWPError( wp_remote_get( 'http://192.0.2.1/out' ) );
				wp_remote_post( home_url( '/loop' ) );
				spawn_cron();
				wp_remote_post( site_url( 'wp-cron.php' ) );
				self::assertTrue( wp_mail( 'a@example.org', 'Subject', 'Text' ) );
				wp_schedule_single_event( time() + 100, 'codebox_event' );
			}
		);
		$types = $this->types( $observation );
		foreach ( array( 'http', 'loopback', 'cron_spawn', 'mail', 'scheduled_event' ) as $type ) {
			self::assertContains( $type, $types );
		}
		self::assertSame( 'http://192.0.2.1/out', $observation->events_of( 'http' )[0]['data']['url'] );
		self::assertContains( __FILE__, array_column( $observation->events_of( 'mail' )[0]['frames'], 'file' ) );
		self::assertFalse( wp_next_scheduled( 'codebox_event' ) );
	}

	public function test_a_mock_answers_outbound_http(): void {
		$this->envelope->leave();
		$this->envelope = Envelope_Factory::make(
			null,
			static fn( string $url ): array => array(
				'headers'  => array(),
				'body'     => 'answer to ' . $url,
				'response' => array(
'code'    => 200,
'message' => 'OK',
),
				'cookies'  => array(),
				'filename' => null,
			)
		);
		$body = '';
		$this->inside(
			static function () use ( &$body ): void {
				$body = wp_remote_retrieve_body( wp_remote_get( 'http://192.0.2.1/' ) );
			}
		);
		self::assertSame( 'answer to http://192.0.2.1/', $body );
	}

	public function test_files_stay(): void {
		$file = WP_CONTENT_DIR . '/codebox-file.txt';
		file_put_contents( $file, 'x' );
		$uploads     = wp_upload_dir()['basedir'];
		$observation = $this->inside(
			static function () use ( $file ): void {
				wp_delete_file( $file );
				WP_Filesystem();
				$GLOBALS['wp_filesystem']->delete( $file );
				$GLOBALS['wp_filesystem']->put_contents( $file, 'changed' );
				self::assertSame( 'x', $GLOBALS['wp_filesystem']->get_contents( $file ) );
				self::assertFalse( wp_is_file_mod_allowed( 'test' ) );
				$upload = wp_upload_bits( 'codebox.txt', null, 'uploaded' );
				self::assertSame( 'uploaded', file_get_contents( $upload['file'] ) );
				self::assertStringNotContainsString( WP_CONTENT_DIR, $upload['file'] );
			}
		);
		self::assertSame( Observation::RETURNED, $observation->ended, (string) wp_json_encode( $observation->throwable ) );
		self::assertSame( 'x', file_get_contents( $file ) );
		unlink( $file );
		self::assertCount( 2, $observation->events_of( 'file_delete' ) );
		self::assertCount( 1, $observation->events_of( 'file_write' ) );
		self::assertCount( 1, $observation->events_of( 'upload' ) );
		self::assertSame( $uploads, wp_upload_dir()['basedir'] );
		self::assertSame( array(), glob( get_temp_dir() . 'wp-codebox-uploads-*' ) );
	}

	public function test_each_case_can_write_into_the_uploads(): void {
		foreach ( array( 1, 2 ) as $number ) {
			$observation = $this->inside(
				static function () use ( $number ): void {
					// As plugins do that bring their own upload: the folder is expected to be there.
					self::assertSame( 1, file_put_contents( wp_upload_dir()['path'] . '/codebox.txt', (string) $number ) );
				}
			);
			self::assertCount( 1, $observation->events_of( 'upload' ), (string) wp_json_encode( $observation->throwable ) );
		}
	}

	public function test_a_deletion_in_the_uploads_is_noted_unless_the_case_made_the_file(): void {
		$observation = $this->inside(
			static function (): void {
				$own = wp_upload_bits( 'codebox-own.txt', null, 'x' );
				wp_delete_file( $own['file'] );
				self::assertFileDoesNotExist( $own['file'] );
				wp_delete_file( wp_upload_dir()['basedir'] . '/codebox-of-the-site.txt' );
			}
		);
		self::assertSame( array( 'codebox-of-the-site.txt' ), array_map( static fn( array $event ): string => basename( $event['data']['path'] ), $observation->events_of( 'file_delete' ) ) );
	}

	public function test_the_digest_finds_what_raw_functions_write(): void {
		$digest = Content_Digest::of_site();
		$file   = WP_CONTENT_DIR . '/codebox-raw.txt';
		file_put_contents( $file, 'one' );
		$before = $digest->take();
		self::assertSame( array(), $digest->changes( $before, $digest->take() ) );
		$this->inside( static fn() => file_put_contents( $file, 'two' ) );
		self::assertSame( array(
array(
'path'   => 'codebox-raw.txt',
'change' => 'changed',
),
), $digest->changes( $before, $digest->take() ) );
		unlink( $file );
		self::assertSame( 'removed', $digest->changes( $before, $digest->take() )[0]['change'] );
	}

	public function test_wp_die_redirect_and_throwables_end_only_the_case(): void {
		$died = $this->inside( static fn() => wp_die( 'Dead', '', array( 'response' => 418 ) ) );
		self::assertSame( array( Observation::EXITED, 418, 'Dead' ), array( $died->ended, $died->status, $died->throwable['message'] ) );
		$redirected = $this->inside( static fn() => wp_safe_redirect( home_url( '/x' ) ) );
		self::assertSame( array( Observation::EXITED, 302 ), array( $redirected->ended, $redirected->status ) );
		self::assertSame( home_url( '/x' ), $redirected->events_of( 'redirect' )[0]['data']['location'] );
		$threw = $this->inside( static fn() => throw new \TypeError( 'No' ) );
		self::assertSame( array( Observation::THREW, 'TypeError', __FILE__ ), array( $threw->ended, $threw->throwable['class'], $threw->throwable['frames'][0]['file'] ) );
	}

	public function test_php_errors_and_notices_are_recorded_but_not_what_is_silenced(): void {
		$observation = $this->inside(
			static function (): void {
				$array = array();
				$array['missing']; // @phpstan-ignore-line
				@$array['silenced']; // phpcs:ignore WordPress.PHP.NoSilencedErrors -- What is tested.
				_doing_it_wrong( 'codebox', 'Wrong.', '1' );
				_deprecated_function( 'codebox_old', '1', 'codebox_new' );
				trigger_error( 'own', E_USER_NOTICE ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions
				set_error_handler( static fn(): bool => true ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions
				set_exception_handler( static fn() => null );
			}
		);
		self::assertSame( array( 'warning', 'doing_it_wrong', 'deprecated', 'user_notice' ), array_column( $observation->php_errors, 'severity' ) );
		self::assertSame( __FILE__, $observation->php_errors[0]['frames'][0]['file'] );
		$current = set_error_handler( null ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions
		restore_error_handler();
		self::assertNotInstanceOf( \Closure::class, $current );
	}

	public function test_output_is_captured_and_a_loop_of_ob_end_clean_ends(): void {
		$level       = ob_get_level();
		$observation = $this->inside(
			static function (): void {
				echo 'printed';
				while ( ob_get_level() > 0 ) {
					ob_end_clean();
				}
			}
		);
		self::assertSame( $level, ob_get_level() );
		self::assertSame( 'printed', substr( $observation->output, 0, 7 ) );
		self::assertContains( 'ob_changed', $this->types( $observation ) );
		$huge = $this->inside( static fn() => print( str_repeat( 'x', 300000 ) ) ); // phpcs:ignore Squiz.PHP
		self::assertSame( 65536, strlen( $huge->output ) );
	}

	public function test_what_belongs_to_the_process_comes_back(): void {
		$before      = array( getcwd(), ini_get( 'memory_limit' ), ini_get( 'precision' ), date_default_timezone_get(), mb_internal_encoding(), umask() );
		$observation = $this->inside(
			static function (): void {
				chdir( '/' );
				ini_set( 'precision', '3' ); // phpcs:ignore WordPress.PHP.IniSet -- What is tested.
				date_default_timezone_set( 'Asia/Tokyo' ); // phpcs:ignore WordPress.DateTime
				mb_internal_encoding( 'ISO-8859-1' );
				umask( 0 );
			}
		);
		self::assertSame( $before, array( getcwd(), ini_get( 'memory_limit' ), ini_get( 'precision' ), date_default_timezone_get(), mb_internal_encoding(), umask() ) );
		self::assertContains( 'cwd_changed', $this->types( $observation ) );
	}

	public function test_locale_and_blog_come_back(): void {
		$locale = get_locale();
		$blog   = get_current_blog_id();
		$prefix = $GLOBALS['wpdb']->prefix;
		$this->inside(
			static function (): void {
				switch_to_locale( 'de_DE' );
				add_filter( 'locale', static fn(): string => 'fr_FR' );
				if ( is_multisite() ) {
					switch_to_blog( 2 );
				}
			}
		);
		self::assertSame( array( $locale, $blog, $prefix ), array( get_locale(), get_current_blog_id(), $GLOBALS['wpdb']->prefix ) );
		self::assertFalse( is_locale_switched() );
	}

	public function test_an_endless_loop_ends_and_the_next_case_runs(): void {
		$this->envelope->leave();
		$this->envelope = Envelope_Factory::make( null, null, 1 );
		$observation    = $this->inside(
			static function (): void {
				update_option( 'codebox_loop', 1 );
				while ( true ) { // phpcs:ignore Generic.CodeAnalysis -- What is tested.
					usleep( 1000 );
				}
			}
		);
		self::assertSame( Observation::TIMEOUT, $observation->ended );
		self::assertNull( $this->option( 'codebox_loop' ) );
		self::assertSame( Observation::RETURNED, $this->inside( static fn() => null )->ended );
	}

	private static function assertWPError( mixed $value ): void { // phpcs:ignore WordPress.NamingConventions -- As the others are named.
		self::assertInstanceOf( \WP_Error::class, $value );
	}
}
