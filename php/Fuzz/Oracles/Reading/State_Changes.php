<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Reading;

use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * What a case really changed: rows and files, without the housekeeping that any request to WordPress may do.
 *
 * Not counted: statements that changed no row or failed; transients and caches whose name the caller did not choose;
 * the options of BOOKKEEPING_OPTIONS, the metas of BOOKKEEPING_METAS and oEmbed's cache posts.
 */
final class State_Changes {

	/** Options that WordPress keeps up by itself on whatever request comes by. */
	private const BOOKKEEPING_OPTIONS = array( 'cron', 'rewrite_rules', 'doing_cron', 'fresh_site', 'https_detection_errors', 'user_count', 'recently_edited' );

	/** What _get_term_hierarchy() keeps of each taxonomy. */
	private const HIERARCHY_CACHE = '/^[a-z0-9_-]+_children$/';

	/** Metas that say when something was last looked at. */
	private const BOOKKEEPING_METAS = array( '_edit_lock', '_edit_last', '_wp_old_slug', '_wp_old_date', 'community-events-location', 'wp_persisted_preferences' );

	/** Tables whose rows say what ran when. */
	private const BOOKKEEPING_TABLES = '/actionscheduler_(actions|claims|groups|logs)$/';

	/** Writes the row of a user for whoever asks, by mail to that user: what a form for lost passwords is for. */
	private const LOST_PASSWORD = 'get_password_reset_key';

	/** The envelope cuts statements off there; of a longer one nobody can say which row it was. */
	private const KEPT = 8000;

	/** @var \WeakMap<Observation, array{queries: list<array>, rows: list<array>}>|null What rows() found, for every oracle of writes asks. */
	private static ?\WeakMap $found = null;

	private readonly Input_Values $values;

	public function __construct( Fuzz_Case $fuzz_case, private readonly Observation $observation ) {
		$this->values = Input_Values::of( $fuzz_case );
	}

	/**
	 * @return list<array> Queries of the observation that changed rows that count.
	 */
	public function rows(): array {
		self::$found ??= new \WeakMap();
		$queries       = $this->observation->queries;
		$found         = self::$found[ $this->observation ] ?? null;
		if ( null === $found || $found['queries'] !== $queries ) {
			$found = array(
				'queries' => $queries,
				'rows'    => array_values( array_filter( $this->observation->writes(), fn( array $query ): bool => '' === $query['error'] && $query['rows'] > 0 && ! $this->is_bookkeeping( $query ) ) ),
			);

			self::$found[ $this->observation ] = $found;
		}
		return $found['rows'];
	}

	/**
	 * @return list<array> Events of files written, deleted or uploaded.
	 */
	public function files(): array {
		return array_values( array_filter( $this->observation->events_of( 'file_write', 'file_delete', 'upload' ), fn( array $event ): bool => ! Shield_File::is_written_by( $event, $this->values ) ) );
	}

	public function any(): bool {
		return array() !== $this->rows() || array() !== $this->files();
	}

	/**
	 * @return array{sql: string, table: string, verb: string} What a finding shows of a write.
	 */
	public static function evidence( array $query ): array {
		return array(
			'verb'  => $query['verb'],
			'table' => $query['table'],
			'sql'   => mb_strcut( $query['sql'], 0, 400 ),
		);
	}

	private function is_bookkeeping( array $query ): bool {
		if ( 1 === preg_match( self::BOOKKEEPING_TABLES, $query['table'] ) ) {
			return true;
		}
		if ( str_ends_with( $query['table'], 'users' ) && in_array( self::LOST_PASSWORD, array_column( $query['frames'], 'function' ), true ) ) {
			return true;
		}
		$sql = new Sql_Text( $query['sql'] );
		if ( strlen( $query['sql'] ) >= self::KEPT && $sql->is_unterminated() ) {
			return true;
		}
		if ( str_ends_with( $query['table'], 'options' ) ) {
			return $this->all( $sql->values_of( 'option_name' ), $this->is_bookkeeping_option( ... ) );
		}
		if ( str_ends_with( $query['table'], 'sitemeta' ) ) {
			return $this->all( $sql->values_of( 'meta_key' ), $this->is_bookkeeping_option( ... ) );
		}
		if ( str_ends_with( $query['table'], 'meta' ) ) {
			return $this->all( $sql->values_of( 'meta_key' ), static fn( string $name ): bool => in_array( $name, self::BOOKKEEPING_METAS, true ) || str_starts_with( $name, '_oembed_' ) );
		}
		return str_ends_with( $query['table'], 'posts' ) && in_array( 'oembed_cache', $sql->values_of( 'post_type' ), true );
	}

	private function is_bookkeeping_option( string $name ): bool {
		$is_transient = 1 === preg_match( '/^_(site_)?transient_/', $name );
		return ( $is_transient && ! $this->values->marks( $name ) ) || in_array( $name, self::BOOKKEEPING_OPTIONS, true ) || 1 === preg_match( self::HIERARCHY_CACHE, $name );
	}

	/**
	 * @param list<string>          $names Names in the statement; none means that it cannot be told.
	 * @param callable(string):bool $test  Whether one is bookkeeping.
	 */
	private function all( array $names, callable $test ): bool {
		return array() !== $names && array() === array_filter( $names, static fn( string $name ): bool => ! $test( $name ) );
	}
}
