<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Discovery;

/**
 * What Reading_Plugin hands a request's parameters to.
 */
final class Reading_Service {

	public function work( array $data ): string {
		return $this->deeper( $data ) . $data['in_service'];
	}

	private function deeper( array $data ): string {
		return $data['in_deeper'];
	}
}
