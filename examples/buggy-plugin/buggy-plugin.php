<?php
/**
 * Plugin Name:       Buggy Workshops
 * Description:       An example for WP Codebox: workshop bookings with planted defects, and a clean twin of each. Never install it on a site that anybody can reach.
 * Version:           1.0.0
 * Requires at least: 6.9
 * Requires PHP:      8.2
 * License:           GPL-2.0-or-later
 */

declare( strict_types=1 );

namespace Buggy_Workshops;

defined( 'ABSPATH' ) || exit;

// It is a target: it has to be asked for where the site is not somebody's own machine.
if ( ! in_array( wp_get_environment_type(), array( 'local', 'development' ), true ) && ! defined( 'BUGGY_WORKSHOPS_ANYWHERE' ) ) {
	return;
}

require __DIR__ . '/includes/class-store.php';
require __DIR__ . '/includes/class-routes.php';
foreach ( array( 'bookings', 'people', 'articles', 'messages', 'files', 'pages', 'reports', 'abilities' ) as $buggy_workshops_area ) {
	require __DIR__ . "/buggy/class-$buggy_workshops_area.php";
	require __DIR__ . "/clean/class-$buggy_workshops_area.php";
}

register_activation_hook( __FILE__, array( Store::class, 'install' ) );
register_deactivation_hook( __FILE__, array( Store::class, 'remove' ) );

add_action(
	'rest_api_init',
	static function (): void {
		foreach ( array( Buggy\Bookings::class, Buggy\People::class, Buggy\Articles::class, Buggy\Messages::class, Buggy\Files::class, Buggy\Pages::class, Buggy\Reports::class ) as $area ) {
			( new $area( 'buggy/v1' ) )->register();
		}
		foreach ( array( Clean\Bookings::class, Clean\People::class, Clean\Articles::class, Clean\Messages::class, Clean\Files::class, Clean\Pages::class, Clean\Reports::class ) as $area ) {
			( new $area( 'buggy-clean/v1' ) )->register();
		}
	}
);

add_action(
	'wp_abilities_api_categories_init',
	static function (): void {
		wp_register_ability_category(
			'workshops',
			array(
				'label'       => 'Workshops',
				'description' => 'Workshops and their bookings.',
			)
		);
	}
);
add_action(
	'wp_abilities_api_init',
	static function (): void {
		( new Buggy\Abilities() )->register();
		( new Clean\Abilities() )->register();
	}
);
