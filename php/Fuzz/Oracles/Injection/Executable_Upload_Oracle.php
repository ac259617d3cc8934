<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Injection;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Input_Values;
use WP_Codebox\Fuzz\Oracles\Reading\Role_Capability;
use WP_Codebox\Fuzz\Oracles\Reading\Shield_File;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A file that the server would run.
 */
final class Executable_Upload_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'injection.executable-upload';
	protected const SIGNALS     = Signals::EVENTS;
	protected const SEVERITY    = Finding::HIGH;
	protected const EXPLANATION = 'The case wrote or uploaded a file whose extension a web server hands to an interpreter, and the caller chose its name or its content. A caller who may edit plugins may run code anyway.';

	private const EXECUTABLE = '/\.(php\d?|phtml|phar|pht|cgi|pl|asp|aspx|jsp|htaccess|user\.ini)$/i';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( Role_Capability::owns_the_code( $fuzz_case->role ) ) {
			return;
		}
		foreach ( $observation->events_of( 'file_write', 'upload' ) as $event ) {
			$path = (string) ( $event['data']['path'] ?? $event['data']['name'] ?? '' );
			if ( 1 === preg_match( self::EXECUTABLE, $path ) && $this->chosen_by_caller( $fuzz_case, $path, $event ) ) {
				yield $this->finding( sprintf( 'Wrote %s, which a web server may run.', basename( $path ) ), strtolower( pathinfo( $path, PATHINFO_EXTENSION ) ), array( 'name' => basename( $path ) ), $event['frames'], true );
			}
		}
	}

	private function chosen_by_caller( Fuzz_Case $fuzz_case, string $path, array $event ): bool {
		$values = Input_Values::of( $fuzz_case );
		if ( Shield_File::is_written_by( $event, $values ) ) {
			return false;
		}
		if ( $values->marks( $path ) || $values->marks( (string) wp_json_encode( $event['data'] ) ) ) {
			return true;
		}
		$extension = '.' . strtolower( pathinfo( $path, PATHINFO_EXTENSION ) );
		foreach ( $values->strings as $value ) {
			if ( str_ends_with( strtolower( $value ), $extension ) ) {
				return true;
			}
		}
		return false;
	}
}
