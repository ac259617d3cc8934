<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Oracles;

use Buggy_Workshops\Buggy;
use Buggy_Workshops\Clean;
use Buggy_Workshops\Store;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use WP_Codebox\Fuzz\Envelope\Envelope_Factory;
use WP_Codebox\Fuzz\Inventory\Code_Under_Test;
use WP_Codebox\Fuzz\Oracles\Oracle_Registry;
use WP_Codebox\Fuzz\Run\Suite_Runner;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;
use WP_Codebox\Fuzz\Targets\Mutation_Policy;
use WP_Codebox\Plugin;

/**
 * The planted defects of examples/buggy-plugin through the real runner: the oracle of the table fires, the twin is silent.
 */
final class Buggy_Plugin_Test extends TestCase {

	private const M = 'wpcbx00000zq';

	private static int $draft = 0;

	private static ?Code_Under_Test $code = null;

	private bool $showed_errors = false;

	public static function setUpBeforeClass(): void {
		defined( 'BUGGY_WORKSHOPS_ANYWHERE' ) || define( 'BUGGY_WORKSHOPS_ANYWHERE', true );
		require_once dirname( __DIR__, 4 ) . '/examples/buggy-plugin/buggy-plugin.php';
		Store::install();
		$link = WP_PLUGIN_DIR . '/buggy-plugin';
		$made = ! file_exists( $link ) && symlink( dirname( __DIR__, 4 ) . '/examples/buggy-plugin', $link );
		self::$code = Code_Under_Test::select( 'buggy-plugin' );
		if ( $made ) {
			unlink( $link ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- A link of ours.
		}
		self::$draft           = (int) wp_insert_post(
			array(
				'post_title'  => 'secret-of-a-draft',
				'post_status' => 'draft',
				'post_author' => 1,
			)
		);
		$GLOBALS['wp_rest_server'] = null; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- The routes of the plugin have to be registered.
		self::register_abilities();
	}

	public static function tearDownAfterClass(): void {
		wp_delete_post( self::$draft, true );
		if ( ! is_plugin_active( 'buggy-plugin/buggy-plugin.php' ) ) {
			Store::remove();
		}
		$GLOBALS['wp_rest_server'] = null; // phpcs:ignore WordPress.WP.GlobalVariablesOverride
	}

	protected function setUp(): void {
		// What the planted statements do to the log is no news.
		$this->showed_errors = $GLOBALS['wpdb']->suppress_errors( true );
	}

	protected function tearDown(): void {
		$GLOBALS['wpdb']->suppress_errors( $this->showed_errors );
	}

	/** Once the registry is made, core wants its action to be running. */
	private static function register_abilities(): void {
		if ( wp_has_ability( 'buggy/subscribe' ) ) {
			return;
		}
		foreach ( array(
			'wp_abilities_api_categories_init' => static fn() => wp_register_ability_category(
				'workshops',
				array(
					'label'       => 'Workshops',
					'description' => 'Workshops.',
				)
			),
			'wp_abilities_api_init'            => static function (): void {
				( new Buggy\Abilities() )->register();
				( new Clean\Abilities() )->register();
			},
		) as $hook => $callback ) {
			$others = $GLOBALS['wp_filter'][ $hook ] ?? null;
			unset( $GLOBALS['wp_filter'][ $hook ] );
			add_action( $hook, $callback );
			do_action( $hook );
			unset( $GLOBALS['wp_filter'][ $hook ] );
			if ( null !== $others ) {
				$GLOBALS['wp_filter'][ $hook ] = $others; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- Put back.
			}
		}
	}

	/** @return iterable<string, array{string, string, string, array<string, mixed>, string}> */
	public static function routes(): iterable {
		$m    = self::M;
		$list = array(
			array( 'B01', 'GET', '/bookings/find', array( 'search' => "$m'\"<b>&" ), 'anonymous', 'injection.sql' ),
			array( 'B02', 'GET', '/bookings/sorted', array( 'orderby' => "$m') OR 1=1 -- " ), 'anonymous', 'injection.sql' ),
			array( 'B03', 'GET', '/bookings/2', array(), 'subscriber', 'disclosure.email' ),
			array( 'B04', 'POST', '/bookings/2/cancel', array(), 'anonymous', 'access.refused-but-wrote' ),
			array( 'B05', 'POST', '/bookings/order', array( 'workshop' => $m, 'seats' => 0 ), 'subscriber', 'purity.partial-write' ), // phpcs:ignore
			array( 'B06', 'POST', '/bookings/archive', array( 'name' => $m ), 'administrator', 'crash.database-error' ),
			array( 'B07', 'GET', '/bookings/seats', array(), 'anonymous', 'contract.response-schema' ),
			array( 'B09', 'GET', '/bookings/all', array( 'per_page' => 100000 ), 'anonymous', 'cost.unbounded' ),
			array( 'B10', 'DELETE', '/bookings/log', array(), 'anonymous', 'access.missing-permission' ),
			array( 'B11', 'GET', '/bookings/state', array( 'state' => $m ), 'anonymous', 'contract.invalid-input-accepted' ),
			array( 'B12', 'POST', '/people/settings', array( 'name' => $m, 'value' => $m ), 'anonymous', 'access.anonymous-write' ), // phpcs:ignore
			array( 'B13', 'POST', '/people/profile', array( 'role' => 'administrator' ), 'subscriber', 'access.privileged-write' ),
			array( 'B14', 'POST', '/people/1/name', array( 'name' => $m ), 'subscriber', 'access.privileged-write' ),
			array( 'B15', 'POST', '/people/login', array( 'user' => 1 ), 'anonymous', 'access.user-switch' ),
			array( 'B16', 'GET', '/people/export', array(), 'anonymous', 'disclosure.password-hash' ),
			array( 'B17', 'GET', '/people/trainers', array(), 'anonymous', 'disclosure.email' ),
			array( 'B18', 'GET', '/people/status', array(), 'anonymous', 'disclosure.secret' ),
			array( 'B20', 'GET', '/articles', array( 'status' => 'any' ), 'anonymous', 'access.decoy-leaked' ),
			array( 'B21', 'POST', '/articles/{draft}', array( 'title' => $m ), 'subscriber', 'access.foreign-object' ),
			array( 'B22', 'GET', '/articles/1/visit', array(), 'anonymous', 'purity.read-writes' ),
			array( 'B23', 'POST', '/articles/suggest', array( 'title' => $m ), 'anonymous', 'access.anonymous-write' ),
			array( 'B24', 'GET', '/articles/heading', array( 'text' => array( $m ) ), 'anonymous', 'crash.throwable' ),
			array( 'B25', 'GET', '/articles/pages', array( 'per_page' => 0 ), 'anonymous', 'crash.throwable' ),
			array( 'B26', 'GET', '/articles/look', array( 'options' => array( 'size' => '1' ) ), 'anonymous', 'crash.php-error' ),
			array( 'B27', 'GET', '/articles/digest', array( 'every' => 'weekly' ), 'anonymous', 'contract.valid-input-rejected' ),
			array( 'B28', 'POST', '/messages/contact', array( 'name' => "$m\r\nX-Marker: $m", 'message' => $m ), 'anonymous', 'injection.mail-header' ), // phpcs:ignore
			array( 'B29', 'POST', '/messages/recommend', array( 'to' => 'friend@elsewhere.example', 'message' => $m ), 'anonymous', 'injection.mail-recipient' ), // phpcs:ignore
			array( 'B30', 'GET', '/messages/remind', array(), 'anonymous', 'purity.read-mail' ),
			array( 'B31', 'GET', '/messages/rates', array(), 'anonymous', 'purity.read-http' ),
			array( 'B32', 'GET', '/messages/preview', array( 'url' => "http://$m.invalid/" ), 'anonymous', 'injection.ssrf' ),
			array( 'B33', 'GET', '/messages/plan', array(), 'anonymous', 'purity.read-schedules' ),
			array( 'B34', 'GET', '/files/template', array( 'name' => "../../$m" ), 'anonymous', 'injection.path' ),
			array( 'B35', 'GET', '/files/read', array( 'name' => "../../$m" ), 'anonymous', 'injection.path' ),
			array( 'B36', 'POST', '/files/upload', array( 'name' => "$m.php", 'content' => $m ), 'subscriber', 'injection.executable-upload' ), // phpcs:ignore
			array( 'B37', 'GET', '/files/tidy', array(), 'anonymous', 'purity.read-files' ),
			array( 'B38', 'POST', '/files/import', array( 'data' => 'O:17:"WP_Codebox_Canary":0:{}' ), 'subscriber', 'injection.unserialize' ),
			array( 'B60', 'GET', '/files/size', array( 'name' => "$m\$(>\$WPCBX_CANARY)" ), 'anonymous', 'injection.exec' ),
			array( 'B39', 'GET', '/files/log', array(), 'anonymous', 'disclosure.path' ),
			array( 'B40', 'GET', '/pages/card', array( 'name' => "<script>$m</script>" ), 'anonymous', 'injection.html' ),
			array( 'B41', 'GET', '/pages/go', array( 'to' => "http://$m.invalid/" ), 'anonymous', 'injection.redirect' ),
			array( 'B42', 'GET', '/pages/ping', array(), 'anonymous', 'crash.exit' ),
			array( 'B43', 'GET', '/pages/debug', array(), 'anonymous', 'contract.stray-output' ),
			array( 'B44', 'GET', '/pages/label', array( 'name' => "$m\r\nX-Marker: $m" ), 'anonymous', 'injection.header' ),
			array( 'B45', 'GET', '/reports/chunks', array( 'size' => 0 ), 'anonymous', 'crash.timeout' ),
			array( 'B47', 'GET', '/reports/sum', array( 'seats' => 0 ), 'anonymous', 'disclosure.stack-trace' ),
			array( 'B48', 'GET', '/reports/total', array(), 'anonymous', 'crash.doing-it-wrong' ),
			array( 'B49', 'GET', '/reports/missing', array( 'id' => 2 ), 'anonymous', 'crash.server-error' ),
		);
		foreach ( $list as $row ) {
			yield array_shift( $row ) => $row;
		}
	}

	/**
	 * @param array<string, mixed> $params Parameters.
	 */
	#[DataProvider( 'routes' )]
	public function test_the_oracle_fires_on_the_route_and_is_silent_on_its_twin( string $method, string $path, array $params, string $role, string $oracle ): void {
		$seconds = 'crash.timeout' === $oracle ? 1 : 60;
		$this->assertContains( $oracle, $this->findings( $this->rest( 'buggy/v1', $method, $path, $params, $role ), $this->runner( $seconds ) ) );
		$this->assertSame( array(), $this->findings( $this->rest( 'buggy-clean/v1', $method, $path, $params, $role ) ) );
		$this->assertSame( array(), $this->findings( $this->rest( 'buggy-clean/v1', $method, $path, $params, 'administrator' ) ) );
	}

	public function test_queries_that_grow_with_the_answer_are_seen_over_two_cases(): void {
		foreach ( array( 'buggy/v1' => true, 'buggy-clean/v1' => false ) as $name_space => $fires ) { // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
			$runner = $this->runner();
			$this->findings( $this->rest( $name_space, 'GET', '/bookings/roster', array( 'per_page' => 1 ), 'anonymous' ), $runner );
			$this->assertSame( $fires, in_array( 'cost.query-growth', $this->findings( $this->rest( $name_space, 'GET', '/bookings/roster', array( 'per_page' => 20 ), 'anonymous' ), $runner ), true ) );
		}
	}

	/** @return iterable<string, array{string, mixed, string}> */
	public static function abilities(): iterable {
		$m = self::M;
		yield 'B51' => array( 'subscribe', array( 'workshop' => $m ), 'contract.not-idempotent' );
		yield 'B52' => array( 'tag', array( 'workshop' => $m ), 'contract.ability-schema' );
		yield 'B53' => array( 'filter', array(), 'contract.ability-verb' );
		yield 'B54' => array( 'rename', array( 'name' => $m ), 'contract.sanitizer-not-run' );
		yield 'B55' => array( 'count', null, 'contract.response-schema' );
		yield 'B56' => array( 'peek', null, 'purity.read-writes' );
		yield 'B57' => array( 'search', array( 'term' => "$m'\"<b>&" ), 'injection.sql' );
		yield 'B58' => array( 'team', null, 'disclosure.email' );
		yield 'B59' => array( 'shout', array(), 'crash.throwable' );
	}

	#[DataProvider( 'abilities' )]
	public function test_the_oracle_fires_on_the_ability_and_is_silent_on_its_twin( string $name, mixed $input, string $oracle ): void {
		$of = static fn( string $ability ): Fuzz_Case => new Fuzz_Case( $ability, 0, 'ability', $ability, array( 'input' => $input ), 'subscriber', array(), array(), array( self::M ) );
		$this->assertContains( $oracle, $this->findings( $of( "buggy/$name" ) ) );
		$this->assertSame( array(), $this->findings( $of( "buggy-clean/$name" ) ) );
	}

	/**
	 * @return list<string> Oracles of the findings that point into the plugin.
	 */
	private function findings( Fuzz_Case $fuzz_case, ?Suite_Runner $runner = null ): array {
		$result = ( $runner ?? $this->runner() )->run_case( $fuzz_case );
		$this->assertNotNull( $result->observation );
		$own = array_filter( $result->findings, static fn( array $finding ): bool => str_contains( $finding['location']['file'] ?? '', '/buggy-plugin/' ) );
		return array_values( array_column( $own, 'oracle' ) );
	}

	private function runner( int $seconds = 60 ): Suite_Runner {
		$decoys = array(
			'secret-of-a-draft' => array(
				'kind'         => 'draft',
				'minimum_role' => 'editor',
				'id'           => self::$draft,
				'owner'        => 1,
			),
		);
		return Plugin::services()->fuzz()->runner( Envelope_Factory::make( null, null, $seconds ), new Mutation_Policy( true, true, false ), ( new Oracle_Registry() )->choose(), self::$code, $decoys );
	}

	private function rest( string $name_space, string $method, string $path, array $params, string $role ): Fuzz_Case {
		$path = "/$name_space" . str_replace( '{draft}', (string) self::$draft, $path );
		return new Fuzz_Case(
			"$method $path",
			0,
			'rest',
			$path,
			array(
				'method' => $method,
				'path'   => $path,
				'params' => $params,
			),
			$role,
			array(),
			array(),
			array( self::M )
		);
	}
}
