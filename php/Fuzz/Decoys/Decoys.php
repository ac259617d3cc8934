<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Decoys;

/**
 * All decoys of a run. Seed them before the first case (or inside the envelope), remove them afterwards, whatever happened.
 */
final class Decoys {

	/** Post types of plugins that get a draft and a private post. */
	private const POST_TYPES = 20;

	/**
	 * @param list<Decoy> $decoys The decoys.
	 */
	public function __construct( private readonly array $decoys ) {}

	/** One of every kind, and posts of the types that plugins registered. */
	public static function of_this_site(): self {
		$decoys = array( new Password_Post_Decoy(), new Hidden_Email_Decoy(), new User_Meta_Decoy(), new Private_Option_Decoy(), new Private_Comment_Decoy() );
		$types  = array_keys( array_filter( get_post_types( array( '_builtin' => false ), 'objects' ), self::has_readers( ... ) ) );
		sort( $types, SORT_STRING );
		foreach ( array( 'post', 'page', ...array_slice( $types, 0, self::POST_TYPES ) ) as $type ) {
			$decoys[] = new Draft_Post_Decoy( $type );
			$decoys[] = new Private_Post_Decoy( $type );
		}
		if ( Sacrificial_Plugin::is_possible() ) {
			$decoys[] = new Sacrificial_Plugin();
		}
		/**
		 * Filters the things with a secret in them that a fuzz run plants on the site and removes again.
		 *
		 * @param list<Decoy> $decoys The decoys.
		 */
		$filtered = (array) apply_filters( 'wp_codebox_fuzz_decoys', $decoys );
		return new self( array_values( array_filter( $filtered, static fn( mixed $decoy ): bool => $decoy instanceof Decoy ) ) );
	}

	/**
	 * What WordPress shows nowhere is a plugin's own store: its status says nothing of who may see it, and a row
	 * without the metas that the plugin always writes is one that it can never meet.
	 */
	private static function has_readers( \WP_Post_Type $type ): bool {
		return $type->public || $type->publicly_queryable || $type->show_ui || $type->show_in_rest;
	}

	/**
	 * @param string             $seed Seed of the run; the same seed hides the same secrets.
	 * @param array<string, int> $ids  Marker → id that the decoy had before, for a replay.
	 * @return array<string, array{kind: string, minimum_role: string, id: int|string, owner: int, bare?: bool, readers?: list<string>}> Secret marker → what it is hidden in, as Oracle_Context takes it.
	 */
	public function seed( string $seed, array $ids = array() ): array {
		$planted = array();
		foreach ( $this->decoys as $index => $decoy ) {
			$marker = 'wpcbdecoy' . substr( hash( 'sha256', "$seed $index " . $decoy->kind() ), 0, 10 );
			if ( isset( $ids[ $marker ] ) && $decoy instanceof Placed_Decoy ) {
				$decoy->place( $ids[ $marker ] );
			}
			$seeded             = $decoy->seed( $marker );
			$planted[ $marker ] = array(
				'kind'         => $decoy->kind(),
				'minimum_role' => $decoy->minimum_role(),
			) + $seeded;
		}
		return $planted;
	}

	/** Removes all of them. */
	public function remove(): void {
		foreach ( $this->decoys as $decoy ) {
			$decoy->remove();
		}
	}
}
