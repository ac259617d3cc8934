<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation;

/**
 * A parsed PCRE pattern that makes strings which it matches; named groups can be given.
 *
 * Assertions are not solved: a caller checks a sample and asks for another.
 */
final class Regex {

	/** How often more than the least an open quantifier repeats. */
	private const MORE = 3;

	/**
	 * @param array $root See Regex_Parser.
	 */
	private function __construct( private readonly array $root ) {}

	/**
	 * @param string $pattern Pattern without delimiters.
	 * @return self|null Null when it cannot be read.
	 */
	public static function parse( string $pattern ): ?self {
		$root = ( new Regex_Parser( $pattern ) )->parse();
		return null === $root ? null : new self( $root );
	}

	/**
	 * @param Seeded_Random         $random Makes the choices.
	 * @param array<string, string> $given  Group name → text to stand in its place.
	 */
	public function sample( Seeded_Random $random, array $given = array() ): string {
		return $this->write( $this->root, $random, $given );
	}

	/**
	 * @return array<string, string> Named group → its pattern.
	 */
	public function groups(): array {
		$groups = array();
		$this->collect( $this->root, $groups );
		return $groups;
	}

	private function write( array $node, Seeded_Random $random, array $given ): string {
		switch ( $node['kind'] ) {
			case 'text':
				return $node['text'];
			case 'set':
				return $node['characters'] ? $random->pick( $node['characters'] ) : '';
			case 'sequence':
				return implode( '', array_map( fn( array $part ): string => $this->write( $part, $random, $given ), $node['parts'] ) );
			case 'choice':
				$holding = array_values( array_filter( $node['parts'], fn( array $part ): bool => $this->holds( $part, $given ) ) );
				return $this->write( $random->pick( $holding ? $holding : $node['parts'] ), $random, $given );
			case 'group':
				return isset( $given[ $node['name'] ] ) ? $given[ $node['name'] ] : $this->write( $node['body'], $random, $given );
			case 'repeat':
				$most  = min( $node['most'] ?? PHP_INT_MAX, $node['least'] + self::MORE );
				$least = $this->holds( $node['body'], $given ) ? max( 1, $node['least'] ) : $node['least'];
				$times = $most > $least ? $least + $random->below( $most - $least + 1 ) : $most;
				$text  = '';
				for ( $time = 0; $time < $times; $time++ ) {
					$text .= $this->write( $node['body'], $random, $given );
				}
				return $text;
			default:
				return '';
		}
	}

	/**
	 * Whether a node contains one of the given groups, so that it has to be written.
	 *
	 * @param array                 $node  A node.
	 * @param array<string, string> $given Group name → text.
	 */
	private function holds( array $node, array $given ): bool {
		if ( ! $given ) {
			return false;
		}
		$groups = array();
		$this->collect( $node, $groups );
		return array() !== array_intersect_key( $groups, $given );
	}

	private function collect( array $node, array &$groups ): void {
		if ( 'group' === $node['kind'] && '' !== $node['name'] ) {
			$groups[ $node['name'] ] = $node['source'];
		}
		foreach ( $node['parts'] ?? ( isset( $node['body'] ) ? array( $node['body'] ) : array() ) as $part ) {
			$this->collect( $part, $groups );
		}
	}
}
