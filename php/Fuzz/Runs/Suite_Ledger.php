<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Runs;

use WP_Codebox\Fuzz\Run\Admission;
use WP_Codebox\Fuzz\Run\Case_Judge;
use WP_Codebox\Fuzz\Run\Event_Log;
use WP_Codebox\Fuzz\Run\Ndjson_Sink;
use WP_Codebox\Fuzz\Run\Suite_Result;
use WP_Codebox\Fuzz\Run\Suite_Tally;
use WP_Codebox\Fuzz\Suite\Fuzz_Suite;

/**
 * Adds up the batches of a suite. Cases and logs go to temporary files, so memory does not grow with their number.
 */
final class Suite_Ledger {

	/** Cases that the result document itself holds; all are in cases.ndjson. */
	private const LISTED = 1000;

	private readonly Suite_Tally $tally;

	/** @var array<string, resource> Path in the bundle → file. */
	private array $streams = array();

	/** @var list<array> */
	private array $cases = array();

	/** @var list<array{code: string, message: string}> What became of batches that have no answer. */
	private array $lost = array();

	private ?float $started     = null;
	private float $milliseconds = 0.0;

	public function __construct() {
		$this->tally = new Suite_Tally();
		$this->stream( 'cases.ndjson' );
		array_map( $this->stream( ... ), array_values( Event_Log::paths() ) );
	}

	/**
	 * @param array $batch What Suite_Batch::run() answered, or `error`.
	 */
	public function take( array $batch ): void {
		if ( isset( $batch['error'] ) ) {
			$this->lost[] = $batch['error'];
			return;
		}
		$sink = new Ndjson_Sink( $this->stream( 'cases.ndjson' ) );
		foreach ( $batch['cases'] as $record ) {
			$this->tally->count_record( $record, $batch['findings'][ $record['id'] ] ?? array() );
			$sink->take( $record );
			if ( count( $this->cases ) < self::LISTED ) {
				$this->cases[] = $record;
			}
		}
		foreach ( $batch['events'] as $event ) {
			( new Ndjson_Sink( $this->stream( Event_Log::paths()[ $event['log'] ] ) ) )->take( array_diff_key( $event, array( 'log' => 1 ) ) );
		}
		$this->started       = min( $this->started ?? $batch['started'], $batch['started'] );
		$this->milliseconds += $batch['milliseconds'];
	}

	/**
	 * The same each time for the same batches, so that finishing twice stores one bundle.
	 *
	 * @param Fuzz_Suite $suite What ran.
	 * @return array `wp-codebox/fuzz-suite-result/v1`.
	 */
	public function document( Fuzz_Suite $suite ): array {
		$admission = new Admission();
		$document  = Suite_Result::document( $suite, $this->tally, $this->cases, $admission->refusal( $suite ) ?? $this->loss(), $admission->capabilities( $suite ), (float) $this->started );

		$document['timing']['durationMs'] = round( $this->milliseconds, 3 );
		$document['metadata']['cases']    = array(
			'listed' => count( $this->cases ),
			'total'  => $this->tally->summary()['total'],
			'file'   => 'cases.ndjson',
		);
		return $document;
	}

	/** @return array<string, resource> Path in the bundle → file, at its start. */
	public function files(): array {
		array_map( 'rewind', $this->streams );
		return $this->streams;
	}

	/** @return array|null Diagnostic of a run whose batches did not all finish. */
	private function loss(): ?array {
		return $this->lost ? Case_Judge::diagnostic(
			'error',
			$this->lost[0]['code'],
			sprintf( '%d batches have no result. %s', count( $this->lost ), $this->lost[0]['message'] ),
			array( 'batches' => array_slice( $this->lost, 0, 20 ) )
		) : null;
	}

	/** @return resource */
	private function stream( string $path ) {
		if ( ! isset( $this->streams[ $path ] ) ) {
			$stream = tmpfile();
			if ( false === $stream ) {
				throw new \RuntimeException( 'No temporary file can be made for the results.' );
			}
			$this->streams[ $path ] = $stream;
		}
		return $this->streams[ $path ];
	}
}
