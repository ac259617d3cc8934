<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Discovery;

use WP_Codebox\Fuzz\Generation\Parameter;

/**
 * Reads one function body, token by token: which parameters it takes from the request, what it compares them with, whom it calls.
 *
 * It follows assignments within the body in the order of the text; it runs nothing.
 */
final class Body_Scan {

	private const SUPERGLOBALS = array(
		'$_GET'     => Parameter::QUERY,
		'$_POST'    => Parameter::FORM,
		'$_REQUEST' => Parameter::FORM,
	);

	private const ALL_PARAMETERS = array(
		'get_params'       => Parameter::JSON,
		'get_json_params'  => Parameter::JSON,
		'get_query_params' => Parameter::QUERY,
		'get_body_params'  => Parameter::FORM,
		'get_body'         => Parameter::JSON,
	);

	private const COMPARISONS = array( T_IS_IDENTICAL, T_IS_NOT_IDENTICAL, T_IS_EQUAL, T_IS_NOT_EQUAL );

	/** @var list<Call> */
	private array $calls = array();

	/** @var array<string, list<string|int>> Variable → strings of the literal list that it was given. */
	private array $lists = array();

	/**
	 * @param list<\PhpToken>      $tokens Body of a function, its head included.
	 * @param array<string, Taint> $taints Variable (with `$`) → what it holds at the start.
	 * @param Request_Reads        $reads  Takes what is found.
	 */
	public function __construct(
		private readonly array $tokens,
		private array $taints,
		private readonly Request_Reads $reads
	) {}

	/**
	 * @return list<Call> The calls that the body makes.
	 */
	public function run(): array {
		$count   = count( $this->tokens );
		$pending = null;
		for ( $at = 0; $at < $count; $at++ ) {
			$token = $this->tokens[ $at ];
			if ( T_VARIABLE === $token->id && '=' === $this->text( $at + 1 ) && null === $pending ) {
				$pending = array( $token->text, $at + 2, $this->statement_end( $at + 2 ) );
				continue;
			}
			if ( null !== $pending && $at >= $pending[2] ) {
				$this->assign( ...$pending );
				$pending = null;
			}
			$this->visit( $at, $token );
		}
		return $this->calls;
	}

	private function visit( int $at, \PhpToken $token ): void {
		if ( T_VARIABLE === $token->id ) {
			$read = $this->read_at( $at );
			if ( null !== $read ) {
				$this->compared( $read[0]->name, $at, $read[1] );
			}
			return;
		}
		match ( true ) {
			T_FOREACH === $token->id                          => $this->loop( $at ),
			T_SWITCH === $token->id, T_MATCH === $token->id   => $this->branches( $at ),
			T_NEW === $token->id                              => $this->makes( $at ),
			$this->is_name( $token ) && '(' === $this->text( $at + 1 ) => $this->call( $at ),
			default                                           => null,
		};
	}

	/**
	 * What a variable expression reads of the request.
	 *
	 * @param int $at Index of the variable.
	 * @return array{Taint, int}|null What it holds, and the index after the expression; null when it holds one thing of the request at most as a whole.
	 */
	private function read_at( int $at ): ?array {
		$source = $this->source_at( $at );
		if ( null === $source ) {
			return null;
		}
		list( $taint, $next ) = $source;
		if ( Taint::VALUE !== $taint->kind ) {
			return null;
		}
		$this->reads->add( $taint );
		$key = $this->key_at( $next );
		if ( null !== $key && is_string( $key[0] ) ) {
			$this->reads->add_inner( $taint->name, $key[0] );
			return null;
		}
		return array( $taint, $next );
	}

