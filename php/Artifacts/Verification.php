<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

use WP_Codebox\Contracts\Contracts;

/**
 * What a verifier found (artifact-bundle-verification/v1).
 */
final class Verification {

	/** @var list<array{code: string, path: string, message: string, file?: string, details?: array}> */
	private array $violations = array();

	public ?\stdClass $manifest = null;

	/**
	 * @param string $name Name of the bundle's directory.
	 */
	public function __construct( private readonly string $name ) {}

	/**
	 * @param string      $code    One of VERIFICATION_CODES in src-shared/artifacts/violations.ts.
	 * @param string      $path    Where in the manifest or bundle.
	 * @param string      $message One sentence.
	 * @param string|null $file    The file it is about.
	 * @param array       $details More for machines.
	 */
	public function add( string $code, string $path, string $message, ?string $file = null, array $details = array() ): void {
		$violation = array(
			'code'    => $code,
			'path'    => $path,
			'message' => $message,
		);
		if ( null !== $file ) {
			$violation['file'] = $file;
		}
		if ( $details ) {
			$violation['details'] = $details;
		}
		$this->violations[] = $violation;
	}

	public function is_valid(): bool {
		return ! $this->violations;
	}

	/**
	 * @return list<array{code: string, path: string, message: string, file?: string, details?: array}>
	 */
	public function violations(): array {
		return $this->violations;
	}

	/** The first violation in one line, for an error. */
	public function summary(): string {
		$first = $this->violations[0] ?? null;
		$more  = count( $this->violations ) - 1;
		return null === $first ? 'valid' : $first['code'] . ': ' . $first['message'] . ( $more > 0 ? " (and $more more)" : '' );
	}

	/** Throws when something is wrong. */
	public function require_valid(): void {
		if ( ! $this->is_valid() ) {
			throw Artifact_Error::of(
				'wp_codebox_artifact_verification_failed',
				$this->summary(),
				array(
					'violations'   => $this->violations,
					'verification' => $this->to_array(),
				)
			);
		}
	}

	/** The manifest of a bundle that was read as far as its shape. */
	public function manifest(): \stdClass {
		return $this->manifest ?? new \stdClass();
	}

	/**
	 * As the contract has it.
	 *
	 * @param string|null $name Name of the directory, when the bundle has moved since.
	 */
	public function to_array( ?string $name = null ): array {
		return array(
			'schema'          => Contracts::get( 'artifacts/schemas' )['ARTIFACT_BUNDLE_VERIFICATION_SCHEMA'],
			'bundleDirectory' => $name ?? $this->name,
			'valid'           => $this->is_valid(),
			'status'          => $this->is_valid() ? 'passed' : 'failed',
			'violations'      => $this->violations,
		);
	}
}
