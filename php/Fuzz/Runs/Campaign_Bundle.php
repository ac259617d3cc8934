<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Runs;

use WP_Codebox\Artifacts\Artifact_Store;
use WP_Codebox\Artifacts\Bundle_Draft;
use WP_Codebox\Artifacts\Canonical_Json;
use WP_Codebox\Fuzz\Run\Case_Judge;
use WP_Codebox\Fuzz\Run\Event_Log;
use WP_Codebox\Fuzz\Run\Ndjson_Sink;
use WP_Codebox\Fuzz\Run\Status_Rule;
use WP_Error;

/**
 * Stores what a campaign delivers: suite.json with the cases that ran, cases.ndjson, logs/*.ndjson, and what
 * Result_Delivery adds. Cases and logs go to temporary files as they come, so memory does not grow with their number.
 */
final class Campaign_Bundle {

	private const CASES = 'cases.ndjson';
	private const SUITE = 'suite.json';

	/** @var array<string, resource> Path in the bundle → file. */
	private array $streams = array();

	private int $count = 0;

	/**
	 * @param Artifact_Store $store Where.
	 */
	public function __construct( private readonly Artifact_Store $store ) {
		foreach ( array( self::CASES, self::SUITE, ...array_values( Event_Log::paths() ) ) as $path ) {
			$stream = tmpfile();
			if ( false === $stream ) {
				throw new \RuntimeException( 'No temporary file can be made for the results.' );
			}
			$this->streams[ $path ] = $stream;
		}
		$this->write( self::SUITE, '{"cases":[' );
	}

	/**
	 * @param array $record Case record of fuzz-suite-result/v1.
	 */
	public function take_case( array $record ): void {
		( new Ndjson_Sink( $this->streams[ self::CASES ] ) )->take( $record );
		$replay = $record['metadata']['replay'] ?? array();
		$this->write( self::SUITE, ( 0 === $this->count++ ? '' : ',' ) . Canonical_Json::encode( array( 'id' => $record['id'] ) + array_intersect_key( $replay, array_flip( array( 'target', 'input', 'role', 'steps' ) ) ) ) );
	}

	/**
	 * @param array $line See Event_Log::lines().
	 */
	public function take_event( array $line ): void {
		( new Ndjson_Sink( $this->streams[ Event_Log::paths()[ $line['log'] ] ] ) )->take( array_diff_key( $line, array( 'log' => 1 ) ) );
	}

	/**
	 * A campaign whose bundle cannot be stored is not finished: its result says so, and loses nothing.
	 *
	 * @param array $document fuzz-suite-result/v1 of the campaign.
	 * @return array The document with `artifactRefs`, and the bundle in `metadata.artifact`.
	 */
	public function store( array $document ): array {
		$this->write(
			self::SUITE,
			'],' . substr(
				Canonical_Json::encode(
					array(
						'id'       => $document['suite']['id'],
						'metadata' => array_intersect_key( $document['metadata'], array_flip( array( 'generator', 'configuration' ) ) ),
						'schema'   => 'wp-codebox/fuzz-suite/v1',
					)
				),
				1
			)
		);
		array_map( 'rewind', $this->streams );
		// Nobody may visit this site, and then nothing else clears what has expired.
		$pruned = $this->store->prune( null, false );
		$stored = is_wp_error( $pruned ) ? $pruned : ( new Result_Delivery( fn(): Artifact_Store => $this->store ) )->deliver( self::draft( $document ), $document, array(), $this->streams );
		if ( is_wp_error( $stored ) ) {
			return self::undelivered( $document, $stored );
		}
		$result                         = $stored['result'];
		$result['metadata']['artifact'] = $stored['artifact'];
		return $result;
	}

	private static function undelivered( array $document, WP_Error $error ): array {
		$document['diagnostics'][] = Case_Judge::diagnostic( 'error', (string) $error->get_error_code(), 'The bundle of this run could not be stored. ' . $error->get_error_message() );
		return array(
			'success' => false,
			'status'  => Status_Rule::ERROR,
		) + $document;
	}

	private static function draft( array $document ): Bundle_Draft {
		$metadata = $document['metadata'];
		return new Bundle_Draft(
			array(
				'name'    => 'wp-codebox',
				'version' => WP_CODEBOX_VERSION,
			),
			array(
				'kind'    => 'fuzz-campaign',
				'status'  => $document['status'],
				'summary' => $document['summary'],
			),
			array(
				'operation' => 'wp-codebox/fuzz',
				'inputs'    => array(
					'configuration' => hash( 'sha256', Canonical_Json::encode( $metadata['configuration'] ) ),
					'inventory'     => $metadata['generator']['inventoryDigest'],
				),
				'generator' => $metadata['generator'],
				'versions'  => array(
					'wp-codebox' => WP_CODEBOX_VERSION,
					'wordpress'  => wp_get_wp_version(),
					'php'        => PHP_VERSION,
				),
				'logs'      => array_values( Event_Log::paths() ),
			)
		);
	}

	private function write( string $path, string $text ): void {
		if ( strlen( $text ) !== fwrite( $this->streams[ $path ], $text ) ) { // phpcs:ignore WordPress.WP.AlternativeFunctions -- A stream that grows.
			throw new \RuntimeException( 'The results cannot be written.' );
		}
	}
}
