<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Campaign;

use WP_Codebox\Fuzz\Inventory\Inventory;

/**
 * How far a campaign is, in one line.
 */
final class Progress_Line {

	/**
	 * @param Campaign_Tally $tally     What was counted.
	 * @param Inventory      $inventory What there is.
	 * @param float          $left      Seconds left.
	 */
	public static function of( Campaign_Tally $tally, Inventory $inventory, float $left ): string {
		$total = $tally->summary()['total'];
		return sprintf(
			'%d cases (%.0f/s) · %d findings · %d of %d routes reached · %d s left',
			$total,
			$total / max( 0.001, $tally->elapsed() ),
			$tally->findings->count(),
			$tally->reached(),
			count( $inventory->endpoints ) + count( $inventory->abilities ),
			max( 0, (int) $left )
		);
	}
}
