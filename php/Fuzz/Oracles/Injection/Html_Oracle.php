<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Injection;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Answer;
use WP_Codebox\Fuzz\Oracles\Reading\Marker_Trace;
use WP_Codebox\Fuzz\Oracles\Reading\Role_Capability;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A marker unescaped in HTML.
 */
final class Html_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'injection.html';
	protected const SIGNALS     = Signals::MARKERS;
	protected const SEVERITY    = Finding::HIGH;
	protected const EXPLANATION = 'An HTML answer (or what was printed around an answer) holds input that kept its angle bracket beside the marker, or its quote inside a tag: the input is markup (cross-site scripting). JSON answers are not HTML, and a caller who may post unfiltered HTML may.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		$html = array() === $fuzz_case->markers || Role_Capability::ANONYMOUS !== $fuzz_case->role && Role_Capability::has( $fuzz_case->role, 'unfiltered_html' ) ? '' : $this->html( $fuzz_case, $observation );
		if ( '' === $html ) {
			return;
		}
		foreach ( ( new Marker_Trace( $fuzz_case ) )->arrivals( $html ) as $arrival ) {
			$place = $this->place( $html, $arrival );
			if ( null !== $place ) {
				yield $this->finding( sprintf( 'Input is markup in the answer (%s).', $place ), $place, array( 'fragment' => mb_strcut( $arrival['fragment'], 0, 200 ) ), array(), true );
				return;
			}
		}
	}

	private function html( Fuzz_Case $fuzz_case, Observation $observation ): string {
		$type = Answer::media_type( $observation );
		$html = in_array( $type, array( '', 'text/html', 'application/xhtml+xml' ), true ) ? $observation->output : '';
		if ( is_string( $observation->data ) && ( 'text/html' === $type || ( 'http' === $fuzz_case->kind && '' === $type ) ) ) {
			$html .= $observation->data;
		}
		return $html;
	}

	/**
	 * @param string $html  The answer.
	 * @param array  $arrival See Marker_Trace::arrivals().
	 */
	private function place( string $html, array $arrival ): ?string {
		if ( 1 === preg_match( '~<[a-z/!?"\']~i', substr( $html, $arrival['start'], $arrival['end'] - $arrival['start'] + 1 ) ) ) {
			return 'text';
		}
		$before = substr( $html, 0, $arrival['start'] );
		$opened = strrpos( $before, '<' );
		$in_tag = false !== $opened && ! str_contains( substr( $before, $opened ), '>' );
		$quote  = $in_tag && 1 === preg_match( '/=\s*(["\'])[^"\']*$/', substr( $before, $opened ), $found ) ? $found[1] : null;
		return null !== $quote && str_contains( $arrival['fragment'], $quote ) ? 'attribute' : null;
	}
}
