<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Decoys;

/**
 * An option with a key of some service in it.
 */
final class Private_Option_Decoy implements Decoy {

	private const NAME = 'codebox_decoy_api_key';

	public function kind(): string {
		return 'private-option';
	}

	public function minimum_role(): string {
		return 'administrator';
	}

	public function seed( string $marker ): array {
		global $wpdb;
		$this->remove();
		$wpdb->insert(
			$wpdb->options,
			array(
				'option_name'  => self::NAME,
				'option_value' => $marker,
				'autoload'     => 'off',
			)
		);
		$this->forget();
		return array(
			'id'    => self::NAME,
			'owner' => 0,
		);
	}

	public function remove(): void {
		global $wpdb;
		$wpdb->delete( $wpdb->options, array( 'option_name' => self::NAME ) );
		$this->forget();
	}

	private function forget(): void {
		wp_cache_delete( self::NAME, 'options' );
		wp_cache_delete( 'notoptions', 'options' );
	}
}