	/**
	 * @param int $at Index of a variable.
	 * @return array{Taint, int}|null What the expression holds, and the index after it.
	 */
	private function source_at( int $at ): ?array {
		$variable = $this->text( $at );
		if ( '$_SERVER' === $variable ) {
			$key = $this->key_at( $at + 1 );
			return null !== $key && str_starts_with( (string) $key[0], 'HTTP_' ) ? array( new Taint( Taint::VALUE, Parameter::HEADER, ucwords( strtolower( strtr( substr( (string) $key[0], 5 ), '_', '-' ) ), '-' ) ), $key[1] ) : null;
		}
		$taint = isset( self::SUPERGLOBALS[ $variable ] ) ? new Taint( Taint::ALL, self::SUPERGLOBALS[ $variable ] ) : $this->taints[ $variable ] ?? null;
		if ( null === $taint ) {
			return null;
		}
		$next = $at + 1;
		if ( Taint::REQUEST === $taint->kind && '->' === $this->text( $next ) ) {
			return $this->method_at( $next );
		}
		if ( Taint::VALUE === $taint->kind ) {
			return array( $taint, $next );
		}
		return $this->entry_at( $taint, $next );
	}

	/**
	 * @param int $at Index of the arrow behind the request.
	 * @return array{Taint, int}|null
	 */
	private function method_at( int $at ): ?array {
		$method = $this->text( $at + 1 );
		if ( isset( self::ALL_PARAMETERS[ $method ] ) ) {
			return $this->entry_at( new Taint( Taint::ALL, self::ALL_PARAMETERS[ $method ] ), $at + 4 );
		}
		$place = match ( $method ) {
			'get_param', 'has_param', 'offsetGet' => Parameter::JSON,
			'get_header'              => Parameter::HEADER,
			default                   => null,
		};
		if ( null === $place ) {
			return null;
		}
		$names = $this->strings_at( $at + 3 );
		foreach ( $names as $name ) {
			$this->reads->add( new Taint( Taint::VALUE, $place, (string) $name ) );
		}
		return 1 === count( $names ) ? array( new Taint( Taint::VALUE, $place, (string) $names[0] ), $at + 5 ) : null;
	}

	/**
	 * An entry of all parameters, or all of them when none is chosen.
	 *
	 * @return array{Taint, int}
	 */
	private function entry_at( Taint $all, int $next ): array {
		$place = '' === $all->place ? Parameter::JSON : $all->place;
		if ( '->' === $this->text( $next ) && T_STRING === ( $this->tokens[ $next + 1 ]->id ?? 0 ) && '(' !== $this->text( $next + 2 ) ) {
			return array( new Taint( Taint::VALUE, $place, $this->text( $next + 1 ) ), $next + 2 );
		}
		if ( '[' !== $this->text( $next ) ) {
			return array( $all, $next );
		}
		$names = $this->strings_at( $next + 1 );
		foreach ( $names as $name ) {
			$this->reads->add( new Taint( Taint::VALUE, $place, (string) $name ) );
		}
		return 1 === count( $names ) ? array( new Taint( Taint::VALUE, $place, (string) $names[0] ), $next + 3 ) : array( $all, $next );
	}

	/**
	 * The string at an index, or the strings of the list that the variable there runs through.
	 *
	 * @return list<string|int>
	 */
	private function strings_at( int $at ): array {
		$literal = $this->literal( $at );
		return is_string( $literal ) ? array( $literal ) : $this->lists[ $this->text( $at ) ] ?? array();
	}

	/**
	 * @return array{string|int, int}|null `['key']` at an index, and the index after it.
	 */
	private function key_at( int $at ): ?array {
		$key = '[' === $this->text( $at ) && ']' === $this->text( $at + 2 ) ? $this->literal( $at + 1 ) : null;
		return null === $key ? null : array( $key, $at + 3 );
	}

