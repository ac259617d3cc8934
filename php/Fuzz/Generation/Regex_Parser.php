<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation;

/**
 * Reads a PCRE pattern into nodes:
 * text {text}, set {characters}, sequence {parts}, choice {parts}, group {name, body, source}, repeat {body, least, most}, nothing.
 */
final class Regex_Parser {

	private const DIGITS = '0123456789';
	private const WORDS  = 'abcxyzABZ019_';
	private const ANY    = 'abcxyzABZ019_-';
	private const SPACES = " \t";

	private const POSIX = array(
		'alnum'  => 'abzABZ019',
		'alpha'  => 'abzABZ',
		'digit'  => self::DIGITS,
		'xdigit' => '0189abcdefABCDEF',
		'lower'  => 'abcxyz',
		'upper'  => 'ABCXYZ',
		'space'  => self::SPACES,
		'punct'  => '!#,-.;_',
		'word'   => self::WORDS,
	);

	private int $at = 0;

	private readonly int $length;

	/**
	 * @param string $pattern Pattern without delimiters.
	 */
	public function __construct( private readonly string $pattern ) {
		$this->length = strlen( $pattern );
	}

	/**
	 * @return array|null The root node; null when the pattern cannot be read.
	 */
	public function parse(): ?array {
		$node = $this->choice();
		return $this->at >= $this->length ? $node : null;
	}

	private function peek( int $length = 1 ): string {
		return substr( $this->pattern, $this->at, $length );
	}

	private function take( string $regex ): ?array {
		if ( preg_match( '~\G(?:' . $regex . ')~', $this->pattern, $match, 0, $this->at ) ) {
			$this->at += strlen( $match[0] );
			return $match;
		}
		return null;
	}

	private function choice(): array {
		$parts = array( $this->sequence() );
		while ( '|' === $this->peek() ) {
			++$this->at;
			$parts[] = $this->sequence();
		}
		return 1 === count( $parts ) ? $parts[0] : array(
			'kind'  => 'choice',
			'parts' => $parts,
		);
	}

	private function sequence(): array {
		$parts = array();
		while ( $this->at < $this->length && ! in_array( $this->peek(), array( '|', ')' ), true ) ) {
			$parts[] = $this->quantified( $this->atom() );
		}
		return array(
			'kind'  => 'sequence',
			'parts' => $parts,
		);
	}

	private function quantified( array $node ): array {
		$match = $this->take( '([*+?])|\{(\d*)(,?)(\d*)\}' );
		if ( null === $match ) {
			return $node;
		}
		$this->take( '[?+]' );
		list( $least, $most ) = match ( $match[1] ) {
			'*'     => array( 0, null ),
			'+'     => array( 1, null ),
			'?'     => array( 0, 1 ),
			default => array( (int) $match[2], '' === $match[3] ? (int) $match[2] : ( '' === $match[4] ? null : (int) $match[4] ) ),
		};
		return array(
			'kind'  => 'repeat',
			'body'  => $node,
			'least' => $least,
			'most'  => $most,
		);
	}

	private function atom(): array {
		$character = $this->peek();
		++$this->at;
		return match ( $character ) {
			'('      => $this->group(),
			'['      => self::set( $this->bracket() ),
			// A dot that stands alone means a dot more often than not (`/oembed/1.0`), and a dot always matches.
			'.'      => self::set( preg_match( '/[*+?{]/', $this->peek() ) ? self::ANY : '.' ),
			'^', '$' => array( 'kind' => 'nothing' ),
			'\\'     => $this->escape(),
			default  => array(
				'kind' => 'text',
				'text' => $character,
			),
		};
	}

	private function group(): array {
		$named     = $this->take( '\?P?<([A-Za-z_]\w*)>|\?\'([A-Za-z_]\w*)\'' );
		$assertion = null === $named && null !== $this->take( '\?<?[=!]' );
		if ( null === $named && ! $assertion ) {
			$this->take( '\?[|>]|\?[a-zA-Z-]*:|\?[a-zA-Z-]+(?=\))' );
		}
		$start  = $this->at;
		$body   = $this->choice();
		$source = substr( $this->pattern, $start, $this->at - $start );
		$this->take( '\)' );
		if ( $assertion ) {
			return array( 'kind' => 'nothing' );
		}
		return array(
			'kind'   => 'group',
			'name'   => null === $named ? '' : ( '' !== $named[1] ? $named[1] : $named[2] ),
			'body'   => $body,
			'source' => $source,
		);
	}

	private function escape(): array {
		if ( null !== $this->take( 'x\{([0-9a-fA-F]+)\}|x([0-9a-fA-F]{2})' ) || null !== $this->take( 'p\{[^}]*\}|P\{[^}]*\}' ) ) {
			return self::set( self::WORDS );
		}
		$character = $this->peek();
		++$this->at;
		return match ( true ) {
			'' !== self::class_of( $character )                   => self::set( self::class_of( $character ) ),
			in_array( $character, array( 'b', 'B', 'A', 'z', 'Z', 'K', 'G' ), true ) => array( 'kind' => 'nothing' ),
			default                                               => array(
				'kind' => 'text',
				'text' => self::control( $character ),
			),
		};
	}

	/** Characters that a bracket expression allows, a sample of them where it excludes. */
	private function bracket(): string {
		$excludes = null !== $this->take( '\^' );
		$allowed  = '';
		$first    = true;
		while ( $this->at < $this->length && ( $first || ']' !== $this->peek() ) ) {
			$first   = false;
			$posix   = $this->take( '\[:(\w+):\]' );
			$range   = null === $posix ? $this->take( '([^\\\\\]])-([^\\\\\]])' ) : null;
			$allowed .= match ( true ) {
				null !== $posix => self::POSIX[ $posix[1] ] ?? '',
				null !== $range => self::between( $range[1], $range[2] ),
				default         => $this->bracket_character(),
			};
		}
		++$this->at;
		return $excludes ? implode( '', array_diff( str_split( self::ANY . ' .~' ), str_split( $allowed . "\n" ) ) ) : $allowed;
	}

	private function bracket_character(): string {
		if ( null !== $this->take( '\\\\(?:x\{[0-9a-fA-F]+\}|[pP]\{[^}]*\})' ) ) {
			return self::WORDS;
		}
		$character = $this->peek();
		++$this->at;
		if ( '\\' !== $character ) {
			return $character;
		}
		$escaped = $this->peek();
		++$this->at;
		$class = self::class_of( $escaped );
		return '' !== $class ? $class : self::control( $escaped );
	}

	private static function class_of( string $character ): string {
		return match ( $character ) {
			'd'      => self::DIGITS,
			'w'      => self::WORDS,
			's', 'h' => self::SPACES,
			'D'      => 'abcxyz',
			'W'      => '-.,',
			'S', 'N' => self::ANY,
			default  => '',
		};
	}

	private static function control( string $character ): string {
		return match ( $character ) {
			'n'     => "\n",
			'r'     => "\r",
			't'     => "\t",
			default => $character,
		};
	}

	private static function between( string $from, string $to ): string {
		return implode( '', array_map( 'chr', range( ord( $from ), max( ord( $from ), ord( $to ) ) ) ) );
	}

	private static function set( string $characters ): array {
		return array(
			'kind'       => 'set',
			'characters' => '' === $characters ? array() : array_values( array_unique( mb_str_split( mb_convert_encoding( $characters, 'UTF-8', 'UTF-8' ) ) ) ),
		);
	}
}
