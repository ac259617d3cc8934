<?php

declare( strict_types=1 );

namespace WP_Codebox\Surfaces;

use WP_CLI;
use WP_Codebox\Errors\Errors;
use WP_Codebox\Operations\Invocation;
use WP_Codebox\Operations\Operation_Definition;
use WP_Codebox\Services;
use WP_Error;

/**
 * The operations as `wp codebox <command>`: a JSON object in, a JSON object out on standard
 * output, everything else on standard error.
 */
final class Cli_Surface {

	/** Flags that belong to the command line and not to the operation's input. */
	private const OWN_FLAGS = array( 'input-json', 'input-file', 'format', 'output', 'allow-production' );

	/** The one command whose result a person reads. */
	private const FUZZ = 'wp-codebox/fuzz';

	/**
	 * @param Services $services Composition root.
	 */
	public function __construct( private readonly Services $services ) {}

	/** Adds the commands. */
	public function register(): void {
		foreach ( $this->services->operations()->all() as $definition ) {
			if ( null !== $definition->cli ) {
				WP_CLI::add_command(
					'codebox ' . $definition->cli['command'],
					fn( array $positional, array $flags ) => $this->run( $definition, $positional, $flags ),
					array(
						'shortdesc' => $definition->description,
						'longdesc'  => $this->long_description( $definition ),
					)
				);
			}
		}
	}

	private function run( Operation_Definition $definition, array $positional, array $flags ): void {
		if ( ! in_array( $flags['format'] ?? 'json', self::FUZZ === $definition->id ? Cli_Output::FORMATS : array( 'json' ), true ) ) {
			$this->fail( Errors::make( 'wp_codebox_invalid_input', '--format has to be ' . ( self::FUZZ === $definition->id ? 'one of ' . implode( ', ', Cli_Output::FORMATS ) : 'json' ) . '.', array( 'field' => 'format' ) ) );
			return;
		}
		$input  = ( new Cli_Input() )->read( $definition, $positional, array_diff_key( $flags, array_flip( array_diff( self::OWN_FLAGS, array( 'input-json', 'input-file' ) ) ) ) );
		$invocation = $this->invocation( $flags );
		$done       = Interruption_Guard::watch(
			$definition->id,
			$invocation,
			function ( WP_Error $error ): void {
				$this->write_failure( $error );
				exit( (int) Errors::exit_status( $error ) );
			}
		);
		$output = is_wp_error( $input ) ? $input : $this->services->runner()->run( $definition->id, $input, $invocation );
		$done();
		if ( is_wp_error( $output ) ) {
			$this->fail( $output );
			return;
		}
		$format = (string) ( $flags['format'] ?? ( self::FUZZ === $definition->id ? 'table' : 'json' ) );
		$saved  = ( new Cli_Output() )->write( $output, $format, isset( $flags['output'] ) ? (string) $flags['output'] : null );
		if ( is_wp_error( $saved ) ) {
			$this->fail( $saved );
			return;
		}
		WP_CLI::halt( Exit_Status::of_result( $output ) );
	}

	private function invocation( array $flags ): Invocation {
		return new Invocation(
			Invocation::CLI,
			array_intersect_key( $flags, array( 'allow-production' => true ) ) + array( 'case-stream' => 'ndjson' === ( $flags['format'] ?? '' ) ? ( new Cli_Output() )->case_stream( isset( $flags['output'] ) ? (string) $flags['output'] : null ) : null ),
			( new Cli_Progress() )->show( ... )
		);
	}

	private function fail( WP_Error $error ): void {
		$this->write_failure( $error );
		WP_CLI::halt( Errors::exit_status( $error ) );
	}

	/**
	 * One line for a person on standard error, one object for a machine on standard output.
	 *
	 * @param WP_Error $error What went wrong.
	 */
	private function write_failure( WP_Error $error ): void {
		WP_CLI::line(
			(string) wp_json_encode(
				array(
					'schema'  => 'wp-codebox/cli-failure/v1',
					'success' => false,
					'error'   => array(
						'code'    => $error->get_error_code(),
						'message' => $error->get_error_message(),
						'data'    => $error->get_error_data(),
					),
				),
				JSON_UNESCAPED_SLASHES | JSON_PRETTY_PRINT | JSON_INVALID_UTF8_SUBSTITUTE
			)
		);
		WP_CLI::error( $error->get_error_message() . ' [' . $error->get_error_code() . ']', false );
	}

	private function long_description( Operation_Definition $definition ): string {
		$lines = array( '## OPTIONS', '', '[--input-file=<file>]', ': A JSON object; `-` reads standard input.', '', '[--input-json=<json>]', ': A JSON object, laid over the file.', '', '[--<field>=<value>]', ': Any field of the input, laid over both. JSON where the field is no string.' );
		foreach ( array_reverse( $definition->cli['positional'] ?? $definition->cli['files'] ?? array() ) as $name ) {
			array_splice( $lines, 2, 0, array( "[<$name>]", ': ' . ( $definition->input['properties'][ $name ]['description'] ?? "The field $name." ), '' ) );
		}
		return implode( "\n", $lines );
	}
}
