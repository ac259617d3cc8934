<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

use WP_Codebox\Errors\Errors;
use WP_Error;

/**
 * Carries an error of the catalogue out of nested file work; the services turn it into the WP_Error that callers see.
 */
final class Artifact_Error extends \RuntimeException {

	/**
	 * @param WP_Error $error What callers see.
	 */
	private function __construct( public readonly WP_Error $error ) {
		parent::__construct( $error->get_error_message() );
	}

	/**
	 * @param string $code   A code of the catalogue.
	 * @param string $detail What the sentence's `%s` stands for.
	 * @param array  $data   More for machines, such as `violation`.
	 */
	public static function of( string $code, string $detail = '', array $data = array() ): self {
		return new self( Errors::make( $code, $detail, $data ) );
	}

	/**
	 * A refused path: the published code, and the code of the violation in its data.
	 *
	 * @param string      $problem One of the path problems.
	 * @param string      $path    The refused path.
	 * @param Path_Policy $policy  Knows the extension that was refused.
	 * @param int|null    $index   Place in the list of files.
	 */
	public static function refused_path( string $problem, string $path, Path_Policy $policy, ?int $index = null ): self {
		$shown = 'path-not-utf8' === $problem ? 'hex:' . bin2hex( $path ) : addcslashes( $path, "\0..\37\177" );
		$code  = match ( $problem ) {
			'path-executable', 'path-server-configuration' => 'wp_codebox_browser_artifact_extension_blocked',
			'path-duplicate', 'path-case-collision'        => 'wp_codebox_browser_artifact_path_duplicate',
			default                                        => 'wp_codebox_browser_artifact_path_invalid',
		};
		$data  = array(
			'violation' => $problem,
			'path'      => substr( $shown, 0, 300 ),
			'index'     => $index,
		);
		if ( 'path-executable' === $problem ) {
			$data['extension'] = $policy->extension( $path );
		}
		return self::of( $code, substr( $shown, 0, 300 ) . " ($problem)", array_filter( $data, static fn( mixed $value ): bool => null !== $value ) );
	}

	/**
	 * Runs file work and answers with its result or with the error it raised.
	 *
	 * @template T
	 * @param \Closure():T $work What may throw.
	 * @return T|WP_Error
	 */
	public static function guard( \Closure $work ): mixed {
		try {
			return $work();
		} catch ( Artifact_Error $failure ) {
			return $failure->error;
		}
	}
}
