<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Guards;

use WP_Codebox\Fuzz\Envelope\Case_Guard;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Puts back what belongs to the process: working directory, time zone, encoding, C locale, umask and ini settings.
 */
final class Process_Guard implements Case_Guard {

	private const SETTINGS = array( 'memory_limit', 'max_execution_time', 'error_reporting', 'display_errors', 'log_errors', 'error_log', 'default_charset', 'precision', 'serialize_precision', 'pcre.backtrack_limit', 'include_path', 'default_socket_timeout', 'user_agent', 'zlib.output_compression', 'arg_separator.output', 'ignore_user_abort' );

	private string|false $directory = false;
	private string $time_zone       = '';
	private string $encoding        = '';
	private string|false $locale    = false;
	private int $umask              = 0;

	/** @var array<string, string|false> */
	private array $settings           = array();
	private ?Observation $observation = null;

	public function open( Fuzz_Case $fuzz_case, Observation $observation ): void {
		$this->observation = $observation;
		$this->directory   = getcwd();
		$this->time_zone   = date_default_timezone_get();
		$this->encoding    = function_exists( 'mb_internal_encoding' ) ? (string) mb_internal_encoding() : '';
		$this->locale      = setlocale( LC_ALL, '0' );
		$this->umask       = umask();
		foreach ( self::SETTINGS as $name ) {
			$this->settings[ $name ] = ini_get( $name );
		}
	}

	public function close(): void {
		if ( getcwd() !== $this->directory && false !== $this->directory ) {
			$this->observation?->record( 'cwd_changed', array( 'to' => (string) getcwd() ) );
			chdir( $this->directory );
		}
		if ( date_default_timezone_get() !== $this->time_zone ) {
			date_default_timezone_set( $this->time_zone ); // phpcs:ignore WordPress.DateTime.RestrictedFunctions -- Put back.
		}
		if ( '' !== $this->encoding && mb_internal_encoding() !== $this->encoding ) {
			mb_internal_encoding( $this->encoding );
		}
		if ( false !== $this->locale && setlocale( LC_ALL, '0' ) !== $this->locale ) {
			setlocale( LC_ALL, explode( ';', str_replace( 'LC_CTYPE=', '', $this->locale ) )[0] );
		}
		umask( $this->umask );
		foreach ( $this->settings as $name => $value ) {
			if ( false !== $value && ini_get( $name ) !== $value ) {
				ini_set( $name, $value ); // phpcs:ignore WordPress.PHP.IniSet -- Put back.
			}
		}
		$this->observation = null;
	}
}
