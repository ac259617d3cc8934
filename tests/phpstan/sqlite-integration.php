<?php

/**
 * What PHPStan has to know of the SQLite integration, which is there only on a site that uses it.
 */

class WP_SQLite_Connection {
	public function query( string $sql, array $params = array() ): PDOStatement {}
	public function prepare( string $sql ): PDOStatement {}
	public function quote( mixed $value, int $type = PDO::PARAM_STR ): string {}
	public function get_pdo(): PDO {}
}

class WP_Parser_Grammar {}

class WP_Parser_Node {}

class WP_MySQL_Token {
	public int $id;
	public int $start;
	public int $length;
	protected string $input;
	private bool $sql_mode_no_backslash_escapes_enabled;
}

class WP_MySQL_Parser {
	protected WP_Parser_Grammar $grammar;
	/** @var list<WP_MySQL_Token> */
	protected array $tokens;
	protected int $position;
	public function __construct( WP_Parser_Grammar $grammar, array $tokens ) {}
	/** @return WP_Parser_Node|null */
	public function parse() {}
}