	/** A variable was given a value: it holds what the value reads of the request. */
	private function assign( string $variable, int $from, int $to ): void {
		$held = $this->held( $from, $to ) ?? $this->answered( $from, $to );
		// `if ( isset( $data['inner'] ) ) $data = $data['inner'];` leaves both readings of the keys that follow.
		$narrows = null !== $held && Taint::VALUE === $held->kind && Taint::ALL === ( $this->taints[ $variable ]->kind ?? null ) && $this->text( $from ) === $variable;
		if ( null !== $held && ! $narrows ) {
			$this->taints[ $variable ] = $held;
		}
		$strings = $this->literals( $from, $to );
		if ( in_array( $this->text( $from ), array( 'array', '[' ), true ) && $strings ) {
			$this->lists[ $variable ] = $strings;
		}
	}

	/** What a method that is named after the request answers with: its parameters, most likely. */
	private function answered( int $from, int $to ): ?Taint {
		for ( $at = $from; $at < $to; $at++ ) {
			if ( '(' === $this->text( $at + 1 ) && preg_match( '/request|param|input|payload|post_?data/i', $this->text( $at ) ) && in_array( $this->text( $at - 1 ), array( '->', '::' ), true ) && ! isset( $this->taints[ $this->text( $at - 2 ) ] ) ) {
				return new Taint( Taint::ALL, Parameter::FORM );
			}
		}
		return null;
	}

	/** The first thing of the request that an expression reads. */
	private function held( int $from, int $to ): ?Taint {
		for ( $at = $from; $at < $to; $at++ ) {
			$source = T_VARIABLE === $this->tokens[ $at ]->id ? $this->source_at( $at ) : null;
			if ( null !== $source ) {
				return $source[0];
			}
		}
		return null;
	}

	private function loop( int $at ): void {
		$end = $this->closing( $at + 1 );
		for ( $as = $at + 2; $as < $end && T_AS !== $this->tokens[ $as ]->id; $as++ ); // phpcs:ignore Generic.CodeAnalysis.EmptyStatement, Generic.CodeAnalysis.ForLoopShouldBeWhileLoop
		$held = $this->held( $at + 2, $as );
		$list = $this->literals( $at + 2, $as );
		$list = $list ? $list : $this->lists[ $this->text( $at + 2 ) ] ?? array();
		$last = $this->text( $end - 1 );
		if ( null !== $held && Taint::VALUE === $held->kind ) {
			$this->taints[ $last ] = $held;
		}
		if ( $list ) {
			$this->lists[ $last ]                = $list;
			$this->lists[ $this->text( $as + 1 ) ] = $list;
		}
	}

	private function branches( int $at ): void {
		$open = $this->closing( $at + 1 );
		$held = $this->held( $at + 2, $open );
		if ( null === $held || Taint::VALUE !== $held->kind ) {
			return;
		}
		$end = $this->closing( $open + 1 );
		for ( $index = $open + 2; $index < $end; $index++ ) {
			$value  = $this->literal( $index );
			$before = $this->tokens[ $index - 1 ];
			if ( null !== $value && ( T_CASE === $before->id || T_DOUBLE_ARROW === ( $this->tokens[ $index + 1 ]->id ?? 0 ) || ( T_MATCH === $this->tokens[ $at ]->id && ',' === $this->text( $index + 1 ) && ! in_array( $before->id, array( T_DOUBLE_ARROW ), true ) ) ) ) {
				$this->reads->add_literal( $held->name, $value );
			}
		}
	}

	/** Notes what the expression from $from to before $next is compared with. */
	private function compared( string $name, int $from, int $next ): void {
		$after  = $this->tokens[ $next ] ?? null;
		$before = $this->tokens[ $from - 1 ] ?? null;
		$right  = null !== $after && in_array( $after->id, self::COMPARISONS, true ) ? $this->literal( $next + 1 ) : null;
		$left   = null !== $before && in_array( $before->id, self::COMPARISONS, true ) ? $this->literal( $from - 2 ) : null;
		// What the code takes when nothing was sent: `?? 'x'`, `isset( … ) ? … : 'x'`.
		$default = null !== $after && ( in_array( $after->id, array( T_COALESCE ), true ) || ':' === $after->text ) ? $this->literal( $next + 1 ) : null;
		foreach ( array( $right, $left, $default ) as $value ) {
			if ( null !== $value && '' !== $value ) {
				$this->reads->add_literal( $name, $value );
			}
		}
		if ( T_DOUBLE_COLON === ( $after->id ?? 0 ) ) {
			$this->reads->classes[ $name ] = true;
		}
	}

