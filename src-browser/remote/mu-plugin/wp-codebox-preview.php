<?php
/**
 * What every preview is told beside WordPress itself: nothing of it asks another host.
 */

// Emoji images come from another host, and every current browser has its own.
remove_action( 'wp_head', 'print_emoji_detection_script', 7 );
remove_action( 'embed_head', 'print_emoji_detection_script' );
add_action( 'admin_init', static fn() => remove_action( 'admin_print_scripts', 'print_emoji_detection_script' ) );

// So do avatars; an address that is set here keeps WordPress from making one of Gravatar.
add_filter(
	'pre_get_avatar_data',
	static function ( $args ) {
		$args['url'] = includes_url( 'images/w-logo-gray-white-bg.png' );
		return $args;
	}
);

// And the media of Openverse in the editor's inserter.
add_filter(
	'block_editor_settings_all',
	static function ( $settings ) {
		$settings['enableOpenverseMediaCategory'] = false;
		return $settings;
	}
);

// And the pictures of the editors' welcome guides, which lie over what a preview is to show.
add_filter(
	'default_user_metadata',
	static function ( $value, $user_id, $key, $single ) {
		if ( ! str_ends_with( $key, 'persisted_preferences' ) ) {
			return $value;
		}
		$seen = array(
			'welcomeGuide'         => false,
			'welcomeGuideTemplate' => false,
			'welcomeGuideStyles'   => false,
			'welcomeGuidePage'     => false,
		);
		$preferences = array(
			'core/edit-post' => $seen,
			'core/edit-site' => $seen,
			'_modified'      => gmdate( 'c' ),
		);
		return $single ? $preferences : array( $preferences );
	},
	10,
	4
);
