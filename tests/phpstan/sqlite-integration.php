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
