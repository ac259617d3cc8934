<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Envelope;

use PHPUnit\Framework\Attributes\DataProvider;

/**
 * A statement that comes again with other values, quotes and escapes gets the answer to its own values, within a case and
 * from one case to the next: on SQLite the envelope remembers what statements parse to.
 */
final class RepeatedStatementsTest extends Envelope_Case {

	/** @return iterable<string, array{string, list<list<string|int>>}> Statement with its values. */
	public static function statements(): iterable {
		yield 'strings of any length' => array( 'SELECT CONCAT( %s, %s ) AS a', array( array( 'x', 'y' ), array( 'a much longer text', '' ), array( "it's", '"quoted" \\ back' ), array( "line\nbreak", '%_' ), array( 'ümläut', '日本' ) ) );
		yield 'numbers'               => array( 'SELECT ID, user_login FROM {users} WHERE ID IN ( %d, %d ) ORDER BY ID LIMIT %d', array( array( 1, 2, 1 ), array( 2, 1, 2 ), array( 999, 1, 5 ) ) );
		yield 'pages and counts'      => array( 'SELECT SQL_CALC_FOUND_ROWS option_name FROM {options} WHERE option_name LIKE %s ORDER BY option_name LIMIT %d, %d', array( array( 'blog%', 0, 2 ), array( 'home', 0, 5 ), array( '%s%', 3, 4 ), array( 'nothing at all', 0, 1 ) ) );
		yield 'joins and groups'      => array( 'SELECT u.ID, COUNT( m.umeta_id ) AS n FROM {users} u LEFT JOIN {usermeta} m ON m.user_id = u.ID AND m.meta_key <> %s WHERE u.ID > %d GROUP BY u.ID HAVING n >= %d ORDER BY u.ID', array( array( 'nickname', 0, 1 ), array( 'rich_editing', 1, 0 ), array( 'locale', 0, 3 ) ) );
	}

	/**
	 * @param string                 $sql    Statement.
	 * @param list<list<string|int>> $values For its placeholders, one set after the other.
	 */
	#[DataProvider( 'statements' )]
	public function test_each_gets_its_own_answer( string $sql, array $values ): void {
		global $wpdb;
		$sql  = strtr( $sql, array( '{users}' => $wpdb->users, '{usermeta}' => $wpdb->usermeta, '{options}' => $wpdb->options ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
		$read = static function () use ( $wpdb, $sql, $values ): array {
			$answers = array();
			foreach ( array( ...$values, ...array_reverse( $values ) ) as $set ) {
				$answers[] = array( $wpdb->get_results( $wpdb->prepare( $sql, $set ), ARRAY_A ), $wpdb->last_error, $wpdb->get_var( 'SELECT FOUND_ROWS()' ) ); // phpcs:ignore WordPress.DB.PreparedSQL -- From the provider.
			}
			return $answers;
		};
		$outside = $read();
		self::assertSame( array( '' ), array_values( array_unique( array_column( $outside, 1 ) ) ) );
		foreach ( array( 'first', 'second' ) as $case ) {
			$inside = null;
			$this->inside(
				static function () use ( $read, &$inside ): void {
					$inside = $read();
				},
				'GET'
			);
			self::assertSame( $outside, $inside, "In the $case case." );
		}
		self::assertSame( $outside, $read(), 'After the cases.' );
	}

	public function test_writes_and_failures_between_them_are_each_their_own(): void {
		global $wpdb;
		foreach ( array( 'first', 'second' ) as $case ) {
			$seen = array();
			$this->inside(
				function () use ( $wpdb, &$seen, $case ): void {
					foreach ( array( 'a', "b's", $case . ' \\ c' ) as $index => $value ) {
						$wpdb->insert( $wpdb->options, array( 'option_name' => "codebox_repeated_$index", 'option_value' => $value, 'autoload' => 'off' ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
						$wpdb->suppress_errors( true );
						$wpdb->query( $wpdb->prepare( 'SELECT nothing FROM codebox_no_such_table WHERE a = %s', $value ) );
						$seen[] = '' !== $wpdb->last_error;
						$wpdb->update( $wpdb->options, array( 'option_value' => $value . '!' ), array( 'option_name' => "codebox_repeated_$index" ) );
						$seen[] = $this->option( "codebox_repeated_$index" );
					}
				}
			);
			self::assertSame( array( true, 'a!', true, "b's!", true, $case . ' \\ c!' ), $seen );
			self::assertNull( $this->option( 'codebox_repeated_0' ) );
		}
	}
}
