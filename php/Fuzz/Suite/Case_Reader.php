<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Suite;

use WP_Codebox\Contracts\Contracts;

/**
 * Reads one case of a suite into a Fuzz_Case.
 */
final class Case_Reader {

	private const PHASES = array( 'setup', 'action', 'assert', 'teardown' );

	/**
	 * @param mixed      $raw          The case as decoded.
	 * @param int        $index        Its position in the suite.
	 * @param array|null $suite_target Target of the suite, for a case without its own.
	 * @throws Malformed_Case When it makes no sense.
	 */
	public function read( mixed $raw, int $index, ?array $suite_target ): Fuzz_Case {
		if ( ! is_array( $raw ) || ( array() !== $raw && array_is_list( $raw ) ) ) {
			throw new Malformed_Case( '', 'has to be an object' );
		}
		$id = Alias::read( $raw, 'id', 'case_id' ) ?? "case-$index";
		if ( ! is_string( $id ) || '' === trim( $id ) ) {
			throw new Malformed_Case( '.id', 'has to be a string that is not empty' );
		}
		$steps  = $this->steps( $raw['phases'] ?? array() );
		$target = $raw['target'] ?? $suite_target ?? array();
		$kind   = $this->kind( $target, (bool) $steps );
		$entry  = (string) ( Alias::read( $target, 'entrypoint', 'id' ) ?? '' );
		$input  = $this->input( $raw, $kind, $entry );
		return new Fuzz_Case(
			$id,
			$index,
			$kind,
			$this->entry( $kind, $entry, $input ),
			$input,
			isset( $raw['role'] ) && is_string( $raw['role'] ) && '' !== $raw['role'] ? $raw['role'] : null,
			$this->expectations( $raw ),
			is_array( $raw['metadata'] ?? null ) ? $raw['metadata'] : array(),
			$this->markers( $raw ),
			$steps
		);
	}

	/**
	 * A generated case says which markers it holds.
	 *
	 * @param array $raw The case.
	 * @return list<string>
	 */
	private function markers( array $raw ): array {
		$markers = $raw['metadata']['generator']['markers'] ?? array();
		return is_array( $markers ) ? array_values( array_filter( $markers, 'is_string' ) ) : array();
	}

	private function kind( mixed $target, bool $has_steps ): string {
		$known = Contracts::get( 'operations/run-fuzz-suite' )['input']['properties']['target']['properties']['kind']['enum'];
		$kind  = is_array( $target ) ? ( $target['kind'] ?? null ) : null;
		if ( null === $kind && $has_steps ) {
			return '';
		}
		if ( ! is_string( $kind ) || ! in_array( $kind, $known, true ) ) {
			throw new Malformed_Case( '.target.kind', ( null === $kind ? 'is required' : 'has to be one of ' . implode( ', ', $known ) ) );
		}
		return $kind;
	}

	private function input( array $raw, string $kind, string $entry ): array {
		$input = $raw['input'] ?? array();
		if ( 'ability' === $kind ) {
			return $this->ability_input( $raw );
		}
		if ( ! is_array( $input ) ) {
			throw new Malformed_Case( '.input', 'has to be an object' );
		}
		$input = Step_Arguments::laid_over( $input, '.input.args' );
		return 'rest' === $kind || ( 'runtime-action' === $kind && 'rest_request' === ( $input['type'] ?? null ) )
			? Rest_Input::normalize( $input, 'rest' === $kind ? $entry : '' )
			: $input;
	}

	/**
	 * An ability's input can be anything, so it is kept below one key. `input` or `payload` inside the
	 * case's input is a wrapper only where nothing but wrapper fields stand beside it.
	 *
	 * @param array $raw The case.
	 */
	private function ability_input( array $raw ): array {
		if ( ! array_key_exists( 'input', $raw ) ) {
			return array();
		}
		$input   = $raw['input'];
		$wrapper = array_flip( array( 'input', 'payload', 'expectedResultSchema', 'expected_result_schema', 'timeoutMs', 'timeout_ms' ) );
		if ( is_array( $input ) && array_intersect_key( $input, array_flip( array( 'input', 'payload' ) ) ) && ! array_diff_key( $input, $wrapper ) ) {
			return array( 'input' => $input['input'] ?? $input['payload'] ?? null );
		}
		return array( 'input' => $input );
	}

	private function entry( string $kind, string $entry, array $input ): string {
		if ( 'rest' === $kind ) {
			return $input['path'];
		}
		if ( 'http' === $kind ) {
			return (string) ( Alias::read( $input, 'url', 'path' ) ?? $entry );
		}
		return $entry;
	}

	private function expectations( array $raw ): array {
		$expect = $raw['expect'] ?? array();
		if ( ! is_array( $expect ) ) {
			throw new Malformed_Case( '.expect', 'has to be an object' );
		}
		$input  = is_array( $raw['input'] ?? null ) ? $raw['input'] : array();
		$status = Alias::read( $input, 'expectStatus', 'expect_status' );
		if ( null !== $status && ! isset( $expect['status'] ) && ( is_int( $status ) || is_array( $status ) || is_string( $status ) ) ) {
			$expect['status'] = $status;
		}
		$schema = Alias::read( $input, 'expectedResultSchema', 'expected_result_schema' );
		if ( is_string( $schema ) && ! isset( $expect['body'] ) ) {
			$expect['body'] = array( 'schema' => $schema );
		} elseif ( is_array( $schema ) && ! isset( $expect['schema'] ) ) {
			$expect['schema'] = $schema;
		}
		return $expect;
	}

	private function steps( mixed $phases ): array {
		if ( ! is_array( $phases ) ) {
			throw new Malformed_Case( '.phases', 'has to be an object' );
		}
		$steps = array();
		foreach ( self::PHASES as $phase ) {
			foreach ( array_values( (array) ( $phases[ $phase ] ?? array() ) ) as $index => $step ) {
				if ( ! is_array( $step ) || ! is_string( $step['command'] ?? null ) || '' === $step['command'] ) {
					throw new Malformed_Case( ".phases.{$phase}[$index].command", 'has to be a string that is not empty' );
				}
				$steps[] = array(
					'phase'         => $phase,
					'command'       => $step['command'],
					'args'          => Step_Arguments::parse( $step['args'] ?? array(), ".phases.{$phase}[$index].args" ),
					'allow_failure' => true === Alias::read( $step, 'allowFailure', 'allow_failure' ) || true === ( $step['advisory'] ?? null ),
				);
			}
		}
		return $steps;
	}
}
