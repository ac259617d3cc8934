<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Runs;

use WP_Codebox\Fuzz\Run\Json_Line;
use WP_Codebox\Fuzz\Run\Platform;

/**
 * What is done of a batch, on disk after each case, so that whoever takes the batch up behind a dead process goes on
 * with the next case. A line is begun or done; the one who writes holds a lock, which dies with the process.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions -- A file that is appended to under a lock.
 */
final class Case_Journal {

	private const PREFIX = 'wp-codebox-journal-';

	/** Seconds after which a journal that nobody wrote to belongs to no run that goes on. */
	private const KEPT = 7 * DAY_IN_SECONDS;

	/** @var array<int, array> Position in the suite => what was noted of the case. */
	private array $done = array();

	/** @var array<int, int> Position => how often it was begun without an end. */
	private array $begun = array();

	/**
	 * @param resource $file Open and locked.
	 * @param string   $path Where it is.
	 */
	private function __construct( private $file, private readonly string $path ) {}

	/** A name that nobody guesses. */
	public static function new_key(): string {
		return bin2hex( random_bytes( 16 ) );
	}

	/**
	 * @param string $key Of new_key().
	 * @return self|null Null when a living process has it, or nothing can be written here.
	 */
	public static function open( string $key ): ?self {
		$path = self::folder() . self::PREFIX . preg_replace( '/[^0-9a-f]/', '', $key );
		$file = @fopen( $path, 'c+b' ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- A journal is not needed to run.
		// WebAssembly has no locks, and one process at a time.
		if ( false === $file || ( ! Platform::is_wasm() && ! flock( $file, LOCK_EX | LOCK_NB ) ) ) {
			return null;
		}
		chmod( $path, 0600 );
		$journal = new self( $file, $path );
		$journal->read();
		return $journal;
	}

	/**
	 * @param int $position A case, by its position in the suite.
	 * @return array|null What ends() was told of it.
	 */
	public function entry( int $position ): ?array {
		return $this->done[ $position ] ?? null;
	}

	/**
	 * @param int $position A case, by its position in the suite.
	 * @return int How many processes died in it without a word.
	 */
	public function deaths( int $position ): int {
		return $this->begun[ $position ] ?? 0;
	}

	/**
	 * @param int $position The case that runs now.
	 */
	public function begins( int $position ): void {
		fwrite( $this->file, '{"begins":' . $position . "}\n" );
	}

	/**
	 * @param int   $position The case that is done.
	 * @param array $entry    What is to be known of it; JSON values.
	 */
	public function ends( int $position, array $entry ): void {
		$this->done[ $position ] = $entry;
		fwrite( $this->file, Json_Line::of( array( 'ends' => $position ) + array( 'entry' => $entry ) ) );
	}

	/** Lets another process have it. */
	public function close(): void {
		fclose( $this->file );
	}

	/** The batch is answered. */
	public function remove(): void {
		fclose( $this->file );
		unlink( $this->path );
	}

	/** Removes what runs left behind that were cancelled or pruned. */
	public static function clear_abandoned(): void {
		foreach ( (array) glob( self::folder() . self::PREFIX . '*' ) as $path ) {
			if ( filemtime( $path ) < time() - self::KEPT ) {
				unlink( $path );
			}
		}
	}

	/** In WebAssembly the temporary folder ends with the process. */
	private static function folder(): string {
		return Platform::is_wasm() ? trailingslashit( WP_CONTENT_DIR ) : get_temp_dir();
	}

	/** Half a line at the end is cut off, for its writer died. */
	private function read(): void {
		$whole = 0;
		for ( $line = fgets( $this->file ); is_string( $line ) && str_ends_with( $line, "\n" ); $line = fgets( $this->file ) ) {
			$whole += strlen( $line );
			$noted  = (array) json_decode( $line, true );
			if ( isset( $noted['begins'] ) ) {
				$this->begun[ $noted['begins'] ] = ( $this->begun[ $noted['begins'] ] ?? 0 ) + 1;
			} elseif ( isset( $noted['ends'] ) ) {
				$this->done[ $noted['ends'] ] = $noted['entry'];
			}
		}
		ftruncate( $this->file, $whole );
		fseek( $this->file, $whole );
	}
}
