<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Injection;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Marker_Trace;
use WP_Codebox\Fuzz\Oracles\Reading\Role_Capability;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A marker in a file path, with a way out of the folder.
 */
final class Path_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'injection.path';
	protected const SIGNALS     = Signals::MARKERS;
	protected const SEVERITY    = Finding::HIGH;
	protected const EXPLANATION = 'A file was included, read, written or deleted under a path that the caller wrote: the marker arrived in it together with a slash or two dots. A marker that arrived alone (sanitize_file_name) is a file name and not reported. A failed attempt to open the path, which PHP reports by name, is as good a proof as an opened one. A file to which the input leads the way out of its folder is made up while the case runs, so that file_exists() hides nothing, and what is written or deleted there stays in memory. A caller who may edit plugins has the files anyway.';

	/** What PHP says of a path that it could not use. */
	private const OPENED = '~^(include|include_once|require|require_once|file_get_contents|file_put_contents|fopen|readfile|file|unlink|copy|rename|opendir|scandir|mkdir|rmdir|filesize|filemtime|parse_ini_file|getimagesize|simplexml_load_file)\((.*)\): ~s';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( array() === $fuzz_case->markers || Role_Capability::owns_the_code( $fuzz_case->role ) ) {
			return;
		}
		$trace = new Marker_Trace( $fuzz_case );
		foreach ( $observation->events_of( 'include', 'file_read', 'file_write', 'file_delete', 'upload' ) as $event ) {
			$fragment = $this->traversal( $trace, (string) ( $event['data']['path'] ?? '' ) );
			if ( null !== $fragment ) {
				yield $this->finding( sprintf( 'The caller chooses the path: %s.', str_replace( '_', ' ', $event['type'] ) ), $event['type'], array( 'fragment' => $fragment ), $event['frames'], true );
			}
		}
		foreach ( $observation->php_errors as $error ) {
			if ( 1 === preg_match( self::OPENED, $error['message'], $found ) ) {
				$fragment = $this->traversal( $trace, $found[2] );
				if ( null !== $fragment ) {
					yield $this->finding( sprintf( 'The caller chooses the path that %s() opens.', $found[1] ), $found[1], array( 'fragment' => $fragment ), $error['frames'], true );
				}
			}
		}
		if ( 1 === preg_match( self::OPENED, (string) ( $observation->throwable['message'] ?? '' ), $found ) ) {
			$fragment = $this->traversal( $trace, $found[2] );
			if ( null !== $fragment ) {
				yield $this->finding( sprintf( 'The caller chooses the path that %s() opens.', $found[1] ), $found[1], array( 'fragment' => $fragment ), $observation->throwable['frames'] ?? array(), true );
			}
		}
	}

	/** What arrived with the marker when it can leave its folder; null when it cannot. */
	private function traversal( Marker_Trace $trace, string $path ): ?string {
		foreach ( $trace->arrivals( $path ) as $arrival ) {
			// A slash right before the marker may be the code's own.
			if ( 1 === preg_match( '~\.\.[/\\\\]|.[/\\\\]|\x00~s', ltrim( $arrival['fragment'], '/' ) ) ) {
				return mb_strcut( $arrival['fragment'], 0, 200 );
			}
		}
		return null;
	}
}
