<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Reading;

/**
 * One SQL statement, cut into tokens as MySQL reads it: it knows quotes, escapes and comments.
 */
final class Sql_Text {

	public const LITERAL    = 'literal';
	public const IDENTIFIER = 'identifier';
	public const COMMENT    = 'comment';
	public const BARE       = 'bare';

	private const TOKEN = <<<'PATTERN'
~(?<literal>'(?:[^'\\]|\\.|'')*+(?:'|\z)|"(?:[^"\\]|\\.|"")*+(?:"|\z))
|(?<identifier>`(?:[^`]|``)*+(?:`|\z))
|(?<comment>/\*(?s:.*?)(?:\*/|\z)|--(?=\s|\z)[^\n]*|\#[^\n]*)
|(?<bare>[\w$\x80-\xff]++|\s++|.)~xs
PATTERN;

	/** @var list<array{type: string, text: string, start: int, end: int}>|null */
	private ?array $tokens = null;

	public function __construct( public readonly string $sql ) {}

	/**
	 * @return list<array{type: string, text: string, start: int, end: int}> Every byte is in one token; `end` is behind the last one. Empty when PCRE gives up.
	 */
	public function tokens(): array {
		if ( null === $this->tokens ) {
			$this->tokens = array();
			preg_match_all( self::TOKEN, $this->sql, $matches, PREG_SET_ORDER | PREG_OFFSET_CAPTURE | PREG_UNMATCHED_AS_NULL );
			foreach ( $matches as $match ) {
				foreach ( array( self::LITERAL, self::IDENTIFIER, self::COMMENT, self::BARE ) as $type ) {
					if ( null !== $match[ $type ][0] ) {
						$this->tokens[] = array(
							'type'  => $type,
							'text'  => $match[ $type ][0],
							'start' => $match[ $type ][1],
							'end'   => $match[ $type ][1] + strlen( $match[ $type ][0] ),
						);
					}
				}
			}
		}
		return $this->tokens;
	}

	/**
	 * @param int $offset Byte offset.
	 * @return array{type: string, text: string, start: int, end: int}|null The token that holds it.
	 */
	public function token_at( int $offset ): ?array {
		foreach ( $this->tokens() as $token ) {
			if ( $offset >= $token['start'] && $offset < $token['end'] ) {
				return $token;
			}
		}
		return null;
	}

	/** True when a quote is opened and never closed. */
	public function is_unterminated(): bool {
		$tokens = $this->tokens();
		$last   = end( $tokens );
		return false !== $last && in_array( $last['type'], array( self::LITERAL, self::IDENTIFIER ), true )
			&& 1 !== preg_match( '/^(?:\'(?:[^\'\\\\]|\\\\.|\'\')*+\'|"(?:[^"\\\\]|\\\\.|"")*+"|`(?:[^`]|``)*+`)$/s', $last['text'] );
	}

	/** The statement with every literal and number replaced by `?`: what two calls of one line of code share. */
	public function shape(): string {
		$shape = '';
		foreach ( $this->tokens() as $token ) {
			$shape .= match ( true ) {
				self::LITERAL === $token['type']      => '?',
				self::COMMENT === $token['type']      => '',
				1 === preg_match( '/^\d+$/', $token['text'] ) => '?',
				1 === preg_match( '/^\s+$/', $token['text'] ) => ' ',
				default                               => $token['text'],
			};
		}
		return trim( (string) preg_replace( '/\?(?:\s*,\s*\?)+/', '?…', $shape ) );
	}

	/**
	 * Values that the statement gives to a column or compares it with: `column = 'x'`, `column IN ('x', …)`, and by position in an INSERT.
	 *
	 * @param string $column Column name.
	 * @return list<string> Without quotes, escapes resolved.
	 */
	public function values_of( string $column ): array {
		return array( ...$this->compared( $column ), ...$this->inserted( $column ) );
	}

	/**
	 * @param string $column Column name.
	 * @return list<string>
	 */
	private function compared( string $column ): array {
		$found  = array();
		$tokens = $this->significant();
		foreach ( $tokens as $at => $token ) {
			if ( ! $this->names( $token, $column ) ) {
				continue;
			}
			$next = strtoupper( $tokens[ $at + 1 ]['text'] ?? '' );
			if ( ( '=' === $next || 'LIKE' === $next ) && '(' !== ( $tokens[ $at + 3 ]['text'] ?? '' ) ) {
				$found[] = $this->plain( $tokens[ $at + 2 ] ?? null );
			} elseif ( 'IN' === $next ) {
				for ( $in = $at + 3; isset( $tokens[ $in ] ) && ')' !== $tokens[ $in ]['text']; ++$in ) {
					$found[] = ',' === $tokens[ $in ]['text'] ? null : $this->plain( $tokens[ $in ] );
				}
			}
		}
		return array_values( array_filter( $found, static fn( ?string $value ): bool => null !== $value ) );
	}

	/**
	 * @param string $column Column name.
	 * @return list<string>
	 */
	private function inserted( string $column ): array {
		$tokens = $this->significant();
		if ( ! in_array( strtoupper( $tokens[0]['text'] ?? '' ), array( 'INSERT', 'REPLACE' ), true ) ) {
			return array();
		}
		$groups = array();
		$group  = null;
		$depth  = 0;
		foreach ( $tokens as $token ) {
			if ( 0 === $depth && 'ON' === strtoupper( $token['text'] ) ) {
				break;
			}
			$depth += '(' === $token['text'] ? 1 : ( ')' === $token['text'] ? -1 : 0 );
			if ( '(' === $token['text'] && 1 === $depth ) {
				$group = array( array() );
			} elseif ( ')' === $token['text'] && 0 === $depth && null !== $group ) {
				$groups[] = $group;
				$group    = null;
			} elseif ( null !== $group && ',' === $token['text'] && 1 === $depth ) {
				$group[] = array();
			} elseif ( null !== $group ) {
				$group[ count( $group ) - 1 ][] = $token;
			}
		}
		if ( null !== $group ) {
			// The envelope keeps the beginning of a long statement.
			$groups[] = $group;
		}
		$found = array();
		foreach ( $groups[0] ?? array() as $position => $name ) {
			if ( 1 === count( $name ) && $this->names( $name[0], $column ) ) {
				foreach ( array_slice( $groups, 1 ) as $row ) {
					if ( isset( $row[ $position ][0] ) ) {
						$found[] = $this->plain( $row[ $position ][0] ) ?? '';
					}
				}
			}
		}
		return $found;
	}

	/**
	 * @return list<array{type: string, text: string, start: int, end: int}> Without space and comments.
	 */
	private function significant(): array {
		return array_values( array_filter( $this->tokens(), static fn( array $token ): bool => self::COMMENT !== $token['type'] && '' !== trim( $token['text'] ) ) );
	}

	private function names( array $token, string $column ): bool {
		return self::LITERAL !== $token['type'] && 0 === strcasecmp( trim( $token['text'], '`' ), $column );
	}

	private function plain( ?array $token ): ?string {
		if ( null === $token ) {
			return null;
		}
		return self::LITERAL === $token['type'] ? stripslashes( str_replace( array( "''", '""' ), array( "'", '"' ), substr( $token['text'], 1, -1 ) ) ) : $token['text'];
	}
}
