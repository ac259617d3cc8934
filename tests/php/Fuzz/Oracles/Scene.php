<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Oracles;

use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Site_Facts;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A case, what was seen and what is known, told in a few words; immutable steps.
 */
final class Scene {

	public const MARKER = 'wpcbx000001q';
	public const PLUGIN = '/site/wp-content/plugins/shop/shop.php';
	public const CORE   = '/site/wp-includes/post.php';

	/** @var array<string, mixed> */
	private array $case = array(
		'kind'  => 'rest',
		'entry' => '/shop/v1/items',
		'input' => array(
			'method' => 'GET',
			'path'   => '/shop/v1/items',
		),
		'role'  => 'anonymous',
	);

	/** @var array<string, mixed> */
	private array $known = array();

	private Observation $seen;

	private function __construct() {
		$this->seen         = new Observation();
		$this->seen->status = 200;
		$this->seen->data   = array();
	}

	public function __clone() {
		$this->seen = clone $this->seen;
	}

	/**
	 * @param string $method HTTP method.
	 * @param array  $input  Query parameters.
	 */
	public static function rest( string $method = 'GET', array $input = array() ): self {
		$scene                           = new self();
		$scene->case['input']['method']  = $method;
		$scene->case['input']['params']  = $input;
		return $scene;
	}

	public static function ability( array $input = array(), array $declared = array() ): self {
		$scene                   = new self();
		$scene->case             = array(
			'kind'  => 'ability',
			'entry' => 'shop/none',
			'input' => array( 'input' => $input ),
			'role'  => 'administrator',
		);
		$scene->seen->status     = null;
		$scene->known['ability'] = $declared + array(
			'name'          => 'shop/none',
			'input_schema'  => array(),
			'output_schema' => array(),
			'annotations'   => array(),
			'file'          => self::PLUGIN,
			'line'          => 3,
		);
		return $scene;
	}

	public function of_kind( string $kind ): self {
		$scene               = clone $this;
		$scene->case['kind'] = $kind;
		return $scene;
	}

	public function as_role( string $role, int $user = 0 ): self {
		$scene                    = clone $this;
		$scene->case['role']      = $role;
		$scene->seen->user_before = $user;
		$scene->seen->user_after  = $user;
		return $scene;
	}

	/** @param array<string, mixed> $values Properties of the observation. */
	public function seen( array $values ): self {
		$scene = clone $this;
		foreach ( $values as $name => $value ) {
			$scene->seen->$name = $value;
		}
		return $scene;
	}

	public function answers( int $status, mixed $data = array(), array $headers = array(), ?string $code = null ): self {
		return $this->seen(
			array(
				'status'     => $status,
				'data'       => $data,
				'headers'    => $headers,
				'error_code' => $code,
			)
		);
	}

	/** @param array<string, mixed> $more Fields of the query. */
	public function query( string $sql, array $more = array() ): self {
		$scene                  = clone $this;
		$verb                   = strtoupper( (string) strtok( $sql, ' ' ) );
		$scene->seen->queries[] = $more + array(
			'sql'       => $sql,
			'verb'      => $verb,
			'table'     => preg_match( '/\b(wp_\w+)/', $sql, $found ) ? $found[1] : '',
			'rows'      => 1,
			'insert_id' => 'INSERT' === $verb ? 7 : 0,
			'error'     => '',
			'seconds'   => 0.001,
			'frames'    => self::frames( self::PLUGIN ),
		);
		return $scene;
	}

	public function event( string $type, array $data = array() ): self {
		$scene = clone $this;
		$scene->seen->record( $type, $data, self::frames( self::PLUGIN ) );
		return $scene;
	}

	public function complains( string $severity, string $message, string ...$files ): self {
		$scene                     = clone $this;
		$scene->seen->php_errors[] = array(
			'severity' => $severity,
			'message'  => $message,
			'frames'   => self::frames( ...( $files ? $files : array( self::PLUGIN ) ) ),
		);
		return $scene;
	}

	/** @param array<string, mixed> $values Arguments of Oracle_Context. */
	public function known( array $values ): self {
		$scene        = clone $this;
		$scene->known = $values + $scene->known;
		return $scene;
	}

	public function fuzz_case(): Fuzz_Case {
		return new Fuzz_Case( 'case-1', 0, $this->case['kind'], $this->case['entry'], $this->case['input'], $this->case['role'], array(), array(), array( self::MARKER ) );
	}

	public function observation(): Observation {
		return $this->seen;
	}

	public function context(): Oracle_Context {
		return new Oracle_Context(
			...$this->known + array(
				'endpoint'      => isset( $this->known['ability'] ) ? null : self::endpoint(),
				'is_under_test' => static fn( string $file ): bool => str_starts_with( $file, '/site/wp-content/plugins/shop/' ),
				'site'          => new Site_Facts( '/site', '/site/wp-content', 'shop.example', 'wp_', array( 'admin@shop.example' => 1 ), array( 'AUTH_KEY' => 'k7-a-very-long-"secret"-key' ) ),
			)
		);
	}

	/** @param array<string, mixed> $more Fields of the endpoint. */
	public static function endpoint( array $more = array() ): array {
		return $more + array(
			'route'      => '/shop/v1/items',
			'methods'    => array( 'GET' ),
			'args'       => array(),
			'schema'     => null,
			'callback'   => array(
				'file' => self::PLUGIN,
				'line' => 10,
			),
			'permission' => array( 'mode' => 'public' ),
		);
	}

	/** @return list<array{file: string, line: int, function: string, class: string}> */
	public static function frames( string ...$files ): array {
		return array_map(
			static fn( string $file ): array => array(
				'file'     => $file,
				'line'     => 20,
				'function' => 'run',
				'class'    => '',
			),
			array_values( $files )
		);
	}
}
