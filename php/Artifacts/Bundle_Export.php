<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

/**
 * Gives a stored bundle out as a zip. What does not verify is not given out.
 */
final class Bundle_Export {

	/**
	 * @param Durable_Files $disk Writes.
	 */
	public function __construct( private readonly Durable_Files $disk ) {}

	/**
	 * @param Bundle_Reader         $bundle A bundle that was verified.
	 * @param \Closure(string):void $sink   Takes the bytes.
	 * @return int How many.
	 */
	public function write( Bundle_Reader $bundle, \Closure $sink ): int {
		$zip = new Zip_Writer( $sink );
		foreach ( Canonical_Json::sorted( array_map( 'strval', array_keys( $bundle->files() ) ) ) as $path ) {
			$zip->add( $path, $bundle->directory . '/' . $path );
		}
		return $zip->finish();
	}

	/**
	 * @param Bundle_Reader $bundle A bundle that was verified.
	 * @param string        $output File to write; must not exist.
	 * @return array{bytes: int, sha256: string}
	 */
	public function to_file( Bundle_Reader $bundle, string $output ): array {
		$file = $this->disk->create( $output );
		$hash = hash_init( 'sha256' );
		try {
			$bytes = $this->write(
				$bundle,
				function ( string $bytes ) use ( $file, $hash ): void {
					hash_update( $hash, $bytes );
					$this->disk->put( $file, $bytes );
				}
			);
			$this->disk->flush( $file );
		} catch ( Artifact_Error $failure ) {
			$this->disk->remove( $output );
			throw $failure;
		} finally {
			fclose( $file ); // phpcs:ignore WordPress.WP.AlternativeFunctions
		}
		return array(
			'bytes'  => $bytes,
			'sha256' => hash_final( $hash ),
		);
	}
}
