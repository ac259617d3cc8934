<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Campaign;

/**
 * How far a campaign is, in one line.
 */
final class Progress_Line {

	/**
	 * @param Campaign_Tally $tally What was counted.
	 * @param float          $left  Seconds left.
	 */
	public static function of( Campaign_Tally $tally, float $left ): string {
		$total = $tally->summary()['total'];
		return sprintf(
			'%d cases (%.0f/s) · %d findings · %d of %d routes and abilities reached · %d s left',
			$total,
			$total / max( 0.001, $tally->elapsed() ),
			$tally->findings->count(),
			$tally->reached(),
			$tally->targets,
			max( 0, (int) $left )
		);
	}
}
