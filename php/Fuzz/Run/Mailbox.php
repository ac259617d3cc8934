<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

/**
 * The worker's side of Hosted_Process: a stream that waits for lines which its parent appends to a file.
 */
final class Mailbox {

	private const SCHEME = 'wp-codebox-mailbox';

	/** @var resource|null Set by PHP. */
	public $context;

	/** @var resource */
	private $file;
	private string $folder = '';
	private bool $is_over  = false;

	/**
	 * @param string $folder Of the process.
	 * @return resource Its messages, to be read.
	 */
	public static function open( string $folder ) {
		stream_wrapper_register( self::SCHEME, self::class );
		return fopen( self::SCHEME . '://' . $folder, 'rb' );
	}

	/**
	 * @param string $address Scheme and folder.
	 */
	public function stream_open( string $address ): bool {
		$this->folder = substr( $address, strlen( self::SCHEME . '://' ) );
		$file         = fopen( $this->folder . '/in', 'rb' );
		$this->file   = $file;
		return false !== $file;
	}

	/**
	 * @param int $count Bytes at the most.
	 */
	public function stream_read( int $count ): string {
		$patience = new Patience();
		while ( true ) {
			fseek( $this->file, 0, SEEK_CUR );
			$bytes = (string) fread( $this->file, $count );
			if ( '' !== $bytes ) {
				return $bytes;
			}
			clearstatcache( true, $this->folder );
			if ( ! is_dir( $this->folder ) ) {
				// The host is gone.
				$this->is_over = true;
				return '';
			}
			$patience->wait();
		}
	}

	public function stream_eof(): bool {
		return $this->is_over;
	}
}
