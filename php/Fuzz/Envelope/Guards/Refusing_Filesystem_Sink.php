<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Guards;

/**
 * Where Refusing_Filesystem reports: WordPress builds that object itself, so nothing can be passed to its constructor.
 */
final class Refusing_Filesystem_Sink {

	/** @var \Closure(string, array<string, mixed>): void|null Event type and data. */
	public static ?\Closure $record = null;

	/** A folder that may be deleted, for whoever set this puts it back. */
	public static ?string $deletable = null;
}
