<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Suite;

use WP_Codebox\Errors\Errors;
use WP_Error;

/**
 * Reads `wp-codebox/fuzz-suite/v1`: resolves the aliases, refuses what makes no sense and names its field.
 *
 * Every case is read once before anything runs, so a mistake in the last case costs nothing;
 * while the suite runs they are read again one by one.
 */
final class Suite_Parser {

	/**
	 * @param Case_Reader   $cases  Reads one case.
	 * @param Unsafe_Fields $unsafe Finds fields that carry code.
	 */
	public function __construct(
		private readonly Case_Reader $cases,
		private readonly Unsafe_Fields $unsafe
	) {}

	/**
	 * @param array $suite Decoded suite.
	 * @return Fuzz_Suite|WP_Error `wp_codebox_invalid_input` with the `field`, or `wp_codebox_fuzz_suite_unsafe_input` with `unsafe_fields`.
	 */
	public function parse( array $suite ): Fuzz_Suite|WP_Error {
		$unsafe = $this->unsafe->find( $suite );
		if ( $unsafe ) {
			return Errors::make( 'wp_codebox_fuzz_suite_unsafe_input', implode( ', ', $unsafe ), array( 'unsafe_fields' => $unsafe ) );
		}
		$refused = $this->refused_case( $suite );
		if ( null !== $refused ) {
			return $refused;
		}
		$metadata = (array) ( $suite['metadata'] ?? array() );
		return new Fuzz_Suite(
			(string) ( $suite['id'] ?? '' ),
			isset( $suite['version'] ) ? (string) $suite['version'] : null,
			(string) ( Alias::read( $suite, 'runnerMode', 'runner_mode' ) ?? Alias::read( $metadata, 'runnerMode', 'runner_mode' ) ?? Runner_Mode::IN_PROCESS ),
			true === Alias::read( $suite, 'requireCoverage', 'require_coverage' ),
			Required_Capabilities::of( $suite ),
			fn(): iterable => $this->read_cases( $suite ),
			$metadata,
			Alias::read( $suite, 'coveragePlan', 'coverage_plan' ) ?? Alias::read( $metadata, 'coveragePlan', 'coverage_plan' ),
			$suite['oracles'] ?? null,
			array( ...self::opt_ins( $suite ), ...self::opt_ins( $metadata ) )
		);
	}

	private function refused_case( array $suite ): ?WP_Error {
		$seen = array();
		foreach ( array_values( (array) ( $suite['cases'] ?? array() ) ) as $index => $raw ) {
			try {
				$id = $this->cases->read( $raw, $index, $suite['target'] ?? null )->id;
			} catch ( Malformed_Case $malformed ) {
				return $this->refuse( "cases[$index]" . $malformed->path, $malformed->getMessage() );
			}
			if ( isset( $seen[ $id ] ) ) {
				return $this->refuse( "cases[$index].id", "is \"$id\", which is the id of cases[{$seen[ $id ]}] too; ids have to be unique" );
			}
			$seen[ $id ] = $index;
		}
		return null;
	}

	private function refuse( string $field, string $reason ): WP_Error {
		return Errors::make( 'wp_codebox_invalid_input', "$field $reason.", array( 'field' => $field ) );
	}

	/**
	 * A case without a role runs once per role of the suite, as `<id>@<role>` where there are several.
	 *
	 * @param array $suite Decoded suite.
	 * @return iterable<Fuzz_Case>
	 */
	private function read_cases( array $suite ): iterable {
		$roles = array_values( array_unique( (array) ( $suite['roles'] ?? array() ) ) );
		$next  = 0;
		foreach ( array_values( (array) ( $suite['cases'] ?? array() ) ) as $raw ) {
			$own = $roles && ! isset( $raw['role'] ) ? $roles : array( $raw['role'] ?? null );
			foreach ( $own as $role ) {
				$fuzz_case = $this->cases->read( array( 'role' => $role ) + $raw, $next, $suite['target'] ?? null );
				yield 1 < count( $own ) ? Fuzz_Case::from_array( array( 'id' => "{$fuzz_case->id}@$role" ) + $fuzz_case->to_array() ) : $fuzz_case;
				++$next;
			}
		}
	}

	/**
	 * @param array $data A suite or its metadata.
	 * @return list<array> Opt-ins to mutation, one or several.
	 */
	private static function opt_ins( array $data ): array {
		$one  = Alias::read( $data, 'restMutationFixtureOptIn', 'rest_mutation_fixture_opt_in' );
		$many = Alias::read( $data, 'restMutationFixtureOptIns', 'rest_mutation_fixture_opt_ins' );
		return array_values( array_filter( array( $one, ...( is_array( $many ) ? $many : array() ) ), 'is_array' ) );
	}
}