	/** `new $x` and `new ReflectionClass( $x )` take the name of a class. */
	private function makes( int $at ): void {
		$reflects = str_starts_with( ltrim( $this->text( $at + 1 ), '\\' ), 'Reflection' ) && '(' === $this->text( $at + 2 );
		$this->names_class( $at + 1, $reflects ? $this->closing( $at + 2 ) : $at + 1 );
	}

	private function names_class( int $from, int $to ): void {
		$held = $this->held( $from, $to + 1 );
		if ( null !== $held && Taint::VALUE === $held->kind ) {
			$this->reads->classes[ $held->name ] = true;
		}
	}

	private function call( int $at ): void {
		$name      = ltrim( $this->text( $at ), '\\' );
		$arguments = $this->arguments( $at + 1 );
		$function  = strtolower( $name );
		$first     = isset( $arguments[0] ) ? $this->held( ...$arguments[0] ) : null;
		if ( 'in_array' === $function && isset( $arguments[1] ) && null !== $first && Taint::VALUE === $first->kind ) {
			$known = in_array( $this->text( $arguments[1][0] ), array( 'array', '[' ), true ) ? $this->literals( ...$arguments[1] ) : array();
			foreach ( $known ? $known : $this->lists[ $this->text( $arguments[1][0] ) ] ?? array() as $value ) {
				$this->reads->add_literal( $first->name, $value );
			}
		} elseif ( in_array( $function, array( 'class_exists', 'is_a', 'is_subclass_of' ), true ) && isset( $arguments[0] ) ) {
			$this->names_class( $arguments[0][0], $arguments[0][1] - 1 );
		} elseif ( in_array( $function, array( 'wp_parse_args', 'shortcode_atts' ), true ) ) {
			$this->defaults( $arguments );
		} elseif ( 'filter_input' === $function && isset( $arguments[1] ) && is_string( $this->literal( $arguments[1][0] ) ) ) {
			$this->reads->add( new Taint( Taint::VALUE, 'INPUT_GET' === $this->text( $arguments[0][0] ) ? Parameter::QUERY : Parameter::FORM, $this->literal( $arguments[1][0] ) ) );
		} elseif ( T_FUNCTION !== ( $this->tokens[ $at - 1 ]->id ?? 0 ) ) {
			$this->calls[] = new Call( $this->owner( $at ), $name, array_filter( array_map( fn( array $range ): ?Taint => $this->passed( ...$range ), $arguments ) ) );
		}
	}

	/**
	 * What an argument is, or reads, of the request.
	 */
	private function passed( int $from, int $to ): ?Taint {
		if ( 1 === $to - $from && Taint::REQUEST === ( $this->taints[ $this->text( $from ) ]->kind ?? null ) ) {
			return $this->taints[ $this->text( $from ) ];
		}
		return $this->held( $from, $to );
	}

	/**
	 * Defaults for all parameters name them.
	 *
	 * @param list<array{int, int}> $arguments Ranges of the arguments.
	 */
	private function defaults( array $arguments ): void {
		$all = null;
		foreach ( $arguments as $range ) {
			$held = $this->held( ...$range );
			$all  = null !== $held && Taint::ALL === $held->kind ? $held : $all;
		}
		foreach ( null === $all ? array() : $arguments as list( $from, $to ) ) {
			for ( $at = $from; $at < $to; $at++ ) {
				$key = T_DOUBLE_ARROW === ( $this->tokens[ $at + 1 ]->id ?? 0 ) ? $this->literal( $at ) : null;
				if ( is_string( $key ) ) {
					$this->reads->add( new Taint( Taint::VALUE, $all->place, $key ) );
				}
			}
		}
	}

