<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Targets;

use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Fuzz\Suite\Case_Reader;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;
use WP_Codebox\Fuzz\Suite\Step_Arguments;

/**
 * Translates a command (of a `command` or `runtime` target, or of a step) into the case that it means.
 *
 * In this process three commands run: a REST request, an HTTP request and an ability. The others
 * need the executors of a runtime and are skipped with the code of their family.
 */
final class Command_Target {

	private const KINDS = array(
		'wordpress.rest-request' => 'rest',
		'wordpress.http-request' => 'http',
		'wordpress.ability'      => 'ability',
	);

	/** Commands that a runtime action stands for → its type. */
	private const ACTIONS = array(
		'wordpress.wp-cli'                       => 'wp_cli',
		'wordpress.run-php'                      => 'php',
		'wordpress.browser-actions'              => 'browser',
		'wordpress.browser-probe'                => 'browser_probe',
		'wordpress.editor-open'                  => 'editor_open',
		'wordpress.simulated-admin-page-load'    => 'admin_page',
		'wordpress.simulated-frontend-page-load' => 'page',
	);

	/**
	 * @param Case_Reader $reader Reads the translated case like any other.
	 */
	public function __construct( private readonly Case_Reader $reader ) {}

	/**
	 * @param Fuzz_Case $fuzz_case A case whose entry is a command.
	 * @return Fuzz_Case|string The case it means, or a skip code.
	 */
	public function translate( Fuzz_Case $fuzz_case ): Fuzz_Case|string {
		$kind = self::KINDS[ $fuzz_case->entry ] ?? null;
		if ( null === $kind ) {
			return 'wp_codebox_fuzz_target_command_unsupported';
		}
		return $this->as_case( $fuzz_case, $kind, $fuzz_case->input );
	}

	/**
	 * @param Fuzz_Case $fuzz_case The case in phases.
	 * @param array     $step      One of its steps.
	 * @return Fuzz_Case|string The case it means, or a skip code.
	 */
	public function translate_step( Fuzz_Case $fuzz_case, array $step ): Fuzz_Case|string {
		$kind = self::KINDS[ $step['command'] ] ?? null;
		if ( null === $kind ) {
			$action = self::ACTIONS[ $step['command'] ] ?? null;
			return null === $action ? 'wp_codebox_fuzz_step_unsupported' : Contracts::get( 'fuzz/runtime-action-skip-codes' )[ $action ];
		}
		return $this->as_case( $fuzz_case, $kind, Step_Arguments::as_input( $step['args'], '.phases' ) );
	}

	private function as_case( Fuzz_Case $fuzz_case, string $kind, array $input ): Fuzz_Case|string {
		$name = '';
		if ( 'ability' === $kind ) {
			$name = (string) ( $input['name'] ?? '' );
			if ( '' === $name ) {
				return 'wp_codebox_fuzz_step_unsupported';
			}
			$value = $input['input'] ?? $input['payload'] ?? null;
			$value = is_string( $value ) ? json_decode( $value, true ) ?? $value : $value;
			$input = null === $value ? array() : array( 'input' => $value );
		}
		$raw = array(
			'id'     => $fuzz_case->id,
			'target' => array(
				'kind' => $kind,
				'id'   => $name,
			),
			'expect' => $fuzz_case->expect,
			'role'   => $fuzz_case->role,
		);
		return $this->reader->read( $input ? $raw + array( 'input' => $input ) : $raw, $fuzz_case->index, null );
	}
}
