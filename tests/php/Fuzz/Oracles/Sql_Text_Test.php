<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Oracles;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use WP_Codebox\Fuzz\Oracles\Reading\Sql_Text;

final class Sql_Text_Test extends TestCase {

	public function test_every_byte_is_in_one_token(): void {
		mt_srand( 7 ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- The same texts every time.
		for ( $round = 0; $round < 3000; ++$round ) {
			$sql = '';
			for ( $at = mt_rand( 0, 40 ); $at > 0; --$at ) { // phpcs:ignore WordPress.WP.AlternativeFunctions
				$sql .= array( "'", '"', '`', '\\', '-', ' ', '#', '/*', '*/', "\n", 'a', '1', 'é', '(', ',' )[ mt_rand( 0, 14 ) ]; // phpcs:ignore WordPress.WP.AlternativeFunctions
			}
			$tokens = ( new Sql_Text( $sql ) )->tokens();
			$this->assertSame( $sql, implode( '', array_column( $tokens, 'text' ) ) );
			$end = 0;
			foreach ( $tokens as $token ) {
				$this->assertSame( $end, $token['start'] );
				$end = $token['end'];
			}
		}
	}

	/** @return iterable<string, array{string, string, list<string>}> */
	public static function statements(): iterable {
		yield 'where' => array( "UPDATE t SET a = 'x' WHERE option_name = 'blog\\'name'", 'option_name', array( "blog'name" ) );
		yield 'in' => array( "DELETE FROM t WHERE option_name IN ('a', 'b''c')", 'option_name', array( 'a', "b'c" ) );
		yield 'insert' => array( "INSERT INTO `t` (`option_name`, `v`) VALUES ('a', 'b'), ('c', CONCAT('d', 'e')) ON DUPLICATE KEY UPDATE `option_name` = VALUES(`option_name`)", 'option_name', array( 'a', 'c' ) );
		yield 'number' => array( 'UPDATE t SET x = 1 WHERE `ID` = 7', 'ID', array( '7' ) );
		yield 'inside a literal' => array( "UPDATE t SET x = 'option_name = 5'", 'option_name', array() );
		yield 'in a comment' => array( "SELECT 1 /* option_name = 'a' */", 'option_name', array() );
	}

	#[DataProvider( 'statements' )]
	public function test_values_of_a_column( string $sql, string $column, array $expected ): void {
		$this->assertSame( $expected, ( new Sql_Text( $sql ) )->values_of( $column ) );
	}

	public function test_the_shape_forgets_values_and_keeps_names(): void {
		$this->assertSame( ( new Sql_Text( "SELECT a FROM t WHERE id IN (1, 2) AND n = 'x'" ) )->shape(), ( new Sql_Text( "SELECT a FROM t WHERE id IN (3, 4, 5) AND n = \"y''\"" ) )->shape() );
		$this->assertNotSame( ( new Sql_Text( 'SELECT a FROM t' ) )->shape(), ( new Sql_Text( 'SELECT b FROM t' ) )->shape() );
	}

	public function test_an_open_quote_is_noticed(): void {
		foreach ( array( "SELECT 'a", "SELECT 'a\\'", "SELECT 'a''", 'SELECT "', 'SELECT `a' ) as $sql ) {
			$this->assertTrue( ( new Sql_Text( $sql ) )->is_unterminated(), $sql );
		}
		foreach ( array( "SELECT 'a'", "SELECT 'a\\''", "SELECT ''", "SELECT 'a' LIMIT 1", '' ) as $sql ) {
			$this->assertFalse( ( new Sql_Text( $sql ) )->is_unterminated(), $sql );
		}
	}
}
