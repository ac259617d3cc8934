<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope;

/**
 * Ends a case from inside: `wp_die()`, a redirect that is about to exit, the time limit.
 *
 * An \Error, so that the `catch ( \Exception $e )` of code under test lets it through.
 */
final class Case_Ended extends \Error {

	/**
	 * @param string               $ended   What Observation::$ended becomes.
	 * @param string               $message One sentence.
	 * @param int|null             $status  HTTP status that the code asked for.
	 * @param array<string, mixed> $data    JSON values.
	 */
	public function __construct( public readonly string $ended, string $message, public readonly ?int $status = null, public readonly array $data = array() ) {
		parent::__construct( $message );
	}
}
