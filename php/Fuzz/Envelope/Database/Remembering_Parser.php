<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Database;

/**
 * The parser of the SQLite drop-in, with a memory: half of the time of a statement goes into parsing it, and the cases of a
 * run send the same statements again and again with other values.
 *
 * The tree depends on nothing but the kinds of the tokens, so a statement of a shape that was seen gets the tree of the
 * first one, in whose leaves the new values are put. The drop-in is done with a tree before it parses the next statement.
 */
final class Remembering_Parser extends \WP_MySQL_Parser {

	/** Shapes that are kept; the oldest goes first. */
	private const SHAPES = 256;

	/** Longer statements are rare, and their trees are large. */
	private const TOKENS = 300;

	/** @var array<string, array{tree: \WP_Parser_Node, tokens: list<\WP_MySQL_Token>, end: int}> By the kinds of the tokens. */
	private array $seen = array();

	private ?\Closure $rewrite = null;

	/**
	 * @param object|null $parser What the drop-in uses now.
	 * @return self|null Null when it is none that can be stood in for.
	 */
	public static function of( ?object $parser ): ?self {
		if ( null === $parser || \WP_MySQL_Parser::class !== $parser::class || ! in_array( 'reset_tokens', get_class_methods( $parser ), true ) ) {
			return null;
		}
		foreach ( array( 'id', 'start', 'length', 'input', 'sql_mode_no_backslash_escapes_enabled' ) as $name ) {
			if ( ! property_exists( \WP_MySQL_Token::class, $name ) ) {
				return null;
			}
		}
		return new self( $parser->grammar, array() );
	}

	/** @inheritDoc */
	public function parse() {
		$tokens = $this->tokens;
		if ( 0 !== $this->position || count( $tokens ) > self::TOKENS ) {
			return parent::parse();
		}
		$shape = implode( ' ', array_column( $tokens, 'id' ) );
		$known = $this->seen[ $shape ] ?? null;
		if ( null !== $known ) {
			$this->rewrite( $known['tokens'], $tokens );
			$this->position = $known['end'];
			return $known['tree'];
		}
		$tree = parent::parse();
		if ( null !== $tree ) {
			if ( count( $this->seen ) >= self::SHAPES ) {
				unset( $this->seen[ array_key_first( $this->seen ) ] );
			}
			$this->seen[ $shape ] = array(
				'tree'   => $tree,
				'tokens' => $tokens,
				'end'    => $this->position,
			);
		}
		return $tree;
	}

	/**
	 * @param list<\WP_MySQL_Token> $leaves Of a tree.
	 * @param list<\WP_MySQL_Token> $tokens Of another statement of the same shape.
	 */
	private function rewrite( array $leaves, array $tokens ): void {
		$this->rewrite ??= \Closure::bind(
			static function ( array $leaves, array $tokens ): void {
				foreach ( $tokens as $index => $token ) {
					$leaf         = $leaves[ $index ];
					$leaf->start  = $token->start;
					$leaf->length = $token->length;
					$leaf->input  = $token->input;

					$leaf->sql_mode_no_backslash_escapes_enabled = $token->sql_mode_no_backslash_escapes_enabled;
				}
			},
			null,
			\WP_MySQL_Token::class
		);
		( $this->rewrite )( $leaves, $tokens );
	}
}
