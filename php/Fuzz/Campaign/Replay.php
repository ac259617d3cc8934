<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Campaign;

use WP_Codebox\Errors\Errors;
use WP_Codebox\Fuzz\Envelope\Envelope_Factory;
use WP_Codebox\Fuzz\Envelope\Supervised_Envelope;
use WP_Codebox\Fuzz\Fuzz_Services;
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
	 * @return list<array>|WP_Error {fingerprint, oracle, caseId, verdict, shown, of}.
	 */
	public function run( array $result, ?string $fingerprint, ?string $case_id, bool $mutations, ?\Closure $progress ): array|WP_Error {
		$records = array_values( array_filter( $result['findings'] ?? array(), static fn( array $record ): bool => ( null === $fingerprint || $record['fingerprint'] === $fingerprint ) && ( null === $case_id || ( $record['replay']['id'] ?? '' ) === $case_id ) ) );
		if ( ! $records ) {
			return Errors::make( 'wp_codebox_fuzz_replay_not_found', $fingerprint ?? $case_id ?? 'the result has no findings' );
		}
		$configuration = $result['metadata']['configuration'] ?? array();
		$selection     = array_intersect_key( $configuration, array_flip( array( 'plugin', 'theme', 'namespace', 'ability' ) ) );
		$files         = array_values( array_unique( array_filter( array_map( static fn( array $record ): string => $record['location']['file'] ?? '', $result['findings'] ) ) ) );
		$setup         = new Lane_Setup( $selection, $files, null, array(), $mutations, (int) ( $configuration['caseTime'] ?? 3 ), 268435456, array() );
		$judge         = $this->services->lane_runner( $setup, Envelope_Factory::make() );
		$lanes         = Supervised_Envelope::is_possible() ? new Worker_Lanes( static fn(): Lane => new Lane( $setup, $judge ) ) : new In_Process_Lanes( $judge );
		$confirmation  = new Confirmation( $lanes, $this->services->comparison( $setup ) );
		$verdicts      = array();
		foreach ( $records as $record ) {
			$verdicts[] = $this->verdict( $record, $confirmation );
			if ( null !== $progress ) {
				$last = end( $verdicts );
				$progress( sprintf( '%s %s %s (%d of %d)', $last['verdict'], $last['oracle'], $last['fingerprint'], $last['shown'], $last['of'] ) );
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
		);
	}
}
