<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

use WP_Codebox\Contracts\Contracts;

/**
 * The in-toto Statement v1 that each bundle carries: which files with which SHA-256 a run made, and how.
 * cosign, in-toto and the like can sign and check it as it is.
 */
final class Provenance_Statement {

	/**
	 * @param list<array{path: string, sha256: string, size: int}> $files     Files of the bundle but the statement itself and the manifest.
	 * @param array                                                $runtime   What produced them.
	 * @param array                                                $predicate What ran: `operation`, `inputs` (name → sha256), `versions`, `logs`.
	 * @return array The statement.
	 */
	public static function about( array $files, array $runtime, array $predicate ): array {
		$schemas  = Contracts::get( 'artifacts/schemas' );
		$digests  = array_column( $files, 'sha256', 'path' );
		$subjects = array();
		foreach ( Canonical_Json::sorted( array_map( 'strval', array_keys( $digests ) ) ) as $path ) {
			$subjects[] = array(
				'name'   => $path,
				'digest' => array( 'sha256' => $digests[ $path ] ),
			);
		}
		return array(
			'_type'         => $schemas['IN_TOTO_STATEMENT_TYPE'],
			'subject'       => $subjects,
			'predicateType' => $schemas['RUN_PREDICATE_TYPE'],
			'predicate'     => (object) ( $predicate + array( 'runtime' => (object) $runtime ) ),
		);
	}
}
