<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Campaign;

use WP_Codebox\Errors\Errors;
use WP_Codebox\Fuzz\Fuzz_Services;
use WP_Codebox\Fuzz\Report\Curl_Line;
use WP_Codebox\Fuzz\Run\Suite_Result;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;
use WP_Error;

/**
 * Runs what showed a finding again, from its record alone: FAILED, FIXED, or FLAKY with k of n.
 */
final class Replay {

	public const FAILED = 'FAILED';
	public const FIXED  = 'FIXED';
	public const FLAKY  = 'FLAKY';

	private const TIMES = 3;

	/**
	 * @param Fuzz_Services $services The parts.
	 */
	public function __construct( private readonly Fuzz_Services $services ) {}

	/**
	 * @param array       $result      `wp-codebox/fuzz-suite-result/v1` of a campaign.
	 * @param string|null $fingerprint Only this finding.
	 * @param string|null $case_id     Only findings of this case.
	 * @param bool        $mutations   Whether cases may change state.
	 * @param \Closure(string):void|null $progress Told a line per finding.
	 * @return list<array>|WP_Error {fingerprint, oracle, caseId, verdict, shown, of, curl?}.
	 */
	public function run( array $result, ?string $fingerprint, ?string $case_id, bool $mutations, ?\Closure $progress ): array|WP_Error {
		$broken = self::broken( $result );
		if ( null !== $broken ) {
			return $broken;
		}
		$records = array_values( array_filter( $result['findings'], static fn( array $record ): bool => ( null === $fingerprint || $record['fingerprint'] === $fingerprint ) && ( null === $case_id || $record['replay']['id'] === $case_id ) ) );
		if ( ! $records ) {
			return Errors::make( 'wp_codebox_fuzz_replay_not_found', $fingerprint ?? $case_id ?? 'the result has no findings' );
		}
		$configuration = $result['metadata']['configuration'] ?? array();
		$selection     = array_intersect_key( $configuration, array_flip( array( 'plugin', 'theme', 'namespace', 'ability' ) ) );
		$files         = array_values( array_unique( array_filter( array_map( static fn( array $record ): string => $record['location']['file'] ?? '', $result['findings'] ) ) ) );
		$site          = new Site_Preparation( $selection, $mutations );
		try {
			$site->populate( $configuration['roles'] ?? null );
			// The same seed hides the same secrets in the same rows: what leaked one has to find one.
			$setup = new Lane_Setup( $selection, $files, null, array(), $mutations, (int) ( $configuration['caseTime'] ?? 3 ), 268435456, $site->plant( (string) ( $configuration['seed'] ?? '1' ), array_filter( (array) ( $result['metadata']['decoys'] ?? array() ), 'is_int' ) ) );
			return $this->verdicts( $records, $setup, $progress );
		} catch ( \RuntimeException $failed ) {
			return Errors::make( 'wp_codebox_fuzz_worker_failed', $failed->getMessage() );
		} finally {
			$site->clear();
		}
	}

	/**
	 * @param array $result A document that claims to be a campaign's result.
	 * @return WP_Error|null `wp_codebox_invalid_input` with the field that cannot be used.
	 */
	private static function broken( array $result ): ?WP_Error {
		if ( Suite_Result::SCHEMA !== ( $result['schema'] ?? null ) ) {
			return Errors::make( 'wp_codebox_invalid_input', 'result.schema has to be ' . Suite_Result::SCHEMA, array( 'field' => 'result.schema' ) );
		}
		$findings = $result['findings'] ?? array();
		if ( ! is_array( $findings ) || ! is_array( $result['metadata']['configuration'] ?? array() ) ) {
			return Errors::make( 'wp_codebox_invalid_input', 'result.findings has to be a list, and result.metadata.configuration an object', array( 'field' => 'result.findings' ) );
		}
		foreach ( $findings as $index => $record ) {
			if ( ! is_string( $record['fingerprint'] ?? null ) || ! is_string( $record['oracle'] ?? null ) ) {
				return Errors::make( 'wp_codebox_invalid_input', "result.findings[$index] has no fingerprint or oracle", array( 'field' => "result.findings[$index]" ) );
			}
			foreach ( array( $record['replay'] ?? null, ...array_values( (array) ( $record['replay']['prefix'] ?? array() ) ), ...array_values( (array) ( $record['replay']['group'] ?? array() ) ) ) as $fuzz_case ) {
				if ( ! is_string( $fuzz_case['id'] ?? null ) || ! is_int( $fuzz_case['index'] ?? null ) || ! is_string( $fuzz_case['kind'] ?? null ) || ! is_string( $fuzz_case['entry'] ?? null ) ) {
					return Errors::make( 'wp_codebox_invalid_input', "result.findings[$index].replay is no case record", array( 'field' => "result.findings[$index].replay" ) );
				}
			}
		}
		return null;
	}

	/**
	 * @param list<array>                $records  Findings.
	 * @param Lane_Setup                 $setup    What the processes judge by.
	 * @param \Closure(string):void|null $progress Told a line per finding.
	 * @return list<array>
	 */
	private function verdicts( array $records, Lane_Setup $setup, ?\Closure $progress ): array {
		$lanes        = $this->services->lanes( $setup );
		$confirmation = new Confirmation( $lanes, $this->services->comparison( $setup ) );
		$verdicts     = array();
		foreach ( $records as $record ) {
			$verdict    = $this->verdict( $record, $confirmation );
			$verdicts[] = $verdict;
			if ( null !== $progress ) {
				$progress( sprintf( '%s %s %s (%d of %d)', $verdict['verdict'], $verdict['oracle'], $verdict['fingerprint'], $verdict['shown'], $verdict['of'] ) );
			}
		}
		return $verdicts;
	}

	private function verdict( array $record, Confirmation $confirmation ): array {
		$fuzz_case = Fuzz_Case::from_array( $record['replay'] );
		$prefix    = array_map( Fuzz_Case::from_array( ... ), $record['replay']['prefix'] ?? array() );
		$group     = array_map( Fuzz_Case::from_array( ... ), $record['replay']['group'] ?? array() );
		$shown     = 0;
		for ( $time = 0; $time < self::TIMES; $time++ ) {
			$shown += $confirmation->shows( $record['fingerprint'], $fuzz_case, $group, $prefix ) ? 1 : 0;
		}
		$curl = Curl_Line::of( $record['replay'] );
		return array(
			'fingerprint' => $record['fingerprint'],
			'oracle'      => $record['oracle'],
			'caseId'      => $fuzz_case->id,
			'verdict'     => match ( $shown ) {
				self::TIMES => self::FAILED,
				0           => self::FIXED,
				default     => self::FLAKY,
			},
			'shown'       => $shown,
			'of'          => self::TIMES,
		) + ( '' === $curl ? array() : array( 'curl' => $curl ) );
	}
}
