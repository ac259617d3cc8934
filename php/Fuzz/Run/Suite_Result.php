<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Fuzz\Suite\Fuzz_Suite;

/**
 * Makes the result document, `wp-codebox/fuzz-suite-result/v1`.
 */
final class Suite_Result {

	public const SCHEMA = 'wp-codebox/fuzz-suite-result/v1';
	private const RUNNER = 'wp-codebox/fuzz-suite-runner/v1';

	/** Skip codes that speak of the site, not of a case: said once for the suite. */
	private const SUITE_WIDE = array( 'wp_codebox_fuzz_http_unreachable' );

	/**
	 * @param Fuzz_Suite  $suite        The suite.
	 * @param Suite_Tally $tally        What was counted.
	 * @param list<array> $cases        Cases as the sink kept them.
	 * @param array|null  $refusal      Diagnostic of a suite that was not run.
	 * @param array       $capabilities The runner's, with what the suite misses.
	 * @param float       $started      Unix time.
	 */
	public static function document( Fuzz_Suite $suite, Suite_Tally $tally, array $cases, ?array $refusal, array $capabilities, float $started ): array {
		$diagnostics = null === $refusal ? self::diagnostics( $suite, $tally ) : array( $refusal );
		$has_error   = in_array( 'error', array_column( $diagnostics, 'severity' ), true );
		$status      = $has_error ? Status_Rule::ERROR : Status_Rule::of( $tally->counts(), $suite->may_be_empty() );
		$metadata    = array(
			'canonical_ability'  => 'wp-codebox/run-fuzz-suite',
			'runner'             => self::RUNNER,
			'runnerCapabilities' => $capabilities,
		);
		if ( isset( $refusal['metadata']['runtime_backed_execution'] ) ) {
			$metadata += $refusal['metadata']['runtime_backed_execution'] + array( 'runtime_backed_execution' => $refusal['metadata']['runtime_backed_execution'] );
		}
		$document = array(
			'schema'          => self::SCHEMA,
			'success'         => Status_Rule::PASSED === $status,
			'status'          => $status,
			'suite'           => array( 'id' => $suite->id ) + ( null === $suite->version ? array() : array( 'version' => $suite->version ) ),
			'summary'         => $tally->summary(),
			'cases'           => $cases,
			'diagnostics'     => $diagnostics,
			'artifactRefs'    => array(),
			'findings'        => $tally->findings(),
			'coverageSummary' => $tally->coverage(),
			'timing'          => array(
				'startedAt'  => gmdate( 'c', (int) $started ),
				'durationMs' => round( ( microtime( true ) - $started ) * 1000, 3 ),
			),
			'metadata'        => $metadata,
		);
		return null === $suite->coverage_plan ? $document : $document + array( 'coveragePlan' => $suite->coverage_plan );
	}

	private static function diagnostics( Fuzz_Suite $suite, Suite_Tally $tally ): array {
		$diagnostics = array();
		foreach ( array_intersect( self::SUITE_WIDE, $tally->skip_reasons() ) as $code ) {
			$diagnostics[] = Case_Judge::diagnostic( 'warning', $code, Contracts::get( 'fuzz/skip-codes' )[ $code ], array( 'url' => home_url( '/' ) ) );
		}
		if ( 0 === $tally->summary()['total'] && ! $suite->may_be_empty() ) {
			$diagnostics[] = Case_Judge::diagnostic( 'warning', 'wp_codebox_fuzz_suite_empty', 'The suite has no cases, so it shows nothing.' );
		}
		if ( $suite->require_coverage && 0 < $tally->counts()[ Status_Rule::SKIPPED ] ) {
			$diagnostics[] = Case_Judge::diagnostic(
				'error',
				'wp_codebox_fuzz_suite_required_coverage_unsupported',
				sprintf( 'The suite requires coverage, and %d of its cases did not run.', $tally->counts()[ Status_Rule::SKIPPED ] ),
				array( 'skip_reasons' => $tally->coverage()['skippedReasons'] )
			);
		}
		return $diagnostics;
	}
}
