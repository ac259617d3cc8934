<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation;

use WP_Codebox\Fuzz\Inventory\Row_Pool;

/**
 * Says which rows a parameter names: by its own name (`author_id`, `formIDs`), or, for a plain `id`, by the route's segment before it.
 */
final class Row_Types {

	/** Words for a user account in plugins of all kinds. */
	private const USERS = array( 'user', 'author', 'owner', 'member', 'student', 'instructor', 'teacher', 'customer', 'patient', 'doctor', 'vendor', 'subscriber', 'account', 'profile', 'employee', 'staff', 'reviewer', 'recipient', 'agent', 'me', 'editor' );

	private const ATTACHMENTS = array( 'media', 'attachment', 'image', 'file', 'avatar', 'thumbnail', 'logo', 'icon', 'featured_media', 'site_logo', 'site_icon', 'photo', 'picture' );

	private const POSTS = array( 'post', 'parent', 'page', 'article', 'entry', 'object', 'item' );

	private const TERMS = array( 'term', 'category', 'tag', 'taxonomy' );

	/**
	 * @param Row_Pool $rows  What the site has.
	 * @param string   $route The route, for plain ids.
	 */
	public function __construct(
		private readonly Row_Pool $rows,
		private readonly string $route
	) {}

	/**
	 * @param string $name Name of a parameter.
	 * @return list<string> Types of the row pool, the likeliest first; empty when the name names no row.
	 */
	public function of( string $name ): array {
		$noun = self::noun( $name );
		if ( '' === $noun ) {
			$noun = $this->noun_before( $name );
		} elseif ( ! preg_match( '/(^|_)ids?$/', self::snake( $name ) ) && ! in_array( self::singular( self::snake( $name ) ), array( 'author', 'parent', 'featured_media', 'post', 'user', 'category', 'tag', 'include', 'exclude', 'owner', 'student', 'customer', 'form', 'plugin' ), true ) ) {
			return array();
		}
		return $this->types_of( in_array( $noun, array( 'include', 'exclude', 'in', 'not' ), true ) ? $this->noun_before( $name ) : $noun );
	}

	/**
	 * @param string $name Name of a parameter.
	 * @return bool Whether it names user accounts.
	 */
	public function is_user( string $name ): bool {
		return in_array( 'user', $this->of( $name ), true );
	}

	/**
	 * @param string $noun Singular, snake case.
	 * @return list<string>
	 */
	private function types_of( string $noun ): array {
		$last  = substr( (string) strrchr( '_' . $noun, '_' ), 1 );
		$types = match ( true ) {
			in_array( $last, self::USERS, true )                         => array( 'user' ),
			in_array( $noun, self::ATTACHMENTS, true ) || in_array( $last, self::ATTACHMENTS, true ) => array( 'post:attachment' ),
			'comment' === $last                                          => array( 'comment' ),
			in_array( $last, self::TERMS, true )                         => array( 'term' ),
			'page' === $last                                             => array( 'post:page' ),
			'plugin' === $noun                                           => array( 'plugin' ),
			default                                                      => array(),
		};
		foreach ( $this->rows->types() as $type ) {
			$named = preg_replace( '/^(table|post|term):/', '', $type, 1, $count );
			if ( $count && '' !== $last && preg_match( '/(^|[_-])' . preg_quote( $last, '/' ) . '(s|es)?$/', self::ies( (string) $named ) ) ) {
				$types[] = $type;
			}
		}
		if ( ! $types && ( in_array( $last, self::POSTS, true ) || '' === $last ) ) {
			$types[] = 'post';
		}
		return array_values( array_unique( $types ) );
	}

	/**
	 * The last word of the route before a path parameter, or its last word at all.
	 *
	 * @param string $name Name of the parameter.
	 */
	private function noun_before( string $name ): string {
		$before = preg_split( '/\(\?P?<' . preg_quote( $name, '/' ) . '>/', $this->route )[0] ?? $this->route;
		$words  = preg_split( '#[^A-Za-z_-]+#', (string) preg_replace( '/\(\?P?<\w+>(?:[^()]|\([^()]*\))*\)/', '', $before ), -1, PREG_SPLIT_NO_EMPTY );
		return $words ? self::singular( self::snake( (string) end( $words ) ) ) : '';
	}

	private static function noun( string $name ): string {
		return self::singular( (string) preg_replace( '/(^|_)ids?$/', '', self::snake( $name ) ) );
	}

	/**
	 * @param string $name Any spelling: `formIDs`, `campaign-id`.
	 */
	public static function snake( string $name ): string {
		$spaced = preg_replace( array( '/IDs?$/', '/([a-z0-9])([A-Z])/' ), array( '_id', '$1_$2' ), $name );
		return trim( strtolower( (string) preg_replace( '/[^A-Za-z0-9]+/', '_', (string) $spaced ) ), '_' );
	}

	private static function singular( string $word ): string {
		return match ( true ) {
			str_ends_with( $word, 'ies' )                                  => substr( $word, 0, -3 ) . 'y',
			str_ends_with( $word, 'ss' ) || str_ends_with( $word, 'us' )   => $word,
			str_ends_with( $word, 's' )                                    => substr( $word, 0, -1 ),
			default                                                        => $word,
		};
	}

	private static function ies( string $word ): string {
		return (string) preg_replace( '/ies$/', 'y', $word );
	}
}
