<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Disclosure;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Answer;
use WP_Codebox\Fuzz\Oracles\Reading\Input_Values;
use WP_Codebox\Fuzz\Oracles\Reading\Role_Capability;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A path of the server in the answer.
 */
final class Path_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'disclosure.path';
	protected const SEVERITY    = Finding::LOW;
	protected const EXPLANATION = 'The answer holds the absolute path of this WordPress: it helps whoever looks for a file to read or write. Callers who may manage options see paths in core\'s own screens and are not judged; a path that the caller sent does not count.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( null === $context->site || ( Role_Capability::ANONYMOUS !== $fuzz_case->role && Role_Capability::has( $fuzz_case->role, 'manage_options' ) ) ) {
			return;
		}
		$text = Answer::text( $observation );
		foreach ( array_unique( array( $context->site->root, $context->site->content ) ) as $folder ) {
			if ( strlen( $folder ) > 4 && str_contains( $text, $folder . '/' ) && ! str_contains( implode( "\n", Input_Values::of( $fuzz_case )->strings ), $folder ) ) {
				yield $this->finding( 'The absolute path of this WordPress is in the answer.', 'path', array( 'error_code' => $observation->error_code ), array(), true );
				return;
			}
		}
	}
}