	/** Whose method it is: see Call. */
	private function owner( int $at ): string {
		$arrow = $this->text( $at - 1 );
		if ( '::' === $arrow ) {
			return $this->text( $at - 2 );
		}
		if ( '->' !== $arrow && '?->' !== $arrow ) {
			return '';
		}
		return '->' === $this->text( $at - 3 ) && '$this' === $this->text( $at - 4 ) ? '$this->' . $this->text( $at - 2 ) : $this->text( $at - 2 );
	}

	/**
	 * @param int $open Index of the opening parenthesis.
	 * @return list<array{int, int}> First index and the index after the last, of each argument.
	 */
	private function arguments( int $open ): array {
		$end    = $this->closing( $open );
		$ranges = array();
		$from   = $open + 1;
		$depth  = 0;
		for ( $at = $open + 1; $at < $end; $at++ ) {
			$text = $this->text( $at );
			if ( in_array( $text, array( '(', '[', '{' ), true ) ) {
				++$depth;
			} elseif ( in_array( $text, array( ')', ']', '}' ), true ) ) {
				--$depth;
			} elseif ( ',' === $text && 0 === $depth ) {
				$ranges[] = array( $from, $at );
				$from     = $at + 1;
			}
		}
		return $from < $end ? array( ...$ranges, array( $from, $end ) ) : $ranges;
	}

	/** Index of the bracket that closes the one at an index; the end of the body when none does. */
	private function closing( int $open ): int {
		$depth = 0;
		$count = count( $this->tokens );
		for ( $at = $open; $at < $count; $at++ ) {
			$text   = $this->text( $at );
			$depth += in_array( $text, array( '(', '[', '{', '${' ), true ) || T_CURLY_OPEN === $this->tokens[ $at ]->id ? 1 : 0;
			$depth -= in_array( $text, array( ')', ']', '}' ), true ) ? 1 : 0;
			if ( $depth <= 0 ) {
				return $at;
			}
		}
		return $count - 1;
	}

	private function statement_end( int $from ): int {
		$depth = 0;
		$count = count( $this->tokens );
		for ( $at = $from; $at < $count; $at++ ) {
			$text   = $this->text( $at );
			$depth += in_array( $text, array( '(', '[', '{' ), true ) ? 1 : 0;
			$depth -= in_array( $text, array( ')', ']', '}' ), true ) ? 1 : 0;
			if ( $depth < 0 || ( 0 === $depth && in_array( $text, array( ';', ',' ), true ) ) ) {
				return $at;
			}
		}
		return $count - 1;
	}

	/**
	 * @return list<string|int> The literals in a range; keys only where a list has keys.
	 */
	private function literals( int $from, int $to ): array {
		$found = array();
		$keys  = array();
		for ( $at = $from; $at < $to; $at++ ) {
			$value = $this->literal( $at );
			if ( null !== $value && T_DOUBLE_ARROW === ( $this->tokens[ $at + 1 ]->id ?? 0 ) ) {
				$keys[] = $value;
			} elseif ( null !== $value ) {
				$found[] = $value;
			}
		}
		return $keys ? $keys : $found;
	}

	private function literal( int $at ): string|int|null {
		$token = $this->tokens[ $at ] ?? null;
		return match ( $token->id ?? null ) {
			T_CONSTANT_ENCAPSED_STRING => stripcslashes( substr( $token->text, 1, -1 ) ),
			T_LNUMBER                  => strlen( $token->text ) < 10 ? (int) $token->text : null,
			default                    => null,
		};
	}

	private function is_name( \PhpToken $token ): bool {
		return in_array( $token->id, array( T_STRING, T_NAME_QUALIFIED, T_NAME_FULLY_QUALIFIED ), true );
	}

	private function text( int $at ): string {
		return $this->tokens[ $at ]->text ?? '';
	}
}
